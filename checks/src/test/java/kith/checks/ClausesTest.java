package kith.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every clause of the protocol that binds says by which test or vectors it is held, and those
/// are there.
class ClausesTest {

  /// A clause with a number, and a step of a client of one's own.
  private static final Pattern CLAUSE = Pattern.compile("(?m)^(\\d+)\\. .*(?:\n +\\S.*)*");

  /// `Class.test`, `Class`, or `.test` of the class named before.
  private static final Pattern TEST =
      Pattern.compile("`([A-Z]\\w*(?:Test|Contract))?(?:\\.(\\w+))?`");

  /// Vectors by the beginning of their names, or all of a folder.
  private static final Pattern VECTORS = Pattern.compile("`([a-z]+(?:-[a-z]+)*/?)\\*`");

  private static final Pattern FILE = Pattern.compile("`(vectors/[\\w/.*-]+\\.json)`");

  private static final String PAGE = Repository.read(Repository.ROOT.resolve("docs/protocol.md"));

  private static List<MatchResult> clauses(String from) {
    int begin = PAGE.indexOf("\n## " + from);
    int end = PAGE.indexOf("\n## ", begin + 1);
    return CLAUSE.matcher(PAGE.substring(begin, end)).results().toList();
  }

  /// What the clause names that is not there; a line of its own when it names nothing.
  private static List<String> missing(MatchResult clause, Map<String, String> tests) {
    List<String> missing = new ArrayList<>();
    String text = clause.group();
    int named = 0;
    String inClass = "";
    for (MatchResult test : TEST.matcher(text).results().toList()) {
      inClass = test.group(1) == null ? inClass : test.group(1);
      String method = test.group(2) == null ? "class " + inClass : "void " + test.group(2) + "(";
      boolean contract = tests.getOrDefault(inClass, "").contains("interface " + inClass);
      String wanted = test.group(2) == null && contract ? "interface " + inClass : method;
      if (!tests.getOrDefault(inClass, "").contains(wanted)) {
        missing.add(clause.group(1) + ": " + test.group());
      }
      named++;
    }
    for (MatchResult vectors : VECTORS.matcher(text).results().toList()) {
      named++;
      String beginning = "/crypto/" + vectors.group(1);
      if (Repository.files(".json").stream().noneMatch(file -> shown(file).contains(beginning))) {
        missing.add(clause.group(1) + ": " + vectors.group());
      }
    }
    named += (int) FILE.matcher(text).results().count();
    return named == 0 ? List.of(clause.group(1) + ": names nothing") : missing;
  }

  private static String shown(Path file) {
    return Repository.ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static Map<String, String> tests() {
    Map<String, String> tests = new TreeMap<>();
    for (Path file : Repository.files("Test.java", "Contract.java")) {
      tests.put(file.getFileName().toString().replace(".java", ""), Repository.read(file));
    }
    return tests;
  }

  @Test
  void every_clause_of_the_protocol_names_the_test_or_the_vectors_that_hold_it() {
    Map<String, String> tests = tests();
    List<MatchResult> rules = clauses("Rules");
    assertThat(rules).hasSizeGreaterThanOrEqualTo(49);
    assertThat(rules.stream().flatMap(rule -> missing(rule, tests).stream())).isEmpty();
  }

  @Test
  void every_step_of_a_client_of_ones_own_names_its_vectors() {
    Map<String, String> tests = tests();
    List<MatchResult> steps = clauses("A client of one's own");
    assertThat(steps).hasSizeGreaterThanOrEqualTo(11);
    assertThat(steps.stream().flatMap(step -> missing(step, tests).stream())).isEmpty();
  }

  @Test
  void no_must_stands_outside_of_what_names_its_test() {
    String bare = CLAUSE.matcher(PAGE).replaceAll("");
    assertThat(bare.lines().filter(line -> line.contains("MUST"))).isEmpty();
  }
}
