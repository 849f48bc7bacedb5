package kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import kith.core.json.Json;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Words of an entry, against the vectors that the reading in Python has made (docs/crypto.md, 7).
class SpokenTest {

  private static final Path VECTORS = Path.of("..", "vectors", "words");

  @TestFactory
  Stream<DynamicTest> words_stand_where_their_dashes_were_or_the_dashes_stay() throws IOException {
    try (Stream<Path> files = Files.list(VECTORS)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private static void check(Path file) {
    Kept vector = read(file);
    Kept given = vector.inner("given");
    Kept said = given.with("sealed", vector.fields().at("sealed").orElse(new Json.Null()));
    Bytes handle = hex(given.text("handle"));
    Kept parts = Kept.NOTHING;
    for (String name : List.of("body", "key")) {
      parts = vector.has(name) ? parts.with(name, hex(vector.text(name))) : parts;
    }
    List<Json> events =
        Spoken.opened(
            new Boxes(record(given)).bond(),
            Boxes.words(handle, Boxes.seat(given.number("seat"))),
            said,
            parts);
    assertThat(events).isEqualTo(vector.inner("opened").items("events"));
  }

  private static Kept record(Kept given) {
    List<Json> keys =
        given.items("keys").stream()
            .map(key -> Kept.NOTHING.with("key", key).text("key"))
            .<Json>map(key -> new Json.Text(Base64Url.format(hex(key).toArray())))
            .toList();
    return Kept.NOTHING.with("bond", hex(given.text("bond"))).with("keys", keys);
  }

  private static Bytes hex(String text) {
    return Bytes.of(HexFormat.of().parseHex(text));
  }

  private static Kept read(Path file) {
    try {
      return Kept.read(Files.readString(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void what_is_said_goes_into_the_body_and_a_dash_stays() {
    List<Json> events = read(VECTORS.resolve("words.json")).inner("opened").items("events");
    assertThat(Spoken.with(Spoken.without(events), Spoken.of(events))).isEqualTo(events);
    assertThat(Spoken.without(events))
        .isEqualTo(read(VECTORS.resolve("words.json")).inner("given").items("events"));
  }
}
