package kith.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kith.core.bond.Prompt;
import kith.core.bond.Ring;
import kith.core.bond.Topic;
import kith.core.border.Border;
import kith.core.deck.Deck;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;
import kith.lab.dyad.Parameter;
import kith.lab.dyad.Settings;
import kith.lab.figures.Interval;
import kith.lab.outcome.Figures.Figure;
import kith.lab.outcome.Measure;
import kith.lab.pattern.Pattern;
import kith.lab.pattern.Patterns;
import kith.lab.pattern.Role;
import kith.lab.people.Population;
import kith.lab.plot.Plot;
import kith.lab.policy.Policy;
import kith.lab.policy.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperimentsTest {
  private static final int LONGEST = 1 << 20;

  private static final Deck A_DECK =
      new Deck(
          List.of(
              new Prompt("mine", "work-1", Topic.WORK, new Ring(1), "en", "What do you do?"),
              new Prompt("mine", "work-2", Topic.WORK, new Ring(1), "en", "And before?")));

  @TempDir private Path folder = Path.of("");

  @Test
  void the_fit_sees_fitted_patterns_only_and_moves_what_the_file_of_fits_names_only() {
    assertThat(Patterns.fitted()).hasSize(7).allMatch(one -> one.role() == Role.FIT);
    assertThat(Settings.fits().keySet()).containsExactlyInAnyOrderElementsOf(Fit.FREE);
    Fit fit = new Fit(Workers.all(), line -> {});
    assertThat(fit.loss(Settings.fitted())).isLessThan(fit.loss(Settings.priors()) / 10);
  }

  @Test
  void one_thread_and_four_give_the_same_bytes_and_another_seed_gives_others() {
    String one = small(1, new Workers(1), Optional.empty());
    assertThat(small(1, new Workers(4), Optional.empty())).isEqualTo(one);
    assertThat(small(2, new Workers(4), Optional.empty())).isNotEqualTo(one);
    Pattern pattern = Patterns.fitted().getFirst();
    assertThat(patterns(pattern, new Workers(3))).isEqualTo(patterns(pattern, new Workers(1)));
  }

  private static String patterns(Pattern pattern, Workers workers) {
    return patterns(pattern, workers, Optional.empty());
  }

  private static String patterns(Pattern pattern, Workers workers, Optional<Path> kept) {
    Reproduce reproduce = new Reproduce(Settings.fitted(), 3, 20, 5, kept);
    return Tables.csv(reproduce.run(List.of(pattern), workers, done -> {}));
  }

  private static String small(long seed, Workers workers, Optional<Path> kept) {
    Compare compare = new Compare(Settings.fitted(), seed, 10, 5, kept);
    List<Population> who = List.of(Population.STRANGERS, Population.CONTROLLING);
    List<Cell> cells = compare.run(who, Sweep.policies(), workers, done -> {});
    return Tables.cells(cells) + Effects.csv(Effects.of(cells));
  }

  @Test
  void taking_away_that_passing_is_private_is_found_to_override_people() {
    Compare compare = new Compare(Settings.fitted(), 1, 40, 5, Optional.empty());
    List<Policy> policies = List.of(Policy.kith(), Policy.without(Rule.PRIVATE_PASS));
    List<Cell> cells =
        compare.run(List.of(Population.CONTROLLING), policies, Workers.all(), done -> {});
    assertThat(Effects.of(cells))
        .filteredOn(one -> one.measure() == Measure.OVERRIDDEN)
        .isNotEmpty()
        .allMatch(Effects.Effect::worse);
    assertThat(Effects.text(Effects.of(cells))).contains("without-private-pass");
  }

  @Test
  void an_experiment_broken_off_goes_on_and_comes_to_the_same() throws IOException {
    String whole = small(1, Workers.all(), Optional.of(folder));
    Path file = folder.resolve("runs.csv");
    String runs = Files.readString(file);
    Files.writeString(file, runs.substring(0, runs.length() / 2));
    assertThat(small(1, Workers.all(), Optional.of(folder))).isEqualTo(whole);
    Files.writeString(file, Files.readString(file).replaceAll("\\|[0-9.]+,", "|6.5000,"));
    assertThat(small(1, Workers.all(), Optional.of(folder))).isNotEqualTo(whole);
  }

  @Test
  void a_look_for_patterns_broken_off_goes_on_and_comes_to_the_same() throws IOException {
    Pattern pattern = Patterns.fitted().getFirst();
    String whole = patterns(pattern, Workers.all());
    assertThat(patterns(pattern, Workers.all(), Optional.of(folder))).isEqualTo(whole);
    Path file = folder.resolve("runs.csv");
    String runs = Files.readString(file);
    Files.writeString(file, runs.substring(0, runs.length() / 2));
    assertThat(patterns(pattern, Workers.all(), Optional.of(folder))).isEqualTo(whole);
    assertThat(Files.readString(file).lines().filter(line -> line.endsWith(";"))).hasSize(5);
    Files.writeString(file, Files.readString(file).replaceAll("\\|[-0-9.]+", "|6.5"));
    assertThat(patterns(pattern, Workers.all(), Optional.of(folder))).isNotEqualTo(whole);
  }

  @Test
  void a_pairs_story_can_be_read_and_its_entries_are_taken_by_the_border_of_the_app() {
    Story.Pair pair = new Story.Pair(Population.LONG_COUPLES, 4);
    Story story = new Story(pair, Settings.fitted(), Story.Rhythm.ON_WORKDAYS, A_DECK);
    assertThat(story.text()).startsWith("Simulated").contains("draws a card");
    Border border =
        Border.open(
            0,
            "00112233445566778899aabbccddeeff",
            "{\"v\":1,\"deck\":\"lab\",\"language\":\"en\",\"prompts\":[]}");
    Map<String, Json> fields =
        ((Json.Fields) JsonReader.read(story.json("kith lab pair"), LONGEST)).values();
    List<Json> entries =
        ((Json.Items) fields.getOrDefault("entries", Json.texts(List.of()))).values();
    assertThat(entries).hasSizeGreaterThan(100);
    for (Json entry : entries) {
      assertThat(border.take(JsonWriter.write(entry))).doesNotContain("error");
    }
    assertThat(border.view("{\"v\":1,\"sealed\":[]}", 1_800_000_000_000L))
        .contains("\"setAside\":0");
    assertThat(story.json("")).containsSubsequence("What do you do?", "And before?", "What do you");
    assertThat(story.json("")).contains("something of mine");
  }

  @Test
  void a_pair_that_meets_every_third_day_has_twenty_eight_meetings_in_a_season() {
    Story.Pair pair = new Story.Pair(Population.NEW_FRIENDS, 4);
    Story.Rhythm third = new Story.Rhythm(OptionalInt.of(3));
    assertThat(new Story(pair, Settings.fitted(), third, A_DECK).text())
        .contains("After 20 meetings")
        .doesNotContain("After 40 meetings")
        .doesNotContain(" day 1:", " day 85:")
        .containsPattern(" day 8[0-4]: ");
  }

  @Test
  void plots_are_written_as_png_and_svg_and_the_manifest_names_every_parameter()
      throws IOException {
    Interval one = new Interval(1, 0.5, 1.5);
    Plot.Row row = new Plot.Row("a row", 0, one);
    Plot.rows(
            new Plot.Labels("title", "caption", "x", ""),
            List.of(row),
            List.of(0.0),
            List.of("all"))
        .write(folder, "plot");
    assertThat(Files.size(folder.resolve("plot.png"))).isGreaterThan(1000);
    assertThat(Files.readString(folder.resolve("plot.svg"))).contains("a row");
    Manifest.write(folder, new Manifest("kith lab", 7, 10, 5), Settings.fitted());
    assertThat(Files.readString(folder.resolve("manifest.txt")))
        .contains("command: kith lab", "seed: 7", "pairs: 10", "runs: 5", "commit: ")
        .contains(Stream.of(Parameter.values()).map(Parameter::name).toList());
  }

  @Test
  void a_sweep_moves_what_hangs_on_the_parameter() {
    Compare compare = new Compare(Settings.fitted(), 1, 60, 5, Optional.empty());
    Sweep sweep = new Sweep(Parameter.EXPERIENCE_BASE, Population.STRANGERS, 2, compare);
    List<Sweep.Point> found = sweep.run(Workers.all(), done -> {});
    Figure figure = Figure.MEAN;
    double least = found.getFirst().cells().getFirst().figure(Measure.CLOSENESS, figure).value();
    double most = found.getLast().cells().getFirst().figure(Measure.CLOSENESS, figure).value();
    assertThat(most).isGreaterThan(least);
    assertThat(sweep.csv(found).lines().count()).isEqualTo(1 + 2 * 4 * 9);
  }

  @Test
  void twice_the_pairs_take_about_twice_the_work_and_no_more_memory() {
    Speed once = new Speed(2000, Workers.all(), 4);
    Speed twice = new Speed(4000, Workers.all(), 4);
    for (Policy policy : Sweep.policies()) {
      once.of(policy);
      Speed.Measured one = once.of(policy);
      Speed.Measured two = twice.of(policy);
      System.out.printf(
          "%s%n%s: %.2f times as long%n", one.text(), two.text(), two.seconds() / one.seconds());
      assertThat(one.allocated()).isGreaterThan(one.exchanges());
      assertThat(two.allocated()).isLessThan(one.allocated() * 5 / 2);
      assertThat(two.memory()).isLessThan(one.memory() + (32 << 20));
    }
  }
}
