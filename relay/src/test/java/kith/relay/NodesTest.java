package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kith.relay.log.Sample;
import kith.relay.log.postgres.TestDatabase;
import kith.wire.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several relays, each a process of its own, over one PostgreSQL database.
final class NodesTest {
  private static final int EXPIRES = Days.of(System.currentTimeMillis()) + 20;
  private static final int GATES = 60;

  /// 7 kills in the long form (`-Dkith.long=true`): a seat writes 500 entries a day.
  private static final int NODE_KILLS = Boolean.getBoolean("kith.long") ? 7 : 3;

  private static final Pattern SEQ = Pattern.compile("\\{\"seq\":(\\d+),");

  @TempDir static Path folder;

  /// Two nodes that stay; each test has bonds of its own.
  private static ChildRelay one;

  private static ChildRelay two;

  @BeforeAll
  static void start() throws IOException {
    one = node(folder, "one");
    two = node(folder, "two");
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  private static ChildRelay node(Path database, String name) throws IOException {
    return ChildRelay.start(TestDatabase.url(database), folder.resolve(name));
  }

  private static HttpResponse<String> put(
      ChildRelay node, String path, @Nullable Long who, String body) {
    HttpResponse<String> answer = node.send(node.request("PUT", path, who, body));
    Running.expect("20", answer.statusCode() + answer.body());
    return answer;
  }

  private static void bond(ChildRelay node, long number) {
    put(node, "/v1/bonds/" + Sample.bond(number).text(), null, Say.seat(10));
    String invitation = "/v1/invitations/" + Sample.invitation(number).text();
    put(node, invitation, 10L, Say.offer(number, 1, EXPIRES));
    put(node, invitation + "/accept", null, Say.accept(2, 20));
  }

  private static String entries(ChildRelay node, long bond, long after) {
    String path = Say.entriesOf(bond) + "?after=" + after;
    return node.send(node.request("GET", path, 10L, null)).body();
  }

  private static List<Long> seqs(ChildRelay node, long bond) {
    List<Long> all = new ArrayList<>();
    String page;
    do {
      page = entries(node, bond, all.size());
      SEQ.matcher(page).results().forEach(found -> all.add(Long.valueOf(found.group(1))));
    } while (page.contains("\"more\":true"));
    return all;
  }

  @Test
  void what_is_written_at_one_node_is_heard_and_read_at_the_other() throws Exception {
    bond(one, 1);
    try (LiveReader live = new LiveReader(two.port(), Say.live(1, 20))) {
      live.awaitText(Say.nudge(1, 0));
      one.send(one.request("POST", Say.entriesOf(1), 10L, Say.entry(7)));
      live.awaitText(Say.nudge(1, 1));
      assertThat(entries(two, 1, 0)).contains(Sample.handle(7).text());
    }
  }

  @Test
  void deposits_that_meet_from_two_nodes_open_each_gate_once() throws Exception {
    bond(one, 2);
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (long gate = 0; gate < GATES; gate++) {
      String body = Say.deposit(1, EXPIRES, Sample.event(gate));
      all.add(one.later(one.request("PUT", Say.gateOf(2, gate), 10L, body)));
      all.add(two.later(two.request("PUT", Say.gateOf(2, gate), 20L, body)));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
    assertThat(seqs(two, 2))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, GATES).boxed().toList());
  }

  @Test
  void the_same_entry_sent_to_two_nodes_at_once_is_one_entry() throws Exception {
    bond(one, 3);
    for (long handle = 1; handle <= 20; handle++) {
      String entry = Say.entry(handle);
      var here = one.later(one.request("POST", Say.entriesOf(3), 10L, entry));
      var there = two.later(two.request("POST", Say.entriesOf(3), 10L, entry));
      assertThat(here.join().body()).isEqualTo(there.join().body());
    }
    assertThat(seqs(one, 3)).hasSize(20);
  }

  @Test
  void a_node_killed_under_load_takes_nothing_with_it_and_the_other_goes_on() throws Exception {
    bond(one, 4);
    List<Long> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < NODE_KILLS; kill++) {
      try (ChildRelay dying = node(folder, "dying")) {
        long first = 1 + kill * 100L;
        var here = load(one, first, 30);
        var there = load(dying, first + 50, 30);
        there.getFirst().join();
        dying.kill();
        acknowledged.addAll(kept(here, first));
        acknowledged.addAll(kept(there, first + 50));
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(NODE_KILLS * 30);
    List<Long> seqs = seqs(one, 4);
    assertThat(seqs)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, seqs.size()).boxed().toList());
    for (long handle : acknowledged) {
      String again = Say.entry(handle);
      String answer = one.send(one.request("POST", Say.entriesOf(4), 10L, again)).body();
      assertThat(answer).startsWith("{\"seq\":");
    }
    assertThat(seqs(one, 4)).as("each was there").hasSameSizeAs(seqs);
  }

  /// The node that was running notices within some seconds, and says so.
  private static void assertRefuses(ChildRelay node) throws IOException {
    node.awaitOutput("\"event\":\"too-old\"");
    HttpResponse<String> answer =
        node.send(node.request("POST", Say.entriesOf(1), 10L, Say.entry(100)));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("urn:kith:problem:internal");
  }

  private static List<CompletableFuture<HttpResponse<String>>> load(
      ChildRelay node, long first, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Say.entry(first + i))
        .map(entry -> node.later(node.request("POST", Say.entriesOf(4), 10L, entry)))
        .toList();
  }

  private static List<Long> kept(List<CompletableFuture<HttpResponse<String>>> sent, long first) {
    List<Long> kept = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      int status =
          sent.get(i).handle((answer, lost) -> lost == null ? answer.statusCode() : 0).join();
      if (status == 200) {
        kept.add(first + i);
      }
    }
    return kept;
  }

  @Test
  void nodes_of_this_version_work_on_a_newer_schema_until_it_says_that_they_cannot()
      throws Exception {
    Path own = folder.resolve("own");
    try (ChildRelay before = node(own, "before")) {
      bond(before, 1);
      String schema = TestDatabase.schema(own);
      int version = TestDatabase.number("SELECT max(version) FROM " + schema + ".migrations");
      TestDatabase.run("ALTER TABLE " + schema + ".entries ADD COLUMN later bytea");
      TestDatabase.run(
          "INSERT INTO %s.migrations VALUES (%d, 1, %d)".formatted(schema, version + 1, version));
      try (ChildRelay beside = node(own, "beside")) {
        before.send(before.request("POST", Say.entriesOf(1), 10L, Say.entry(1)));
        beside.send(beside.request("POST", Say.entriesOf(1), 10L, Say.entry(2)));
        assertThat(seqs(before, 1)).containsExactly(1L, 2L);
      }
      TestDatabase.run("UPDATE %s.migrations SET oldest = %d".formatted(schema, version + 1));
      assertThatThrownBy(() -> node(own, "too-old"))
          .hasMessageContaining("newer Kith")
          .hasMessageContaining("use that version");
      assertRefuses(before);
      assertThat(seqs(before, 1)).as("reading goes on").contains(1L, 2L);
    }
  }
}
