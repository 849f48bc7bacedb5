package kith.decks;

import java.util.List;
import java.util.Set;
import kith.core.deck.NotFor;
import kith.core.deck.PromptKind;
import kith.core.deck.Suits;
import kith.core.json.Json;
import kith.core.json.JsonWriter;

/// A deck as the core reads it (`DeckText` there), with `kind` where a prompt is no question, and
/// `not` where there is something to say. One prompt a line, so that a change is seen as one.
final class CoreDeck {
  private CoreDeck() {}

  /// The file of the founding prompts that suit `suits`.
  static String file(Suits suits, String language) {
    String name = suits == Suits.ANY ? "founding" : "founding-" + suits.word();
    return name + "." + language + ".json";
  }

  /// Its content.
  static String text(Founding founding, Suits suits) {
    List<String> lines =
        founding.prompts().stream()
            .filter(prompt -> prompt.aim().suits() == suits)
            .map(prompt -> " " + JsonWriter.write(json(prompt)))
            .toList();
    String suited = suits == Suits.ANY ? "" : ",\"suits\":\"%s\"".formatted(suits.word());
    return "{\"v\":1,\"deck\":\"%s\",\"language\":\"%s\"%s,\"prompts\":[\n%s\n]}\n"
        .formatted(Founding.DECK, founding.language(), suited, String.join(",\n", lines));
  }

  /// One prompt of it.
  static Json json(DeckPrompt prompt) {
    DeckPrompt.Aim aim = prompt.aim();
    Json.Building json =
        Json.object()
            .with("id", prompt.id())
            .with("topic", aim.topic().word())
            .with("ring", aim.ring().depth())
            .with("text", prompt.whole());
    if (aim.kind() != PromptKind.QUESTION) {
      json.with("kind", aim.kind().word());
    }
    if (!aim.not().isEmpty()) {
      json.with("not", Json.texts(sorted(aim.not())));
    }
    return json.built();
  }

  private static List<String> sorted(Set<NotFor> not) {
    return not.stream().sorted().map(NotFor::word).toList();
  }
}
