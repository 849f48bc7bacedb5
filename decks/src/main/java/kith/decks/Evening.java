package kith.decks;

import java.util.ArrayList;
import java.util.List;

/// The script of an evening for two: parts in order.
record Evening(List<Part> parts, List<Mistake> mistakes) {
  /// One part: words to read out, or the prompts of a set.
  ///
  /// @param ring of the set; 0 where words are read
  /// @param lines the words, or the ids
  record Part(int line, String name, int ring, int minutes, List<String> lines) {
    boolean isSet() {
      return ring > 0;
    }
  }

  /// The evening in that resource.
  static Evening read(String file) {
    return read(file, Resource.text(file));
  }

  static Evening read(String file, String text) {
    Blocks blocks = new Blocks(file, text);
    List<Part> parts = new ArrayList<>();
    for (Blocks.Block block : blocks.blocks()) {
      List<String> lines =
          block.text().stream()
              .map(line -> line.startsWith("- ") ? line.substring(2) : line)
              .toList();
      parts.add(
          new Part(block.line(), block.id(), whole(block, "ring"), whole(block, "minutes"), lines));
    }
    return new Evening(parts, blocks.mistakes());
  }

  /// 0 where it is missing or no number; [EveningCheck] tells.
  private static int whole(Blocks.Block block, String setting) {
    String value = block.settings().getOrDefault(setting, "0");
    return value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0;
  }

  /// Of all parts.
  int minutes() {
    return parts.stream().mapToInt(Part::minutes).sum();
  }
}
