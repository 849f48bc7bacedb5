package kith.core.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;
import org.junit.jupiter.api.Test;

/// How many histories, states and openings there are up to each depth, counted here and in the
/// browser module (`counts.test.ts`) from one file: `vectors/counts/weeks.json`. A state is a view
/// of seat 0; openings are the opened cards in all views.
final class CountsTest {
  private static final Path FILE = Path.of("..", "vectors", "counts", "weeks.json");
  private static final int LONGEST = 1 << 22;

  private final Reading file;
  private final String deck;
  private final Set<String> states = new HashSet<>();
  private long histories;
  private long openings;

  CountsTest() throws IOException {
    file = Reading.of("counts", JsonReader.read(Files.readString(FILE), LONGEST));
    deck = Histories.deck(file.text("deck"));
  }

  @Test
  void the_numbers_of_histories_states_and_openings_are_those_of_the_file() {
    List<Json> counted = new ArrayList<>();
    for (int depth = 1; depth <= file.items("counts").size(); depth++) {
      counted.add(count(depth));
    }
    System.out.println("counts: " + JsonWriter.write(new Json.Items(counted)));
    assertThat(JsonWriter.write(new Json.Items(counted)))
        .isEqualTo(JsonWriter.write(file.value("counts")));
  }

  private Json count(int depth) {
    histories = 0;
    openings = 0;
    states.clear();
    follow(new ArrayList<>(), file.whole("day", 0, LONGEST), depth);
    return Json.object()
        .with("depth", depth)
        .with("histories", histories)
        .with("states", states.size())
        .with("openings", openings)
        .built();
  }

  private void follow(List<String> entries, long day, int depth) {
    Border border = Border.open(0, file.text("seed"), deck);
    entries.forEach(entry -> assertThat(border.take(entry)).isEmpty());
    String view = border.view(Histories.NOTHING, day * Histories.A_DAY);
    histories++;
    states.add(view);
    openings += view.split("\"state\":\"opened\"", -1).length - 1;
    if (entries.size() == depth) {
      return;
    }
    for (Json move : file.items("moves")) {
      Reading from = Reading.of("move", move);
      long then = day + from.whole("days", 0, LONGEST);
      Json.Building entry = Json.object().with("seq", entries.size() + 1).with("day", then);
      from.fields("entry").values().forEach(entry::with);
      entries.add(JsonWriter.write(entry.built()));
      follow(entries, then, depth);
      entries.removeLast();
    }
  }
}
