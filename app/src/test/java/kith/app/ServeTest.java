package kith.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// A plain reading of options stands in for picocli where it reads, and nowhere else.
final class ServeTest {
  private static final List<String> PIECES =
      List.of(
          "--port",
          "--data",
          "--store",
          "--host",
          "--origin",
          "--operator",
          "--metrics",
          "--log",
          "--demo",
          "--help",
          "--nothing",
          "8080",
          "0",
          "70000",
          "x",
          "",
          "-",
          "-1",
          "+9",
          "@file",
          "'quoted'",
          "a folder",
          "127.0.0.1",
          "https://kith.example",
          "not an origin",
          "info",
          "OFF",
          "loud",
          "--port=9",
          "jdbc:postgresql://host/kith",
          "${env:HOME}");

  private static Optional<Serve> byPicocli(String... options) {
    Serve serve = new Serve();
    CommandLine line = new CommandLine(serve).setCaseInsensitiveEnumValuesAllowed(true);
    try {
      return line.parseArgs(options).isUsageHelpRequested() ? Optional.empty() : Optional.of(serve);
    } catch (CommandLine.ParameterException refused) {
      return Optional.empty();
    }
  }

  private static Optional<Serve> plainly(List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.addFirst("serve");
    return Serve.plainly(all.toArray(String[]::new));
  }

  @Test
  void what_is_read_plainly_is_what_picocli_reads() {
    Random dice = new Random(20_000);
    int plain = 0;
    for (int i = 0; i < 6_000; i++) {
      List<String> options = new ArrayList<>();
      for (int length = dice.nextInt(7); length > 0; length--) {
        options.add(PIECES.get(dice.nextInt(PIECES.size())));
      }
      Optional<Serve> read = plainly(options);
      if (read.isPresent()) {
        plain++;
        Optional<List<Object>> other = byPicocli(options.toArray(String[]::new)).map(Serve::said);
        assertThat(Optional.of(read.get().said())).as("%s", options).isEqualTo(other);
      }
    }
    assertThat(plain).isGreaterThan(100);
  }

  @Test
  void an_ordinary_start_is_read_plainly() {
    assertThat(plainly(List.of())).isPresent();
    assertThat(plainly(List.of("--port", "8090", "--data", "a folder", "--demo"))).isPresent();
    assertThat(plainly(List.of("--origin", "https://kith.example", "--log", "warn"))).isPresent();
  }

  @Test
  void whatever_needs_an_explanation_is_left_to_picocli() {
    for (String options : List.of("--help", "--port", "--port x", "--port 70000", "--nothing 1")) {
      assertThat(plainly(List.of(options.split(" ")))).as(options).isEmpty();
    }
    assertThat(Serve.plainly(new String[] {"talk"})).isEmpty();
    assertThat(Serve.plainly(new String[0])).isEmpty();
  }
}
