package kith.client.talk;

import java.util.ArrayList;
import java.util.List;

/// Breaks lines between words, and lets nothing through that steers a terminal.
final class Wrapping {

  private Wrapping() {}

  /// The lines of a text, none wider than `width` unless a word is. What another person wrote may
  /// hold anything: control characters and the marks that turn text around are left out.
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrap(plain(paragraph), width, lines);
    }
    return lines;
  }

  private static String plain(String text) {
    return text.replace("\t", "  ")
        .replaceAll("[\\p{Cntrl}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]", "");
  }

  /// A line that fits stays as it is, spaces and all.
  private static void wrap(String paragraph, int width, List<String> lines) {
    if (paragraph.length() <= width) {
      lines.add(paragraph.stripTrailing());
      return;
    }
    int indent = paragraph.length() - paragraph.stripLeading().length();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    for (String word : paragraph.strip().split(" +", -1)) {
      if (!line.toString().isBlank() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
      }
      line.append(line.toString().isBlank() ? "" : " ").append(word);
    }
    lines.add(line.toString());
  }
}
