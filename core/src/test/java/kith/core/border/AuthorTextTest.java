package kith.core.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kith.core.bond.Reason;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `vectors/authored`: what authors may write, and why the rest is not read. `authored.test.ts`
/// asks the same files of the browser's core.
final class AuthorTextTest {
  private static final Path FOLDER = Path.of("..", "vectors", "authored");
  private static final int LONGEST = 1 << 20;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void what_an_author_wrote_is_read_or_refused_with_its_reason(Path file) throws IOException {
    Reading vector = Reading.of("vector", JsonReader.read(Files.readString(file), LONGEST));
    String refused = vector.textIf("refused", LONGEST);
    String answer = Border.authored(vector.text("given"));
    assertThat(answer).isEqualTo(refused.isEmpty() ? "" : Border.error(Reason.MALFORMED, refused));
    assertThat(file.getFileName().toString().startsWith("refused-")).isEqualTo(!refused.isEmpty());
  }

  @Test
  void what_is_read_is_what_was_written() {
    String text = "{\"at\":1,\"events\":[{\"type\":\"swapped\",\"x\":null,\"y\":true}]}";
    Json.Fields fields = AuthorText.read(text);
    assertThat(JsonWriter.write(fields)).isEqualTo(text);
  }

  @Test
  void there_are_vectors_of_both_kinds() throws IOException {
    long refused = files().stream().filter(file -> file.toString().contains("refused-")).count();
    System.out.printf("authors' texts: %d, %d of them refused%n", files().size(), refused);
    assertThat(refused).isGreaterThan(25);
    assertThat(files().size() - refused).isGreaterThan(5);
  }
}
