package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kith.relay.log.Sample;
import kith.relay.log.postgres.TestDatabase;
import kith.wire.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The relay is killed (SIGKILL) at random moments under load, again and again over one store.
/// Whatever it had acknowledged is there afterwards, once.
final class KillTest {
  /// 500 of them, SQLite and PostgreSQL together, in the long form (`-Dkith.long=true`).
  private static final int KILLS =
      Integer.getInteger("kith.kills", Boolean.getBoolean("kith.long") ? 250 : 8);

  private static final int CLIENTS = 4;

  /// A kill comes so many acknowledged entries and deposits after the first ones, and then so many
  /// milliseconds later at most: a slow machine is killed as deep in its work as a fast one.
  private static final int LEAST_ACKNOWLEDGED = 8;

  private static final int FURTHER = 60;
  private static final int LONGEST_MILLIS = 30;

  /// Bonds are being made for so long.
  private static final int MAKING_MILLIS = 400;

  private static final int PATIENCE_SECONDS = 120;
  private static final int EXPIRES = Days.of(System.currentTimeMillis()) + 20;

  /// What was acknowledged in one round: of each client a bond, its entries, deposits, invitations.
  private static final class Acknowledged {
    final Map<Long, String> entries = new ConcurrentHashMap<>();
    final Map<Long, Boolean> held = new ConcurrentHashMap<>();
    final Map<Long, String> invitations = new ConcurrentHashMap<>();
    volatile boolean bond;
    volatile boolean seated;
  }

  @TempDir Path folder;

  @Test
  void whatever_was_acknowledged_before_a_kill_is_there_once_afterwards() throws Exception {
    killAndLook(folder.resolve("data").toString());
  }

  @Test
  void whatever_was_acknowledged_before_a_kill_is_there_once_on_postgresql_too() throws Exception {
    killAndLook(TestDatabase.url(folder));
  }

  private void killAndLook(String store) throws Exception {
    long seed = Long.getLong("kith.seed", System.nanoTime());
    System.out.println("KillTest: repeat with -Dkith.seed=" + seed);
    Random random = new Random(seed);
    int entries = 0;
    int deposits = 0;
    int invitations = 0;
    List<Acknowledged> before = List.of();
    for (int round = 0; round <= KILLS; round++) {
      try (ChildRelay relay = ChildRelay.start(store, folder.resolve("output"))) {
        for (int client = 0; client < before.size(); client++) {
          check(relay, bond(round - 1, client), before.get(client));
        }
        before = round < KILLS ? loadThenKill(relay, round, random) : List.of();
      }
      entries += before.stream().mapToInt(a -> a.entries.size()).sum();
      deposits += before.stream().mapToInt(a -> a.held.size()).sum();
      invitations += before.stream().mapToInt(a -> a.invitations.size()).sum();
    }
    System.out.printf(
        "KillTest: %d kills; %d entries, %d deposits, %d invitation steps, all there%n",
        KILLS, entries, deposits, invitations);
    assertThat(entries).isGreaterThan(KILLS);
    assertThat(deposits).isGreaterThan(KILLS);
  }

  private static long bond(int round, int client) {
    return 1 + (long) round * CLIENTS + client;
  }

  /// Loads, and kills at a random moment: in one round of four while bonds are being made,
  /// otherwise in the middle of entries and deposits.
  private static List<Acknowledged> loadThenKill(ChildRelay relay, int round, Random random)
      throws InterruptedException {
    List<Acknowledged> acknowledged =
        IntStream.range(0, CLIENTS).mapToObj(i -> new Acknowledged()).toList();
    Semaphore written = new Semaphore(0);
    List<CompletableFuture<Void>> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> client(relay, bond(round, i), acknowledged.get(i), written))
            .toList();
    boolean making = round % 4 == 0;
    int least = LEAST_ACKNOWLEDGED + random.nextInt(FURTHER);
    assertThat(making || written.tryAcquire(least, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> moment = new CompletableFuture<>();
    int millis = random.nextInt(making ? MAKING_MILLIS : LONGEST_MILLIS);
    moment.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
    relay.kill();
    CompletableFuture.allOf(clients.toArray(CompletableFuture<?>[]::new)).join();
    return acknowledged;
  }

  private static CompletableFuture<Void> client(
      ChildRelay relay, long bond, Acknowledged acknowledged, Semaphore written) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            act(relay, bond, acknowledged, written);
          } catch (RuntimeException killed) {
            // Expected: the relay went away in the middle of a request.
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private static void act(
      ChildRelay relay, long bond, Acknowledged acknowledged, Semaphore written) {
    String name = Sample.bond(bond).text();
    put(relay, "/v1/bonds/" + name, null, Say.seat(10));
    acknowledged.bond = true;
    String path = "/v1/invitations/" + Sample.invitation(bond).text();
    put(relay, path, 10L, Say.offer(bond, 1, EXPIRES));
    acknowledged.invitations.put(1L, "offer");
    put(relay, path + "/accept", null, Say.accept(2, 20));
    acknowledged.seated = true;
    acknowledged.invitations.put(2L, "accept");
    put(relay, path + "/confirm", 10L, Say.confirm(3));
    acknowledged.invitations.put(3L, "confirm");
    for (long i = 1; i < 400; i++) {
      long capability = i % 2 == 0 ? 10L : 20L;
      HttpResponse<String> answer =
          relay.send(relay.request("POST", Say.entriesOf(bond), capability, Say.entry(i)));
      acknowledged.entries.put(i, answer.body());
      written.release();
      if (i <= 60) {
        String deposit = Say.deposit(1, EXPIRES, Sample.words(i));
        put(relay, Say.gateOf(bond, i), 10L, deposit);
        acknowledged.held.put(i, true);
        written.release();
      }
      if (i > 1 && i <= 60 && i % 3 == 0) {
        acknowledged.held.remove(i);
        put(relay, Say.gateOf(bond, i), 10L, Say.deposit(2, EXPIRES, null));
        acknowledged.held.put(i, false);
      }
    }
  }

  private static void put(ChildRelay relay, String path, @Nullable Long capability, String body) {
    HttpResponse<String> answer = relay.send(relay.request("PUT", path, capability, body));
    Running.expect("20", answer.statusCode() + answer.body());
  }

  private static void check(ChildRelay relay, long bond, Acknowledged acknowledged) {
    if (!acknowledged.bond) {
      return;
    }
    invitation(relay, bond, acknowledged);
    String entries = entries(relay, bond, 0);
    acknowledged.entries.forEach(
        (handle, answer) -> {
          Matcher seq = Pattern.compile("\\{\"seq\":(\\d+),\"day\":(\\d+)}").matcher(answer);
          assertThat(seq.matches()).as(answer).isTrue();
          String entry =
              "{\"seq\":%s,\"day\":%s,\"by\":%d,\"handle\":\"%s\",\"parts\":%s}"
                  .formatted(
                      seq.group(1),
                      seq.group(2),
                      handle % 2 == 0 ? 0 : 1,
                      Sample.handle(handle).text(),
                      Say.parts(Sample.event(handle)));
          assertThat(count(entries, entry)).as(answer).isEqualTo(1);
          assertThat(count(entries, Sample.handle(handle).text())).isEqualTo(1);
        });
    assertNoGaps(entries);
    if (acknowledged.seated) {
      deposits(relay, bond, acknowledged);
    }
  }

  private static void invitation(ChildRelay relay, long bond, Acknowledged acknowledged) {
    String path = "/v1/invitations/" + Sample.invitation(bond).text();
    HttpResponse<String> answer = relay.send(relay.request("GET", path, null, null));
    for (Map.Entry<Long, String> step : acknowledged.invitations.entrySet()) {
      assertThat(answer.body())
          .contains(
              "\"%s\":\"%s\"".formatted(step.getValue(), Say.b64(Sample.box(40, step.getKey()))));
    }
  }

  /// The other side deposits too: what was held opens, what was taken away does not.
  private static void deposits(ChildRelay relay, long bond, Acknowledged acknowledged) {
    acknowledged
        .held
        .keySet()
        .forEach(
            gate ->
                put(
                    relay,
                    Say.gateOf(bond, gate),
                    20L,
                    Say.deposit(1, EXPIRES, Sample.words(gate + 1000))));
    String entries = entries(relay, bond, 0);
    acknowledged.held.forEach(
        (gate, held) -> {
          String opening =
              "\"gate\":\"%s\",\"parts\":[%s,%s]"
                  .formatted(
                      Sample.gate(gate).text(),
                      Say.parts(Sample.words(gate)),
                      Say.parts(Sample.words(gate + 1000)));
          assertThat(count(entries, opening)).isEqualTo(held ? 1 : 0);
        });
    assertNoGaps(entries);
  }

  private static String entries(ChildRelay relay, long bond, long first) {
    StringBuilder all = new StringBuilder();
    long after = first;
    String page;
    do {
      page =
          relay
              .send(relay.request("GET", Say.entriesOf(bond) + "?after=" + after, 10L, null))
              .body();
      all.append(page);
      after = lastSeq(page, after);
    } while (page.contains("\"more\":true"));
    return all.toString();
  }

  private static final Pattern SEQ = Pattern.compile("\\{\"seq\":(\\d+),");

  private static long lastSeq(String page, long otherwise) {
    return SEQ.matcher(page)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .max()
        .orElse(otherwise);
  }

  private static void assertNoGaps(String entries) {
    List<Long> seqs =
        SEQ.matcher(entries).results().map(found -> Long.valueOf(found.group(1))).toList();
    assertThat(seqs)
        .containsExactlyElementsOf(
            java.util.stream.LongStream.rangeClosed(1, seqs.size()).boxed().toList());
  }

  private static int count(String all, String part) {
    int count = 0;
    for (int at = all.indexOf(part); at >= 0; at = all.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }
}
