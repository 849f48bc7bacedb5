package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kith.core.json.Json;
import kith.core.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SharedDeckVectorsTest {
  static List<Path> files() {
    return DeckVectors.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void each_case_gives_what_it_gave_before(Path file) throws IOException {
    Json.Fields vector = DeckVectors.read(file);
    assertThat(JsonWriter.write(DeckVectors.played(vector))).isEqualTo(JsonWriter.write(vector));
    assertThat(vector.at("refused").isPresent())
        .isEqualTo(file.getFileName().toString().contains("refused"));
  }

  @Test
  void there_are_cases_of_every_sort() {
    List<String> names = files().stream().map(file -> file.getFileName().toString()).toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(60);
    assertThat(names).filteredOn(name -> name.startsWith("refused-link-")).hasSizeGreaterThan(15);
    assertThat(names).filteredOn(name -> !name.contains("refused")).hasSizeGreaterThan(10);
  }
}
