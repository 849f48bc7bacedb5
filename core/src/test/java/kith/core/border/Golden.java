package kith.core.border;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;

/// Golden histories, `vectors/core/*.json`: one file, one case.
///
/// `{"about","seed","deck","steps":[...]}`. Steps: `{"take":entry,"gives":answer}`, done by both
/// seats; `{"view":{"mine":[of seat 0, of seat 1],"now":ms},"gives":[of seat 0, of seat 1]}`;
/// `{"decide":command,"seat","mine","now","gives":answer}`. What goes in is a text, or a value that
/// stands for the text that `JSON.stringify` makes of it; what comes out likewise, and is compared
/// byte for byte.
final class Golden {
  private static final Path FOLDER = Path.of("..", "vectors", "core");
  private static final int LONGEST = 1 << 22;

  private final Reading history;
  private final List<Border> borders = new ArrayList<>();

  Golden(Json history) {
    this.history = Reading.of("case", history);
    String deck = Histories.deck(this.history.text("deck"));
    for (int seat = 0; seat < 2; seat++) {
      borders.add(Border.open(seat, this.history.text("seed"), deck));
    }
  }

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static Json read(Path file) throws IOException {
    return JsonReader.read(Files.readString(file), LONGEST);
  }

  /// The same case with what this build gives at each step.
  Json played() {
    List<Json> steps = new ArrayList<>();
    for (Json step : history.items("steps")) {
      Json.Building played = Json.object();
      Reading from = Reading.of("step", step);
      from.values().forEach((name, value) -> played.with(name, value));
      steps.add(played.with("gives", gives(from)).built());
    }
    return Json.object()
        .with("about", history.text("about"))
        .with("seed", history.text("seed"))
        .with("deck", history.text("deck"))
        .with("steps", new Json.Items(steps))
        .built();
  }

  private Json gives(Reading step) {
    if (step.has("take")) {
      String answer = borders.get(0).take(text(step.value("take")));
      if (!answer.equals(borders.get(1).take(text(step.value("take"))))) {
        throw new AssertionError("the two seats do not take alike");
      }
      return value(answer);
    }
    if (step.has("view")) {
      return views(step.fields("view"));
    }
    return value(
        borders
            .get((int) step.whole("seat", 0, 1))
            .decide(text(step.value("decide")), text(step.value("mine")), now(step)));
  }

  private Json views(Reading look) {
    List<Json> views = new ArrayList<>();
    for (int seat = 0; seat < 2; seat++) {
      views.add(value(borders.get(seat).view(text(look.items("mine").get(seat)), now(look))));
    }
    return new Json.Items(views);
  }

  private static long now(Reading from) {
    return from.whole("now", -Json.LARGEST_WHOLE, Json.LARGEST_WHOLE);
  }

  private static String text(Json value) {
    return value instanceof Json.Text(String text) ? text : JsonWriter.write(value);
  }

  /// An answer as a value, if writing that value gives the same bytes; else as its text.
  private static Json value(String answer) {
    if (answer.isEmpty()) {
      return new Json.Text("");
    }
    Json value = JsonReader.read(answer, LONGEST);
    return JsonWriter.write(value).equals(answer) ? value : new Json.Text(answer);
  }
}
