package kith.lab.world;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import kith.client.Network;
import kith.core.json.Json;

/// All that happens in a world, in order: told in lines to whoever listens, and hashed with every
/// byte that crosses the network.
final class Trace {
  private static final int NAME_WIDTH = 5;

  private final WorldTime time;
  private final Consumer<String> reader;
  private final MessageDigest digest;
  private final long begun;
  private long steps;

  Trace(WorldTime time, Consumer<String> reader) {
    this.time = time;
    this.reader = reader;
    this.begun = time.day();
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  void tell(String who, String what) {
    steps++;
    long minute = Math.floorMod(time.millis(), WorldTime.DAY) / WorldTime.MINUTE;
    StringBuilder line = new StringBuilder("day ");
    padded(line, time.day() - begun, 3, ' ').append(' ');
    padded(line, minute / 60, 2, '0').append(':');
    padded(line, minute % 60, 2, '0').append("  ").append(who);
    line.repeat(' ', Math.max(0, NAME_WIDTH - who.length())).append(' ').append(what);
    told(line.toString());
  }

  private static StringBuilder padded(StringBuilder line, long number, int width, char filling) {
    String digits = Long.toString(number);
    return line.repeat(filling, Math.max(0, width - digits.length())).append(digits);
  }

  private void told(String line) {
    digest.update(bytes(line));
    reader.accept(line);
  }

  /// Takes what crossed the network into the hash. The boxes of an invitation are left out: the one
  /// encapsulation in them draws from the system's randomness, inside the library.
  void cross(Network.Request request, Network.Reply reply, Spelling spelling) {
    steps++;
    boolean invitation = request.path().startsWith("/v1/invitations/");
    digest.update(bytes(request.method()));
    digest.update(bytes(request.path()));
    digest.update((byte) (reply.status() / 100));
    if (!invitation) {
      Json body = request.body();
      digest.update(bytes(body == null ? "null" : spelling.asked(body)));
      digest.update(bytes(spelling.answered(reply.body())));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  long steps() {
    return steps;
  }

  String hash() {
    try {
      MessageDigest soFar = (MessageDigest) digest.clone();
      return HexFormat.of().formatHex(soFar.digest());
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("SHA-256 cannot be asked twice", impossible);
    }
  }
}
