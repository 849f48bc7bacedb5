package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All histories up to a depth, from several beginnings; one more deep with `-Dkith.long=true`.
@Execution(ExecutionMode.CONCURRENT)
final class EveryHistoryTest {
  private static final Tally TALLY = new Tally();

  @AfterAll
  static void print_what_was_held() {
    TALLY.print(
        "every history of %d moves to depth %d from nothing and %d from %d other beginnings"
            .formatted(
                Search.ALPHABET.size(),
                Depth.of(Starts.FRESH),
                Depth.of(Starts.OPENED),
                Starts.values().length - 1));
  }

  @ParameterizedTest
  @EnumSource
  void every_short_history_keeps_the_promises(Starts start) {
    int depth = Depth.of(start);
    long began = System.nanoTime();
    Search.Found found = new Search(start, Optional.empty(), TALLY).to(depth);
    System.out.printf(
        "every history from %s: depth %d, %d moves, %,d histories, %,d situations, %,d states, "
            + "%,d openings, %,d ms%n",
        start,
        depth,
        Search.ALPHABET.size(),
        found.histories(),
        found.situations(),
        found.states(),
        found.openings(),
        (System.nanoTime() - began) / 1_000_000);
    assertThat(found.states()).isGreaterThan(depth);
  }
}
