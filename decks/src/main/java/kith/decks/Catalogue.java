package kith.decks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What may be said around a prompt: ways of hearing, repair, rest and end. Each entry has variants
/// of which one is shown or chosen; each is whole, nothing is put together from pieces.
///
/// @param entries the variants by name, in the order of the file
record Catalogue(Map<String, List<String>> entries, List<Mistake> mistakes) {
  /// What must read the same to everyone, whatever the cause (TRUST 17, 18): one variant only.
  static final List<String> ALWAYS_THE_SAME = List.of("rest", "ended", "taken-back");

  /// Fewer variants soon sound like a machine.
  private static final int FEWEST_VARIANTS = 3;

  /// The catalogue in that resource.
  static Catalogue read(String file) {
    return read(file, Resource.text(file));
  }

  static Catalogue read(String file, String text) {
    Blocks blocks = new Blocks(file, text);
    List<Mistake> mistakes = new ArrayList<>(blocks.mistakes());
    Map<String, List<String>> entries = new LinkedHashMap<>();
    for (Blocks.Block block : blocks.blocks()) {
      List<String> variants = block.text().stream().map(line -> line.substring(1).strip()).toList();
      if (entries.put(block.id(), variants) != null) {
        mistakes.add(
            new Mistake(
                file,
                block.line(),
                block.id() + " stands here a second time.",
                "Put all its variants under one heading."));
      }
      check(file, block, mistakes);
    }
    return new Catalogue(entries, mistakes);
  }

  private static void check(String file, Blocks.Block block, List<Mistake> mistakes) {
    boolean one = ALWAYS_THE_SAME.contains(block.id());
    int count = block.text().size();
    if (one ? count != 1 : count < FEWEST_VARIANTS) {
      String remedy =
          one
              ? "Give it exactly one wording: it must never hint at a cause."
              : "Give it at least " + FEWEST_VARIANTS + ".";
      mistakes.add(
          new Mistake(
              file, block.line(), "%s has %d variants.".formatted(block.id(), count), remedy));
    }
    if (!block.text().stream().allMatch(line -> line.startsWith("- "))) {
      mistakes.add(
          new Mistake(
              file,
              block.line(),
              "A line under " + block.id() + " is no variant.",
              "Begin each variant with a hyphen and a space, on one line."));
    }
  }
}
