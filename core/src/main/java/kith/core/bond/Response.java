package kith.core.bond;

import java.util.List;

/// What one person says to the other's answer: ways of hearing, and words if they like.
public record Response(List<Way> ways, String words) {
  /// UTF-16 code units. A response is a few sentences; an event box holds 4096 bytes.
  public static final int LONGEST_WORDS = 2000;

  public Response {
    ways = List.copyOf(ways);
  }

  /// Whether it says nothing at all, which is no response: no way, and nothing but spaces and
  /// control characters. Spelt out, since the library's `isBlank` differs between the JVM and
  /// TeaVM.
  public boolean isEmpty() {
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) > ' ') {
        return false;
      }
    }
    return ways.isEmpty();
  }
}
