package kith.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class OperatingPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(--\\w+)` \\|([^|]*)\\|");

  /// Defaults that the page says in its own words: what follows from the rest, or nothing.
  private static final Map<String, String> IN_WORDS =
      Map.of(
          "--origin",
          "localhost",
          "--demo",
          "off",
          "--store",
          "",
          "--operator",
          "",
          "--metrics",
          "none");

  @Test
  void the_table_of_options_is_that_of_kith_serve() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "operating.md"));
    Map<String, String> told =
        ROW.matcher(page)
            .results()
            .collect(
                Collectors.toMap(
                    row -> row.group(1), row -> row.group(2).trim(), (a, b) -> a, TreeMap::new));
    Map<String, String> there = new TreeMap<>();
    new CommandLine(new Serve())
        .getCommandSpec().options().stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp())
            .forEach(
                option ->
                    there.put(
                        option.longestName(),
                        IN_WORDS.getOrDefault(
                            option.longestName(), String.valueOf(option.defaultValue()))));
    assertThat(told).isEqualTo(there);
  }
}
