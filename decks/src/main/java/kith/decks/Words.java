package kith.decks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.core.deck.Suits;
import kith.core.json.Json;
import kith.core.json.JsonWriter;

/// The files that an app ships, by name, all made from the Markdown: the decks, the catalogue and
/// the evening.
final class Words {
  private Words() {}

  static Map<String, String> files(Founding founding) {
    String language = founding.language();
    Map<String, String> files = new LinkedHashMap<>();
    for (Suits suits : Suits.values()) {
      files.put(CoreDeck.file(suits, language), CoreDeck.text(founding, suits));
    }
    files.put("words." + language + ".json", line(catalogue(founding)));
    files.put("evening." + language + ".json", line(evening(founding)));
    return files;
  }

  private static String line(Json json) {
    return JsonWriter.write(json) + "\n";
  }

  /// `{"v":1,"language","entries":[{"name","variants":[...]}]}`.
  private static Json catalogue(Founding founding) {
    List<Json> entries = new ArrayList<>();
    founding
        .catalogue()
        .entries()
        .forEach(
            (name, variants) ->
                entries.add(
                    Json.object()
                        .with("name", name)
                        .with("variants", Json.texts(variants))
                        .built()));
    return Json.object()
        .with("v", 1)
        .with("language", founding.language())
        .with("entries", new Json.Items(entries))
        .built();
  }

  /// `{"v":1,"language","parts":[{"name","minutes","lines":[...]}]}`; a set has `ring` and
  /// `prompts`, ids of the founding deck, in the place of `lines`.
  private static Json evening(Founding founding) {
    List<Json> parts = new ArrayList<>();
    for (Evening.Part part : founding.evening().parts()) {
      Json.Building json = Json.object().with("name", part.name()).with("minutes", part.minutes());
      if (part.isSet()) {
        json.with("ring", part.ring());
      }
      parts.add(json.with(part.isSet() ? "prompts" : "lines", Json.texts(part.lines())).built());
    }
    return Json.object()
        .with("v", 1)
        .with("language", founding.language())
        .with("parts", new Json.Items(parts))
        .built();
  }
}
