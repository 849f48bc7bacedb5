package kith.core.deck;

import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// What the words of a deck may be made of: letters, marks and spaces that a person sees as they
/// are. A deck comes from anywhere, so nothing in it may hide, turn its line around, look like
/// markup, or be an address.
public final class PlainWords {
  private static final String MARKUP = "<>`[]{}\\|";
  private static final String[] ADDRESSES = {"://", "www.", "mailto:", "javascript:"};

  /// Where the scripts begin that need a joiner between letters, such as Arabic and Devanagari.
  private static final int FIRST_JOINED_SCRIPT = 0x0590;

  /// Code points that no screen shows, or that change how others are shown: from, to.
  private static final int[][] UNSEEN = {
    {0x00ad, 0x00ad},
    {0x034f, 0x034f},
    {0x061c, 0x061c},
    {0x115f, 0x1160},
    {0x17b4, 0x17b5},
    {0x180b, 0x180f},
    {0x200b, 0x200f},
    {0x2028, 0x202e},
    {0x2060, 0x206f},
    {0x3164, 0x3164},
    {0xfeff, 0xfeff},
    {0xffa0, 0xffa0},
    {0xfff0, 0xfffb},
    {0xe0000, 0xe0fff}
  };

  private PlainWords() {}

  /// What is wrong with `text`, as the end of a sentence that begins with "It holds"; empty if
  /// nothing is. The sentence never repeats what it found, but names its number.
  public static Optional<String> fault(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      Optional<String> fault = fault(text, at);
      if (fault.isPresent()) {
        return fault;
      }
    }
    String small = each(text, Character::toLowerCase);
    for (String address : ADDRESSES) {
      if (small.contains(address)) {
        return Optional.of("an address (“" + address + "”)");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> fault(String text, int at) {
    int point = text.codePointAt(at);
    if (point == '\t') {
      return Optional.of("a tab");
    }
    if (point < ' ' || (point >= 0x7f && point < 0xa0)) {
      return Optional.of("a control character (" + name(point) + ")");
    }
    if (MARKUP.indexOf(point) >= 0) {
      return Optional.of("markup (“" + (char) point + "”)");
    }
    if ((point >= 0xd800 && point <= 0xf8ff) || (point & 0xfffe) == 0xfffe || point >= 0xf0000) {
      return Optional.of("something that is no character (" + name(point) + ")");
    }
    return unseen(point) && !joins(text, at)
        ? Optional.of("a character that nobody sees (" + name(point) + ")")
        : Optional.empty();
  }

  private static boolean unseen(int point) {
    for (int[] range : UNSEEN) {
      if (point >= range[0] && point <= range[1]) {
        return true;
      }
    }
    return false;
  }

  /// Zero-width joiner and non-joiner belong to the spelling of some scripts.
  private static boolean joins(String text, int at) {
    char point = text.charAt(at);
    boolean joiner = point == '\u200c' || point == '\u200d';
    return joiner
        && at > 0
        && at + 1 < text.length()
        && ofJoinedScript(text.charAt(at - 1))
        && ofJoinedScript(text.charAt(at + 1));
  }

  private static boolean ofJoinedScript(char letter) {
    return letter >= FIRST_JOINED_SCRIPT && letter < 0x2000;
  }

  private static String name(int point) {
    String hex = each(Integer.toHexString(point), Character::toUpperCase);
    return "U+" + "0000".substring(Math.min(4, hex.length())) + hex;
  }

  /// Letter by letter, so that no language of the device has a say.
  private static String each(String text, IntUnaryOperator change) {
    StringBuilder changed = new StringBuilder(text.length());
    text.codePoints().map(change).forEach(changed::appendCodePoint);
    return changed.toString();
  }
}
