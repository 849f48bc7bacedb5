package kith.core.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kith.core.json.Json;
import kith.core.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenTest {
  static List<Path> files() {
    return Golden.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void each_golden_history_gives_the_bytes_it_gave_before(Path file) throws IOException {
    Json golden = Golden.read(file);
    assertThat(JsonWriter.write(new Golden(golden).played())).isEqualTo(JsonWriter.write(golden));
  }

  @Test
  void there_are_golden_histories() {
    System.out.println("golden histories: " + Golden.files().size());
    assertThat(Golden.files()).hasSizeGreaterThanOrEqualTo(15);
  }
}
