package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import kith.relay.json.Bodies;
import kith.relay.json.BondBodies;
import kith.relay.json.PushBodies;
import kith.relay.json.VaultBodies;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.relay.log.Seat;
import kith.relay.log.Unlocked;
import kith.relay.push.PushServices;
import kith.wire.BondId;
import kith.wire.Capability;
import kith.wire.Checked;
import kith.wire.Limits;
import kith.wire.PushId;
import kith.wire.RecordId;
import kith.wire.VaultId;
import org.junit.jupiter.api.Test;

/// Every reader of what comes from outside, given honest bodies that were damaged in every way that
/// a seeded generator thinks of (D34): none throws, none takes long, none keeps much.
final class FuzzTest {
  private static final int EACH =
      Integer.getInteger("kith.each", Boolean.getBoolean("kith.long") ? 400_000 : 1_500);
  private static final long LONGEST_NANOS = 100_000_000L;
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final Seat SEAT = Sample.seat(1, 10);
  private static final Unlocked BY = new Unlocked(new VaultId(Sample.id(1)), Sample.hash(1));
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "-1",
    "1e999",
    "\\u0000",
    "\u00ff",
    "AAAA",
    "9007199254740993",
    "\"handle\":",
    "\"parts\":",
    "\\",
    " ",
    "[[[[[[[[[",
    "\ud800"
  };

  private final long seed = Long.getLong("kith.seed", System.nanoTime());
  private final RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);

  /// A reader, and an honest body for it.
  private record Reader(String honest, Function<byte[], Checked<?>> read) {}

  private static Map<String, Reader> readers() {
    Map<String, Reader> all = new TreeMap<>();
    entries(all);
    more(all);
    vaults(all);
    return all;
  }

  private static void entries(Map<String, Reader> all) {
    all.put("append", new Reader(Say.entry(1, 2, 3), body -> Bodies.append(SEAT, body)));
    all.put(
        "deposit",
        new Reader(
            Say.deposit(1, DAY, Sample.words(1)),
            body -> Bodies.deposit(SEAT, Sample.gate(1), DAY, body)));
    all.put(
        "offer",
        new Reader(
            Say.offer(1, 1, DAY),
            body -> Bodies.offer(Sample.invitation(1), SEAT.hash(), DAY, body)));
    all.put(
        "accept", new Reader(Say.accept(1, 2), body -> Bodies.accept(Sample.invitation(1), body)));
    all.put(
        "confirm",
        new Reader(
            Say.confirm(1), body -> Bodies.confirm(Sample.invitation(1), SEAT.hash(), body)));
  }

  private static void more(Map<String, Reader> all) {
    String id = Sample.id(5).text();
    String small = Say.b64(Sample.box(1024, 1));
    String key = Say.b64(Sample.box(65, 1));
    all.put("live", new Reader(Say.live(1, 10), Bodies::live));
    all.put("votes", new Reader(Say.votes(DAY, 1), body -> BondBodies.upload(SEAT, body)));
    all.put(
        "keys",
        new Reader(
            "{\"keys\":[{\"seq\":1,\"was\":\"%s\",\"key\":\"%s\"}]}".formatted(key, key),
            body -> BondBodies.rewrap(SEAT, body)));
    all.put(
        "end",
        new Reader(
            "{\"handle\":\"%s\",\"event\":\"%s\",\"on\":null}".formatted(id, small),
            body -> BondBodies.end(SEAT, DAY, body)));
  }

  private static void vaults(Map<String, Reader> all) {
    String small = Say.b64(Sample.box(1024, 1));
    String unlocker =
        "{\"unlocker\":\"%s\",\"kind\":4,\"envelope\":\"%s\",\"public_key\":\"%s\"}"
            .formatted(Sample.id(5).text(), small, Say.b64(Sample.box(32, 1)));
    all.put(
        "generation",
        new Reader(
            "{\"generation\":2,\"unlockers\":[" + unlocker + "]}",
            body -> VaultBodies.renew(BY, body)));
    all.put(
        "record",
        new Reader(
            "{\"was\":0,\"box\":\"" + small + "\"}",
            body -> VaultBodies.put(BY, new RecordId(Sample.id(3)), body)));
    all.put(
        "push",
        new Reader(
            "{\"address\":\"https://web.push.apple.com/x\",\"hours\":[7,20]}",
            body ->
                PushBodies.set(BY, new PushId(Sample.id(4)), PushServices.known()::read, body)));
  }

  @Test
  void no_damaged_body_throws_or_takes_long() {
    readers()
        .forEach(
            (name, reader) -> {
              assertThat(reader.read().apply(bytes(reader.honest())))
                  .as("the honest %s", name)
                  .isInstanceOf(Checked.Good.class);
              long refused = 0;
              for (int i = 0; i < EACH; i++) {
                byte[] damaged = damage(bytes(reader.honest()));
                refused += read(name, reader, damaged) instanceof Checked.Bad<?> ? 1 : 0;
              }
              assertThat(refused).as("damage is noticed: %s", name).isGreaterThan(EACH / 4);
            });
    System.out.printf(
        "fuzz: seed %d, %d bodies for each of %d readers%n", seed, EACH, readers().size());
  }

  private Checked<?> read(String name, Reader reader, byte[] damaged) {
    long before = System.nanoTime();
    Checked<?> read = attempt(name, reader, damaged);
    if (System.nanoTime() - before > LONGEST_NANOS) {
      // Somebody else may have had the processor: it must be quick at least once of several.
      long best = Long.MAX_VALUE;
      for (int again = 0; again < 5; again++) {
        long from = System.nanoTime();
        attempt(name, reader, damaged);
        best = Math.min(best, System.nanoTime() - from);
      }
      assertThat(best).as("-Dkith.seed=%d %s", seed, name).isLessThan(LONGEST_NANOS);
    }
    return read;
  }

  private Checked<?> attempt(String name, Reader reader, byte[] damaged) {
    try {
      return reader.read().apply(damaged);
    } catch (RuntimeException | StackOverflowError uncaught) {
      throw new AssertionError("-Dkith.seed=%d %s".formatted(seed, name), uncaught);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] damage(byte[] honest) {
    byte[] now = honest;
    for (int times = 1 + dice.nextInt(3); times > 0; times--) {
      now =
          switch (dice.nextInt(6)) {
            case 0 -> flipped(now);
            case 1 -> Arrays.copyOf(now, dice.nextInt(now.length + 1));
            case 2 -> joined(now, bytes(PIECES[dice.nextInt(PIECES.length)]), true);
            case 3 -> joined(now, new byte[dice.nextInt(64)], false);
            case 4 -> cut(now);
            default ->
                joined(now, now.length < Limits.REQUEST_BYTES / 2 ? now : flipped(now), true);
          };
    }
    return now;
  }

  private byte[] flipped(byte[] bytes) {
    byte[] copy = bytes.clone();
    if (copy.length > 0) {
      copy[dice.nextInt(copy.length)] = (byte) dice.nextInt(256);
    }
    return copy;
  }

  /// Puts `more` somewhere, over what is there or between it.
  private byte[] joined(byte[] bytes, byte[] more, boolean between) {
    int at = dice.nextInt(bytes.length + 1);
    int on = between ? at : Math.min(bytes.length, at + more.length);
    byte[] all = Arrays.copyOf(bytes, at + more.length + bytes.length - on);
    System.arraycopy(more, 0, all, at, more.length);
    System.arraycopy(bytes, on, all, at + more.length, bytes.length - on);
    return all;
  }

  private byte[] cut(byte[] bytes) {
    int from = dice.nextInt(bytes.length + 1);
    int to = from + dice.nextInt(bytes.length - from + 1);
    byte[] left = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, left, from, bytes.length - to);
    return left;
  }

  @Test
  void no_text_of_an_id_or_an_address_throws() {
    List<String> honest =
        List.of(Sample.id(5).text(), Sample.capability(1).text(), "https://web.push.apple.com/x?y");
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      String text =
          new String(damage(bytes(honest.get(i % honest.size()))), StandardCharsets.ISO_8859_1);
      BondId.read(text).ifPresent(id -> taken.add(text));
      Capability.read(text).ifPresent(id -> taken.add(text));
      PushServices.known().read(text).ifPresent(id -> taken.add(text));
    }
    assertThat(taken).allMatch(text -> text.startsWith("https://") || text.matches("[\\w-]+"));
  }
}
