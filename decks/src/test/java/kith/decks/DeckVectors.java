package kith.decks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kith.core.border.DeckBorder;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;

/// Cases of shared decks and of wishes, `vectors/decks/*.json`: one file, one case.
///
/// `{"about","given","gives"}`, or `"refused"`, what is said to be wrong, in the place of
/// `"gives"`. Given is `{"deck":text}` or `{"fragment":text}`, which gives `{"canonical","pin",
/// "fragment"}`; or `{"wishes":text,"bond","day"}`, which gives `{"unwished","favourites"}`.
final class DeckVectors {
  private static final Path FOLDER = Path.of("..", "vectors", "decks");
  private static final int LONGEST = 1 << 20;

  private DeckVectors() {}

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static Json.Fields read(Path file) throws IOException {
    return fields(JsonReader.read(Files.readString(file), LONGEST));
  }

  /// The same case with what this build answers.
  static Json played(Json.Fields vector) {
    Json.Fields given = fields(vector.at("given").orElseThrow());
    Json.Fields answer = fields(JsonReader.read(answer(given), LONGEST));
    Json.Building played = Json.object().with("about", text(vector, "about")).with("given", given);
    return answer
        .at("error")
        .map(error -> played.with("refused", text(fields(error), "detail")))
        .orElseGet(() -> played.with("gives", answer))
        .built();
  }

  private static String answer(Json.Fields given) {
    if (given.at("wishes").isPresent()) {
      return given.at("day").orElseThrow() instanceof Json.Whole(long day)
          ? DeckBorder.wishes(text(given, "wishes"), text(given, "bond"), day)
          : "";
    }
    String canonical =
        given.at("deck").isPresent()
            ? DeckBorder.canonical(text(given, "deck"))
            : DeckBorder.ofFragment(text(given, "fragment"));
    return canonical.startsWith("{\"error\":") ? canonical : sound(canonical);
  }

  private static String sound(String canonical) {
    return JsonWriter.write(
        Json.object()
            .with("canonical", canonical)
            .with("pin", Handed.read(canonical).pin())
            .with("fragment", DeckBorder.fragment(canonical))
            .built());
  }

  private static Json.Fields fields(Json value) {
    return (Json.Fields) value;
  }

  private static String text(Json.Fields from, String name) {
    return ((Json.Text) from.at(name).orElseThrow()).value();
  }
}
