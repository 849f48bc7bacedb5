package kith.core.border;

import kith.core.bond.Prompt;
import kith.core.bond.Ring;
import kith.core.bond.Topic;
import kith.core.json.Json;

/// Prompts as text.
final class PromptText {
  private PromptText() {}

  static Prompt read(Reading from) {
    return read(from, name(from, "deck"), name(from, "language"));
  }

  /// A prompt of a deck's file, where deck and language stand once for all.
  static Prompt read(Reading from, String deck, String language) {
    Topic topic =
        Topic.named(from.text("topic"))
            .orElseThrow(() -> from.wrong("topic", "is none of the eight"));
    Ring ring = new Ring((int) from.whole("ring", Ring.OUTERMOST, Ring.INNERMOST));
    String text = from.text("text", Prompt.LONGEST_TEXT);
    return new Prompt(deck, name(from, "id"), topic, ring, language, text);
  }

  /// What one person wrote themselves, under the name of its exchange.
  static Prompt own(Reading from) {
    return new Prompt(
        Prompt.OWN,
        from.exchange("exchange").text(),
        MatterText.topic(from),
        MatterText.ring(from),
        name(from, "language"),
        from.text("text", Prompt.LONGEST_TEXT));
  }

  static String name(Reading from, String field) {
    return from.text(field, Prompt.LONGEST_NAME);
  }

  static Json write(Prompt prompt) {
    return building(prompt).built();
  }

  static Json.Building building(Prompt prompt) {
    return Json.object()
        .with("deck", prompt.deck())
        .with("id", prompt.id())
        .with("topic", prompt.topic().word())
        .with("ring", prompt.ring().depth())
        .with("language", prompt.language())
        .with("text", prompt.text());
  }
}
