package kith.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The threat model can be cited by number, and claims nothing that no test shows.
class ThreatsTest {

  private static final String PAGE =
      Repository.read(Repository.ROOT.resolve("docs/threat-model.md"));

  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([NP])(\\d+) \\|.*\\| (.*) \\|$");

  /// A test class, or a file of tests.
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract)\\b|[\\w.-]+\\.ts`)");

  private static List<MatchResult> rows(String kind) {
    return ROW.matcher(PAGE).results().filter(row -> row.group(1).equals(kind)).toList();
  }

  @Test
  void what_is_and_what_is_not_protected_is_numbered_once_and_in_order() {
    for (String kind : List.of("N", "P")) {
      List<Integer> numbers =
          rows(kind).stream().map(row -> Integer.parseInt(row.group(2))).toList();
      assertThat(numbers)
          .hasSizeGreaterThan(10)
          .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }
  }

  @Test
  void every_protection_names_the_test_that_shows_it() {
    assertThat(rows("P")).allSatisfy(row -> assertThat(row.group(3)).containsPattern(TEST));
  }

  @Test
  void what_is_not_protected_stands_first() {
    assertThat(PAGE.indexOf("| N1 |")).isBetween(0, PAGE.indexOf("| P1 |"));
  }
}
