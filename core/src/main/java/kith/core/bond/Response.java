package kith.core.bond;

import java.util.List;

/// What one person says to the other's answer: ways of hearing, and words if they like.
///
/// @param withdrawn whether it was taken back; then nothing of it is left
public record Response(List<Way> ways, String words, boolean withdrawn) {
  /// UTF-16 code units. A response is a few sentences; an event box holds 4096 bytes.
  public static final int LONGEST_WORDS = 2000;

  public Response {
    ways = List.copyOf(ways);
  }

  /// A response that was not taken back.
  public Response(List<Way> ways, String words) {
    this(ways, words, false);
  }

  static Response takenBack() {
    return new Response(List.of(), "", true);
  }

  /// Whether it says nothing at all, which is no response: no way, and no words.
  public boolean isEmpty() {
    return ways.isEmpty() && blank(words);
  }

  /// Whether `words` are nothing but spaces and control characters. Spelt out, since the library's
  /// `isBlank` differs between the JVM and TeaVM.
  public static boolean blank(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }
}
