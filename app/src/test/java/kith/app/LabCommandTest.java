package kith.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.lab.dyad.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class LabCommandTest {
  private static final int LONGEST = 1 << 24;
  private static final int LEAST_HELD_OUT = 8;
  private static final int PATTERNS = 22;

  @TempDir private Path folder = Path.of("");

  private record Ran(int code, String out, String err) {}

  @Test
  void reproduce_meets_all_that_was_fitted_and_at_least_eight_that_were_held_out() {
    Ran ran = run("reproduce", "--short", "--json", "--out", folder.toString());
    assertThat(ran.code()).isZero();
    List<Map<String, Json>> lines = ran.out().lines().map(LabCommandTest::fields).toList();
    assertThat(lines).hasSize(PATTERNS);
    long heldOut = 0;
    for (Map<String, Json> line : lines) {
      assertThat(line.keySet())
          .containsExactly("id", "role", "target", "value", "low", "high", "pass", "parts");
      boolean passes = new Json.Truth(true).equals(line.get("pass"));
      if (new Json.Text("held-out").equals(line.get("role"))) {
        heldOut += passes ? 1 : 0;
      } else {
        assertThat(passes).as(line.get("id") + "").isTrue();
      }
    }
    assertThat(heldOut).isGreaterThanOrEqualTo(LEAST_HELD_OUT);
    assertThat(folder).isDirectoryContaining("glob:**/patterns.{csv,png,svg}");
    assertThat(ran.err()).contains("100 %");
  }

  private static Map<String, Json> fields(String line) {
    return ((Json.Fields) JsonReader.read(line, LONGEST)).values();
  }

  @Test
  void a_sweep_that_was_broken_off_goes_on_and_its_manifest_says_how_to_make_it_again()
      throws IOException {
    String[] sweep = {
      "sweep",
      "trust_rate",
      "--points",
      "2",
      "--pairs",
      "10",
      "--runs",
      "5",
      "--seed",
      "5",
      "--out",
      folder.toString()
    };
    String whole = run(sweep).out();
    Path kept = folder.resolve("runs.csv");
    String runs = Files.readString(kept);
    Files.writeString(kept, runs.substring(0, runs.length() / 2));
    assertThat(run(sweep).out()).isEqualTo(whole);
    assertThat(Files.readString(kept).lines().filter(line -> line.endsWith(";")))
        .hasSize((int) runs.lines().count());
    assertThat(Files.readString(folder.resolve("sweep.csv"))).isEqualTo(whole);
    assertThat(Files.readString(folder.resolve("manifest.txt")))
        .contains("command: kith lab sweep trust_rate --seed 5 --points 2", "commit: ", "seed: 5")
        .contains(Stream.of(Parameter.values()).map(Parameter::name).toList());
  }

  @Test
  void compare_writes_its_tables_plots_and_manifest() {
    Ran ran =
        run(
            "compare",
            "--pairs",
            "3",
            "--runs",
            "5",
            "--population",
            "strangers,prober",
            "--policy",
            "kith,without-sealed",
            "--out",
            folder.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Clear differences from Kith");
    assertThat(folder)
        .isDirectoryContaining("glob:**/cells.csv")
        .isDirectoryContaining("glob:**/rules.csv")
        .isDirectoryContaining("glob:**/manifest.txt")
        .isDirectoryContaining("glob:**/rules-exposures-prober.{png,svg}")
        .isDirectoryContaining("glob:**/policies-closeness.{png,svg}")
        .isDirectoryNotContaining("glob:**/rules-exposures-silent.png");
  }

  @Test
  void a_pairs_story_is_the_same_for_the_same_seed_to_be_read_and_as_entries() {
    Ran told = run("pair", "--seed", "4", "--population", "long-couples");
    assertThat(told.out()).startsWith("Simulated: ").contains("draws a card");
    assertThat(run("pair", "--seed", "4", "--population", "long-couples")).isEqualTo(told);
    assertThat(fields(run("pair", "--json").out())).containsKeys("v", "simulated", "entries");
  }

  @Test
  void the_story_of_the_demonstration_is_made_again_by_the_command_that_it_names()
      throws IOException {
    String kept = Files.readString(Path.of("../web/src/ui/demo/story.json"));
    Json made = fields(kept).getOrDefault("made", new Json.Null());
    assertThat(made).isInstanceOf(Json.Text.class);
    List<String> words = List.of(((Json.Text) made).value().split(" "));
    assertThat(words).startsWith("kith", "lab", "pair");
    assertThat(run(words.subList(2, words.size()).toArray(String[]::new)).out()).isEqualTo(kept);
  }

  @Test
  void a_world_is_told_day_by_day_and_many_worlds_are_summed_up() {
    Ran world = run("world", "--days", "3", "--seed", "2");
    assertThat(world.code()).isZero();
    assertThat(world.out()).contains("two have met").containsPattern("trace [0-9a-f]{64}");
    assertThat(run("world", "--days", "3", "--seed", "2")).isEqualTo(world);
    Ran many = run("world", "--days", "2", "--bonds", "2");
    assertThat(many.code()).isZero();
    assertThat(many.out()).startsWith("2 bonds: ").contains("0 broke a property");
  }

  @Test
  void wrong_usage_says_what_is_wrong_and_what_there_is() {
    wrong("There are: free-talk", "compare", "--policy", "nonsense");
    wrong("There are: strangers", "pair", "--population", "nobody");
    wrong("docs/lab.md lists them", "sweep", "nonsense");
    wrong("--runs is at least 5", "compare", "--runs", "2");
    wrong("--points is at least 2", "sweep", "trust_rate", "--points", "1");
    wrong("--days is at least 1", "world", "--days", "0");
    wrong("--bonds is at least 1", "world", "--bonds", "0");
    wrong("--every is 1 to 42", "pair", "--every", "43");
    wrong("Say what to do");
  }

  private static void wrong(String sentence, String... arguments) {
    Ran ran = run(arguments);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(sentence);
  }

  private static Ran run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    StringWriter usage = new StringWriter();
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      int code =
          new CommandLine(new LabCommand()).setErr(new PrintWriter(usage, true)).execute(arguments);
      return new Ran(code, printed.toString(UTF_8), said.toString(UTF_8) + usage);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
