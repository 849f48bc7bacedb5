package kith.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kith.core.border.DeckText;
import kith.decks.Decks;
import kith.lab.dyad.Parameter;
import kith.lab.dyad.Settings;
import kith.lab.experiment.Bonds;
import kith.lab.experiment.Cell;
import kith.lab.experiment.Compare;
import kith.lab.experiment.Drawings;
import kith.lab.experiment.Effects;
import kith.lab.experiment.Fit;
import kith.lab.experiment.Manifest;
import kith.lab.experiment.Reproduce;
import kith.lab.experiment.Speed;
import kith.lab.experiment.Story;
import kith.lab.experiment.Sweep;
import kith.lab.experiment.Tables;
import kith.lab.experiment.Workers;
import kith.lab.outcome.Measure;
import kith.lab.pattern.Pattern;
import kith.lab.pattern.Patterns;
import kith.lab.pattern.Role;
import kith.lab.people.Population;
import kith.lab.policy.Policy;
import kith.lab.world.Faults;
import kith.lab.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `kith lab`: simulated people. docs/lab.md says what may be concluded from it, and what not.
@Command(
    name = "lab",
    description = "Simulated people: does the process do what the research says?",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class LabCommand implements Runnable {
  private static final int SHORT_RUNS = 20;
  private static final int SHORT_PAIRS = 120;
  private static final int SPEED_PARTS = 40;
  private static final double WORLD_DAYS = 0.5;
  private static final int LONG_RUNS = 20;

  /// A season has two such meetings.
  private static final int LONGEST_APART = 42;

  private static final int LONG_PAIRS = 500;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw wrong("Say what to do: reproduce, compare, sweep, pair, world, fit or speed.");
  }

  @Command(
      name = "reproduce",
      description = "Look for the published patterns: 0 all that must pass do, 1 not.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int reproduce(
      @Option(names = "--json", description = "One object a line, one line a pattern.")
          boolean json,
      @Option(names = "--short", description = "Fewer pairs; ends within 50 seconds.")
          boolean brief,
      @Mixin LabOptions.Seed seed,
      @Mixin LabOptions.Out out) {
    Settings settings = Settings.fitted();
    int pairs = brief ? SHORT_PAIRS : LONG_PAIRS;
    Reproduce reproduce =
        new Reproduce(
            settings,
            seed.value,
            pairs,
            brief ? SHORT_RUNS : LONG_RUNS,
            Optional.ofNullable(out.folder));
    List<Pattern> patterns = Patterns.all();
    Progress progress = new Progress(System.err, reproduce.steps(patterns));
    List<Reproduce.Finding> found = reproduce.run(patterns, Workers.all(), progress::done);
    System.out.print(json ? Tables.json(found) : Tables.text(found));
    if (out.folder != null) {
      LabOptions.write(out.folder, "patterns.csv", Tables.csv(found));
      Drawings.patterns(out.folder, caption(seed, pairs, reproduce.runs()), found);
      String command = "kith lab reproduce --seed " + seed.value + (brief ? " --short" : "");
      Manifest.write(
          out.folder, new Manifest(command, seed.value, pairs, reproduce.runs()), settings);
    }
    boolean good =
        found.stream()
            .filter(one -> one.pattern().role() != Role.HELD_OUT)
            .allMatch(Reproduce.Finding::passes);
    return good ? 0 : 1;
  }

  private static String filter(String option, @Nullable List<String> only) {
    return only == null ? "" : " " + option + " " + String.join(",", only);
  }

  private static String caption(LabOptions.Seed seed, int pairs, int runs) {
    return "Simulated, no real people. Seed %d; %d runs of %d pairs; 95 %% intervals of the runs."
        .formatted(seed.value, runs, pairs);
  }

  @Command(
      name = "compare",
      description = "Policies and Kith without each rule, in kinds of pairs.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int compare(
      @Mixin LabOptions.Seed seed,
      @Option(
              names = "--pairs",
              paramLabel = "N",
              defaultValue = "200",
              description = "In each run; default: ${DEFAULT-VALUE}.")
          int pairs,
      @Mixin LabOptions.Runs many,
      @Option(
              names = "--population",
              paramLabel = "KIND",
              split = ",",
              description = "Only these kinds of pairs; default: all.")
          @Nullable List<String> populations,
      @Option(
              names = "--policy",
              paramLabel = "POLICY",
              split = ",",
              description = "Only these policies; default: all.")
          @Nullable List<String> policies,
      @Mixin LabOptions.Out out) {
    Settings settings = Settings.fitted();
    int runs = many.value;
    atLeast(runs, 5, "--runs");
    atLeast(pairs, 1, "--pairs");
    List<Population> who = populations(populations);
    List<Policy> how = policies(policies);
    Compare compare =
        new Compare(settings, seed.value, pairs, runs, Optional.ofNullable(out.folder));
    Progress progress = new Progress(System.err, compare.steps(who, how));
    List<Cell> cells = compare.run(who, how, Workers.all(), progress::done);
    for (Population each : who) {
      System.out.print(
          Tables.text(
              each.title(), cells.stream().filter(cell -> cell.population() == each).toList()));
    }
    List<Effects.Effect> effects = Effects.of(cells);
    System.out.print(Effects.text(effects));
    if (out.folder != null) {
      LabOptions.write(out.folder, "cells.csv", Tables.cells(cells));
      LabOptions.write(out.folder, "rules.csv", Effects.csv(effects));
      String caption = caption(seed, pairs, runs);
      Drawings.cells(out.folder, caption, cells);
      Drawings.effects(out.folder, caption, effects);
      String filters = filter("--population", populations) + filter("--policy", policies);
      String command =
          "kith lab compare --seed %d --pairs %d --runs %d%s"
              .formatted(seed.value, pairs, runs, filters);
      Manifest.write(out.folder, new Manifest(command, seed.value, pairs, runs), settings);
    }
    return 0;
  }

  @Command(
      name = "sweep",
      description = "Move one parameter over its range.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int sweep(
      @Parameters(paramLabel = "PARAMETER", description = "As docs/lab.md names them.") String name,
      @Mixin LabOptions.Seed seed,
      @Option(
              names = "--points",
              paramLabel = "N",
              defaultValue = "7",
              description = "Default: ${DEFAULT-VALUE}.")
          int points,
      @Option(
              names = "--pairs",
              paramLabel = "N",
              defaultValue = "120",
              description = "In each run; default: ${DEFAULT-VALUE}.")
          int pairs,
      @Mixin LabOptions.Runs many,
      @Mixin LabOptions.Kind kind,
      @Mixin LabOptions.Out out) {
    int runs = many.value;
    atLeast(points, 2, "--points");
    atLeast(runs, 5, "--runs");
    atLeast(pairs, 1, "--pairs");
    Settings settings = Settings.fitted();
    Compare compare =
        new Compare(settings, seed.value, pairs, runs, Optional.ofNullable(out.folder));
    Population who = populations(List.of(kind.word)).getFirst();
    Sweep sweep = new Sweep(parameter(name), who, points, compare);
    Progress progress = new Progress(System.err, sweep.steps());
    List<Sweep.Point> found = sweep.run(Workers.all(), progress::done);
    System.out.print(sweep.csv(found));
    if (out.folder != null) {
      LabOptions.write(out.folder, "sweep.csv", sweep.csv(found));
      String caption = caption(seed, pairs, runs);
      for (Measure measure : List.of(Measure.CLOSENESS, Measure.EXPOSURES)) {
        String file = "sweep-" + measure.name().toLowerCase(Locale.ROOT);
        sweep.plot(found, measure, caption).write(out.folder, file);
      }
      String command =
          "kith lab sweep %s --seed %d --points %d --pairs %d --runs %d --population %s"
              .formatted(name, seed.value, points, pairs, runs, kind.word);
      Manifest.write(out.folder, new Manifest(command, seed.value, pairs, runs), settings);
    }
    return 0;
  }

  @Command(
      name = "pair",
      description = "One pair's story with Kith.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int pair(
      @Mixin LabOptions.Seed seed,
      @Mixin LabOptions.Kind kind,
      @Option(
              names = "--every",
              paramLabel = "DAYS",
              description = "They meet each so many days; else on workdays.")
          @Nullable Integer every,
      @Option(names = "--json", description = "As entries that the app takes.") boolean json) {
    Population who = populations(List.of(kind.word)).getFirst();
    OptionalInt days = every == null ? OptionalInt.empty() : OptionalInt.of(every);
    days.ifPresent(each -> between(each, 1, LONGEST_APART, "--every"));
    Story story =
        new Story(
            new Story.Pair(who, seed.value),
            Settings.fitted(),
            new Story.Rhythm(days),
            DeckText.read(Decks.founding()));
    String rhythm = every == null ? "" : " --every " + every;
    String made =
        "kith lab pair --seed %d --population %s%s --json".formatted(seed.value, kind.word, rhythm);
    System.out.print(json ? story.json(made) + "\n" : story.text());
    return 0;
  }

  private void between(int given, int least, int most, String option) {
    if (given < least || given > most) {
      throw wrong("%s is %d to %d.".formatted(option, least, most));
    }
  }

  @Command(
      name = "world",
      description =
          "Whole clients and relay, simulated with faults: 0 no property broke, 1 one did.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int world(
      @Mixin LabOptions.Seed seed,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "60",
              description = "Default: ${DEFAULT-VALUE}.")
          int days,
      @Option(
              names = "--people",
              paramLabel = "N",
              defaultValue = "2",
              description = "Each is bound to the next; default: ${DEFAULT-VALUE}.")
          int people,
      @Option(
              names = "--only",
              paramLabel = "FAULT",
              split = ",",
              description = "Only these faults, as a run names them.")
          @Nullable List<String> only,
      @Option(
              names = "--bonds",
              paramLabel = "N",
              defaultValue = "1",
              description = "So many worlds, with this seed and those after it; no trace.")
          int bonds) {
    atLeast(days, 1, "--days");
    atLeast(people, 2, "--people");
    atLeast(bonds, 1, "--bonds");
    Faults.Plan plan =
        only == null ? Faults.Plan.HARD : Faults.Plan.HARD.only(new LinkedHashSet<>(only));
    World.Setting setting = new World.Setting(seed.value, people, days, WORLD_DAYS, plan);
    return bonds == 1 ? LabWorlds.one(setting) : LabWorlds.many(new Bonds(setting, bonds));
  }

  @Command(
      name = "fit",
      description = "Fit again as docs/lab.md says; prints the record, then the values.",
      mixinStandardHelpOptions = true)
  int fit() {
    Settings settings = new Fit(Workers.all(), System.out::println).run();
    System.out.println("parameter,value");
    for (Parameter parameter : Fit.FREE) {
      System.out.println(String.format(Locale.ROOT, "%s,%.4f", parameter, settings.of(parameter)));
    }
    return 0;
  }

  @Command(
      name = "speed",
      description = "How many exchanges are simulated in a second.",
      mixinStandardHelpOptions = true)
  int speed(
      @Option(
              names = "--pairs",
              paramLabel = "N",
              defaultValue = "20000",
              description = "Default: ${DEFAULT-VALUE}.")
          int pairs) {
    atLeast(pairs, SPEED_PARTS, "--pairs");
    Speed speed = new Speed(pairs, Workers.all(), SPEED_PARTS);
    for (Policy policy : Sweep.policies()) {
      speed.of(policy);
      System.out.println(speed.of(policy).text());
    }
    return 0;
  }

  private void atLeast(int given, int least, String option) {
    if (given < least) {
      throw wrong("%s is at least %d.".formatted(option, least));
    }
  }

  private Parameter parameter(String name) {
    for (Parameter parameter : Parameter.values()) {
      if (parameter.name().equalsIgnoreCase(name)) {
        return parameter;
      }
    }
    throw wrong("There is no parameter “%s”; docs/lab.md lists them.".formatted(name));
  }

  private List<Population> populations(@Nullable List<String> words) {
    if (words == null) {
      return List.of(Population.values());
    }
    List<Population> found = new ArrayList<>();
    for (String word : words) {
      found.add(
          Population.named(word).orElseThrow(() -> wrong(no("kind of pairs", word, kinds()))));
    }
    return found;
  }

  private List<Policy> policies(@Nullable List<String> words) {
    if (words == null) {
      return Policy.all();
    }
    List<Policy> found = new ArrayList<>();
    for (String word : words) {
      found.add(
          Policy.named(word)
              .orElseThrow(
                  () ->
                      wrong(no("policy", word, Policy.all().stream().map(Policy::word).toList()))));
    }
    return found;
  }

  private static List<String> kinds() {
    return Stream.of(Population.values()).map(Population::word).toList();
  }

  private static String no(String what, String given, List<String> known) {
    return "There is no %s “%s”. There are: %s.".formatted(what, given, String.join(", ", known));
  }

  private RuntimeException wrong(String message) {
    return spec == null
        ? new IllegalArgumentException(message)
        : new ParameterException(spec.commandLine(), message);
  }
}
