package kith.relay.http;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// How many connections each address has open. In memory, while they are open, and nowhere else.
final class Visitors {
  /// Connections of one address: all the devices of a large household or a small office.
  static final int PER_ADDRESS = 512;

  /// This machine and private networks: a proxy, through which everybody comes.
  private static final Pattern NEAR =
      Pattern.compile(
          "127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*"
              + "|(0:){7}1|::1|f[cd][0-9a-f]{2}:.*|fe80:.*");

  private final Map<String, Integer> open = new HashMap<>();

  /// Notes one more; whether there may be as many.
  synchronized boolean arrives(String address) {
    return NEAR.matcher(address).matches() || open.merge(address, 1, Integer::sum) <= PER_ADDRESS;
  }

  /// Notes that one has gone.
  synchronized void leaves(String address) {
    open.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
  }
}
