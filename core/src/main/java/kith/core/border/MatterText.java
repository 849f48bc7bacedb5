package kith.core.border;

import kith.core.bond.Matter;
import kith.core.bond.Ring;
import kith.core.bond.Topic;
import kith.core.json.Json;

/// What both can say yes to, as text: `{"on":"deeper","topic":"work","ring":2}`.
final class MatterText {
  private MatterText() {}

  static Matter read(Reading from) {
    return switch (from.text("on")) {
      case "deeper" -> new Matter.Deeper(topic(from), ring(from));
      case "tonight" -> new Matter.Tonight(topic(from), ring(from));
      case "resume" -> new Matter.Resume();
      case "mended" -> new Matter.Mended();
      case "evening" -> new Matter.Evening();
      default -> throw from.wrong("on", "is no matter");
    };
  }

  static Topic topic(Reading from) {
    return Topic.named(from.text("topic"))
        .orElseThrow(() -> from.wrong("topic", "is none of the eight"));
  }

  static Ring ring(Reading from) {
    return new Ring((int) from.whole("ring", Ring.OUTERMOST, Ring.INNERMOST));
  }

  static Json write(Matter matter) {
    return switch (matter) {
      case Matter.Deeper(Topic topic, Ring ring) -> write("deeper", topic, ring);
      case Matter.Tonight(Topic topic, Ring ring) -> write("tonight", topic, ring);
      case Matter.Resume() -> write("resume");
      case Matter.Mended() -> write("mended");
      case Matter.Evening() -> write("evening");
    };
  }

  private static Json write(String on) {
    return Json.object().with("on", on).built();
  }

  private static Json write(String on, Topic topic, Ring ring) {
    return Json.object()
        .with("on", on)
        .with("topic", topic.word())
        .with("ring", ring.depth())
        .built();
  }
}
