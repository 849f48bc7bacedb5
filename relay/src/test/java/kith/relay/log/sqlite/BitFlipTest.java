package kith.relay.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import kith.relay.log.CannotOpen;
import kith.relay.log.Entry;
import kith.relay.log.MovingClock;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Sample;
import kith.relay.log.sql.Session;
import kith.wire.Box;
import kith.wire.Parts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// D07: one bit of the file, or of the log file beside it, is not what was written. The relay
/// refuses, or answers what was written, or answers a box that nobody wrote, which no device opens
/// (docs/threat-model.md, D21). It never answers a box of somebody else's, and never hangs.
final class BitFlipTest {
  private static final int PLACES = Boolean.getBoolean("kith.long") ? 300 : 40;
  private static final int ENTRIES = 20;

  @TempDir Path folder;

  private int stops;
  private int refused;
  private int same;
  private int altered;

  private RelayLog open(Path data) {
    return SqliteLog.open(data, new MovingClock(), (_, _) -> stops++);
  }

  /// Two bonds; some of it in the file, and some still in the log file beside it.
  private void write(Path copy) throws Exception {
    Path data = folder.resolve("data");
    try (RelayLog log = open(data)) {
      for (long bond = 1; bond <= 2; bond++) {
        log.create(new Requests.CreateBond(Sample.bond(bond), Sample.hash(10), 0)).join();
        append(log, bond, 1, ENTRIES / 2);
      }
    }
    try (RelayLog log = open(data);
        Session reader = new Connections(data.resolve("kith.db")).reader()) {
      reader.script("BEGIN");
      assertThat(Backup.number(reader, "SELECT count(*) FROM entries")).isEqualTo(ENTRIES);
      append(log, 1, ENTRIES / 2 + 1, ENTRIES);
      append(log, 2, ENTRIES / 2 + 1, ENTRIES);
      Files.createDirectories(copy);
      for (String name : List.of("kith.db", "kith.db-wal")) {
        Files.copy(data.resolve(name), copy.resolve(name));
      }
    }
    assertThat(Files.size(copy.resolve("kith.db-wal"))).isPositive();
  }

  private static void append(RelayLog log, long bond, long first, long last) {
    for (long number = first; number <= last; number++) {
      Parts parts = Sample.words(bond * 1000 + number);
      var request =
          new Requests.Append(Sample.seat(bond, 10), Sample.handle(number), parts, List.of());
      assertThat(log.append(request).join()).isInstanceOf(Outcome.Done.class);
    }
  }

  /// The entries of a bond; null when it is refused.
  private static @Nullable List<Entry> read(RelayLog log, long bond) {
    try {
      Requests.Read request = new Requests.Read(Sample.seat(bond, 10), 0);
      return log.read(request).join() instanceof Outcome.Done<Page>(Page page)
          ? page.entries()
          : null;
    } catch (CompletionException named) {
      return null;
    }
  }

  private static Set<Box> boxes(List<Entry> entries) {
    Set<Box> boxes = new HashSet<>();
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Written written -> boxes.add(written.parts().event());
        case Entry.Opened opened -> {
          boxes.add(opened.seat0().event());
          boxes.add(opened.seat1().event());
        }
      }
    }
    return boxes;
  }

  private void flip(Path from, Path to, String name, Random random) throws IOException {
    Files.createDirectories(to);
    for (String each : List.of("kith.db", "kith.db-wal")) {
      byte[] bytes = Files.readAllBytes(from.resolve(each));
      if (each.equals(name)) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(to.resolve(each), bytes);
    }
  }

  private void look(Path data, List<List<Entry>> written) {
    try (RelayLog log = open(data)) {
      for (int bond = 1; bond <= 2; bond++) {
        judge(read(log, bond), written.get(bond - 1), boxes(written.get(2 - bond)));
      }
    } catch (CannotOpen plainly) {
      refused += 2;
    }
  }

  private void judge(@Nullable List<Entry> now, List<Entry> then, Set<Box> ofTheOther) {
    if (now == null) {
      refused++;
      return;
    }
    assertThat(boxes(now)).as("of somebody else's").doesNotContainAnyElementsOf(ofTheOther);
    if (now.equals(then)) {
      same++;
    } else {
      altered++;
    }
  }

  @Test
  void a_bit_that_turned_is_refused_or_harmless_or_makes_a_box_that_no_device_opens()
      throws Exception {
    long seed = Long.getLong("kith.seed", System.nanoTime());
    System.out.println("BitFlipTest: repeat with -Dkith.seed=" + seed);
    Random random = new Random(seed);
    Path whole = folder.resolve("whole");
    write(whole);
    Path untouched = folder.resolve("untouched");
    flip(whole, untouched, "none", random);
    List<List<Entry>> written = new ArrayList<>();
    try (RelayLog log = open(untouched)) {
      written.add(List.copyOf(java.util.Objects.requireNonNull(read(log, 1))));
      written.add(List.copyOf(java.util.Objects.requireNonNull(read(log, 2))));
    }
    assertThat(written).allSatisfy(entries -> assertThat(entries).hasSize(ENTRIES));
    for (int place = 0; place < PLACES; place++) {
      Path data = folder.resolve("flipped-" + place);
      flip(whole, data, place % 2 == 0 ? "kith.db" : "kith.db-wal", random);
      look(data, written);
    }
    System.out.printf(
        "BitFlipTest: of %d answers %d as written, %d refused, %d altered or short; stopped %d%n",
        2 * PLACES, same, refused, altered, stops);
    assertThat(same + refused + altered).isEqualTo(2 * PLACES);
    assertThat(same).as("most bits are in no use").isPositive();
  }
}
