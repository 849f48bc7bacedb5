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
import kith.crypto.Answers;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.SealedAnswer;
import kith.crypto.Secret;
import kith.crypto.Suite;
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
            new Boxes(record(given)),
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
    // Read as the partner reads them.
    return Kept.NOTHING
        .with("bond", hex(given.text("bond")))
        .with("keys", keys)
        .with("seat", 1 - given.number("seat"));
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

  @Test
  void words_under_ones_own_name_that_the_other_has_sealed_stay_a_dash() {
    Kept given = read(VECTORS.resolve("words.json")).inner("given");
    Secret mine = Suite.KITH1.newSecret();
    Kept record = record(given).with("seat", given.number("seat")).with("mark", mine);
    List<Json> bare = given.items("events");
    Bytes handle = hex(given.text("handle"));
    assertThat(opened(record, handle, mine, bare)).isNotEqualTo(bare);
    // Whoever has the bond's keys can seal for either seat, but for the tag of its author.
    Secret others = Suite.KITH1.newSecret();
    assertThat(opened(record, handle, others, bare)).isEqualTo(bare);
    Kept partner = record.with("seat", 1 - given.number("seat"));
    assertThat(opened(partner, handle, others, bare)).isNotEqualTo(bare);
  }

  /// What a device reads of words in seat 1 that were sealed with that secret.
  private static List<Json> opened(Kept record, Bytes handle, Secret amk, List<Json> events) {
    Boxes boxes = new Boxes(record);
    Answers.From from = Boxes.words(handle, Boxes.seat(1));
    Answers.Draft draft = new Answers.Draft(from, 1, "{\"v\":1,\"words\":[\"not by me\"]}");
    SealedAnswer sealed = new Answers().seal(boxes.bond(), amk, draft);
    Kept said = Kept.NOTHING.with("events", events).with("sealed", Boxes.sealed(sealed.fields()));
    Kept parts = Kept.NOTHING.with("body", sealed.body()).with("key", sealed.key());
    return Spoken.opened(boxes, from, said, parts);
  }
}
