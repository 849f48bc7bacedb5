package kith.decks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kith.core.json.Json;
import kith.core.json.JsonWriter;

/// What a check found.
public final class Report {
  private final int prompts;
  private final Cells cells;
  private final List<String> languages;
  private final List<Mistake> problems;

  Report(int prompts, Cells cells, List<String> languages, List<Mistake> problems) {
    this.prompts = prompts;
    this.cells = cells;
    this.languages = List.copyOf(languages);
    this.problems = List.copyOf(problems);
  }

  /// Whether there is nothing to mend.
  public boolean clean() {
    return problems.isEmpty();
  }

  List<Mistake> problems() {
    return problems;
  }

  /// For people: one problem a line, then the counts.
  public String text() {
    String found = problems.stream().map(each -> each + "\n").collect(Collectors.joining());
    String sum = clean() ? "Nothing to mend." : problems.size() + " to mend.";
    return "%s%d prompts, %s. %s".formatted(found, prompts, String.join(" and ", languages), sum);
  }

  /// For programs: `{"v":1,"languages","prompts","cells":[{"topic","ring","suits","count"}],
  /// "sets":[{"kind","count"}],"problems":[{"file","line","cause","remedy"}]}`. The cells count
  /// questions, story stems and shared acts; light and grateful prompts are the sets.
  public String json() {
    List<Json> counted = new ArrayList<>();
    for (Cells.Cell cell : cells.cells()) {
      counted.add(
          Json.object()
              .with("topic", cell.topic().word())
              .with("ring", cell.ring())
              .with("suits", cell.suits().word())
              .with("count", cell.count())
              .built());
    }
    List<Json> sets = new ArrayList<>();
    cells
        .sets()
        .forEach(
            (kind, count) ->
                sets.add(Json.object().with("kind", kind.word()).with("count", count).built()));
    return JsonWriter.write(
        Json.object()
            .with("v", 1)
            .with("languages", Json.texts(languages))
            .with("prompts", prompts)
            .with("cells", new Json.Items(counted))
            .with("sets", new Json.Items(sets))
            .with("problems", new Json.Items(problems.stream().map(Report::json).toList()))
            .built());
  }

  private static Json json(Mistake mistake) {
    return Json.object()
        .with("file", mistake.file())
        .with("line", mistake.line())
        .with("cause", mistake.cause())
        .with("remedy", mistake.remedy())
        .built();
  }
}
