package kith.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import kith.core.bond.Ring;
import kith.core.bond.Topic;
import kith.core.json.Json;
import kith.crypto.Votes;

/// What both may privately say yes to: its name, and where it stands in an upload
/// (docs/crypto.md, section 12).
final class Matters {

  private static final int RESUME = 8;

  private static final int MENDED = 9;

  /// Votes on these meet at the daily tick.
  static final List<Kept> AT_TICKS = atTicks();

  /// Yeses to these meet at once.
  static final List<Kept> AT_ONCE = atOnce();

  private Matters() {}

  private static List<Kept> atTicks() {
    List<Kept> all = new ArrayList<>(rings("deeper"));
    all.add(Kept.NOTHING.with("on", "resume"));
    all.add(Kept.NOTHING.with("on", "mended"));
    return List.copyOf(all);
  }

  private static List<Kept> atOnce() {
    List<Kept> all = new ArrayList<>(rings("tonight"));
    all.add(Kept.NOTHING.with("on", "evening"));
    return List.copyOf(all);
  }

  private static List<Kept> rings(String on) {
    List<Kept> all = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      for (int ring = Ring.OUTERMOST; ring <= Ring.INNERMOST; ring++) {
        all.add(Kept.NOTHING.with("on", on).with("topic", topic.word()).with("ring", (long) ring));
      }
    }
    return all;
  }

  /// As it stands in gates and boxes: `deeper/feelings/2`.
  static String name(Kept matter) {
    String on = matter.text("on");
    return matter.has("topic") ? on + "/" + matter.text("topic") + "/" + matter.number("ring") : on;
  }

  /// Its place among the gates of an upload; none for what meets at once.
  static OptionalInt slot(Kept matter) {
    return switch (matter.text("on")) {
      case "deeper" -> OptionalInt.of(topic(matter.text("topic")));
      case "resume" -> OptionalInt.of(RESUME);
      case "mended" -> OptionalInt.of(MENDED);
      default -> OptionalInt.empty();
    };
  }

  /// The matter of each slot, the same for both: the ring after the open one in each topic, to go
  /// on, that it is mended; empty where there is none.
  static List<String> slots(Kept view) {
    List<String> slots = new ArrayList<>(Collections.nCopies(Votes.SLOTS, ""));
    for (Json each : view.items("topics")) {
      Kept wedge = Kept.of(each);
      long next = wedge.number("ring") + 1;
      if (next <= Ring.INNERMOST) {
        String name = "deeper/" + wedge.text("topic") + "/" + next;
        slots.set(topic(wedge.text("topic")), name);
      }
    }
    slots.set(RESUME, "resume");
    slots.set(MENDED, "mended");
    return slots;
  }

  private static int topic(String word) {
    return Topic.named(word).map(Topic::ordinal).orElseThrow();
  }
}
