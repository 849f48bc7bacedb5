package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.wire.Capability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each route of the wire: what it answers, to the byte, when asked well and when not.
final class RoutesTest {
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final Capability ONE = Sample.capability(10);
  private static final Capability TWO = Sample.capability(20);
  private static final Capability STRANGER = Sample.capability(99);
  private static final String DAY_ONLY = "{\"day\":" + DAY + "}";

  private static final String NOT_PERMITTED =
      "401 {\"type\":\"urn:kith:problem:not-permitted\",\"title\":\"Not permitted\",\"status\":401,"
          + "\"detail\":\"No seat opens with this; check the bond and the capability.\"}";

  @TempDir Path folder;
  private Running relay;

  @BeforeEach
  void start() {
    relay = new Running(folder);
    relay.bond(1);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private static String problem(int status, String name) {
    return status + " {\"type\":\"urn:kith:problem:" + name + "\",";
  }

  @Test
  void a_bond_is_made_once() {
    String path = "/v1/bonds/" + Sample.bond(2).text();
    assertThat(relay.ask("PUT", path, null, Say.seat(30))).isEqualTo("201 " + DAY_ONLY);
    relay.clock.toDay(DAY + 1);
    assertThat(relay.ask("PUT", path, null, Say.seat(30))).isEqualTo("201 " + DAY_ONLY);
    assertThat(relay.ask("PUT", path, null, Say.seat(31))).startsWith(problem(409, "bond-exists"));
  }

  @Test
  void an_entry_is_added_once_and_both_read_it() {
    String appended = "200 {\"seq\":1,\"day\":" + DAY + "}";
    String page =
        ("200 {\"entries\":[{\"seq\":1,\"day\":%d,\"by\":0,\"handle\":\"%s\",\"parts\":%s}],"
                + "\"more\":false,\"day\":%d,\"tick\":%d,\"change\":0,\"ended\":null}")
            .formatted(DAY, Sample.handle(5).text(), Say.parts(Sample.event(5)), DAY, DAY);
    assertThat(relay.ask("POST", Say.entriesOf(1), ONE, Say.entry(5))).isEqualTo(appended);
    assertThat(relay.ask("POST", Say.entriesOf(1), ONE, Say.entry(5))).isEqualTo(appended);
    assertThat(relay.ask("GET", Say.entriesOf(1), ONE, null)).isEqualTo(page);
    assertThat(relay.ask("GET", Say.entriesOf(1) + "?after=0", TWO, null)).isEqualTo(page);
    assertThat(relay.ask("GET", Say.entriesOf(1) + "?after=1", TWO, null))
        .startsWith("200 {\"entries\":[],\"more\":false,\"day\":" + DAY + ",");
  }

  @Test
  void the_same_entry_fifty_times_at_once_and_after_a_restart_has_one_answer() {
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 50)
            .mapToObj(i -> relay.later(relay.request("POST", Say.entriesOf(1), ONE, Say.entry(5))))
            .toList();
    assertThat(answers)
        .extracting(answer -> answer.join().body())
        .containsOnly("{\"seq\":1,\"day\":" + DAY + "}");
    relay.restart();
    assertThat(relay.ask("POST", Say.entriesOf(1), ONE, Say.entry(5)))
        .isEqualTo("200 {\"seq\":1,\"day\":" + DAY + "}");
    assertThat(relay.ask("GET", Say.entriesOf(1) + "?after=1", ONE, null))
        .contains("\"entries\":[]");
  }

  @Test
  void two_deposits_open_together_as_one_entry_with_seat_0_first() {
    String mine = Say.deposit(1, DAY + 3, Sample.words(1));
    String theirs = Say.deposit(1, DAY + 3, Sample.words(2));
    assertThat(relay.ask("PUT", Say.gateOf(1, 7), TWO, theirs)).isEqualTo("200 " + DAY_ONLY);
    assertThat(relay.ask("GET", Say.entriesOf(1), ONE, null)).contains("\"entries\":[]");
    assertThat(relay.ask("PUT", Say.gateOf(1, 7), ONE, mine)).isEqualTo("200 " + DAY_ONLY);
    assertThat(relay.ask("GET", Say.entriesOf(1), ONE, null))
        .isEqualTo(
            ("200 {\"entries\":[{\"seq\":1,\"day\":%d,\"gate\":\"%s\",\"parts\":[%s,%s]}],"
                    + "\"more\":false,\"day\":%d,\"tick\":%d,\"change\":0,\"ended\":null}")
                .formatted(
                    DAY,
                    Sample.gate(7).text(),
                    Say.parts(Sample.words(1)),
                    Say.parts(Sample.words(2)),
                    DAY,
                    DAY));
  }

  @Test
  void every_deposit_has_the_same_answer_to_the_byte() {
    String path = Say.gateOf(1, 1);
    String waiting = relay.raw("PUT", path, ONE, Say.deposit(2, DAY, Sample.words(1)));
    assertThat(waiting).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n" + DAY_ONLY);
    assertThat(
            List.of(
                relay.raw("PUT", path, ONE, Say.deposit(1, DAY, Sample.words(1))),
                relay.raw("PUT", path, ONE, Say.deposit(3, DAY, null)),
                relay.raw("PUT", path, ONE, Say.deposit(4, DAY, Sample.words(1))),
                relay.raw("PUT", path, TWO, Say.deposit(1, DAY - 1, Sample.words(1))),
                relay.raw("PUT", path, TWO, Say.deposit(2, DAY, Sample.words(1))),
                relay.raw("PUT", path, TWO, Say.deposit(3, DAY, Sample.words(1)))))
        .containsOnly(waiting);
  }

  @Test
  void a_closed_gate_does_not_open() {
    relay.ask("PUT", Say.gateOf(1, 1), ONE, Say.deposit(1, DAY, Sample.words(1)));
    assertThat(relay.ask("POST", Say.entriesOf(1), TWO, Say.entry(5, 1, 2)))
        .startsWith("200 {\"seq\":1");
    relay.ask("PUT", Say.gateOf(1, 1), TWO, Say.deposit(1, DAY, Sample.words(2)));
    assertThat(relay.ask("GET", Say.entriesOf(1) + "?after=1", ONE, null))
        .contains("\"entries\":[]");
  }

  @Test
  void an_invitation_runs_its_three_steps_and_ends() {
    relay.ask("PUT", "/v1/bonds/" + Sample.bond(2).text(), null, Say.seat(30));
    Capability inviter = Sample.capability(30);
    Capability joiner = Sample.capability(40);
    String path = "/v1/invitations/" + Sample.invitation(1).text();
    String offer = Say.offer(2, 1, DAY + 7);
    assertThat(relay.ask("GET", path, null, null)).startsWith(problem(404, "invitation-unknown"));
    assertThat(relay.ask("PUT", path, inviter, offer)).isEqualTo("201 " + DAY_ONLY);
    assertThat(relay.ask("PUT", path, inviter, offer)).isEqualTo("201 " + DAY_ONLY);
    assertThat(relay.ask("PUT", path, inviter, Say.offer(2, 2, DAY + 7)))
        .startsWith(problem(409, "invitation-exists"));
    assertThat(relay.ask("GET", path, null, null)).isEqualTo(invitation("null", "null"));
    assertThat(relay.ask("PUT", path + "/confirm", inviter, Say.confirm(3)))
        .startsWith(problem(409, "invitation-not-accepted"));
    String accept = Say.accept(2, 40);
    assertThat(relay.ask("PUT", path + "/accept", null, accept)).isEqualTo("200 " + DAY_ONLY);
    assertThat(relay.ask("PUT", path + "/accept", null, accept)).isEqualTo("200 " + DAY_ONLY);
    assertThat(relay.ask("PUT", path + "/accept", null, Say.accept(2, 41)))
        .startsWith(problem(409, "invitation-used"));
    String confirm = Say.confirm(3);
    assertThat(relay.ask("PUT", path + "/confirm", inviter, confirm)).isEqualTo("200 " + DAY_ONLY);
    assertThat(relay.ask("PUT", path + "/confirm", inviter, confirm)).isEqualTo("200 " + DAY_ONLY);
    assertThat(relay.ask("PUT", path + "/confirm", inviter, Say.confirm(4)))
        .startsWith(problem(409, "invitation-used"));
    assertThat(relay.ask("GET", path, null, null)).isEqualTo(invitation(box(2), box(3)));
    assertThat(relay.ask("DELETE", path, joiner, null)).isEqualTo("204");
    assertThat(relay.ask("DELETE", path, inviter, null)).isEqualTo("204");
    assertThat(relay.ask("GET", path, null, null)).startsWith(problem(410, "invitation-used"));
    relay.clock.toDay(DAY + 8);
    assertThat(relay.ask("GET", path, null, null)).startsWith(problem(410, "invitation-expired"));
  }

  private static String box(long number) {
    return "\"" + Say.b64(Sample.box(40, number)) + "\"";
  }

  private static String invitation(String accept, String confirm) {
    return "200 {\"offer\":%s,\"accept\":%s,\"confirm\":%s,\"expires\":%d,\"day\":%d}"
        .formatted(box(1), accept, confirm, DAY + 7, DAY);
  }

  @Test
  void unknown_bond_unknown_seat_and_wrong_capability_look_the_same() {
    String elsewhere = "/v1/bonds/" + Sample.bond(404).text() + "/entries";
    assertThat(relay.ask("GET", Say.entriesOf(1), STRANGER, null)).isEqualTo(NOT_PERMITTED);
    assertThat(relay.raw("GET", elsewhere, STRANGER, null))
        .isEqualTo(relay.raw("GET", Say.entriesOf(1), STRANGER, null))
        .isEqualTo(relay.raw("GET", Say.entriesOf(1), null, null));
    assertThat(
            List.of(
                relay.ask("POST", Say.entriesOf(1), STRANGER, Say.entry(1)),
                relay.ask("PUT", Say.gateOf(1, 1), STRANGER, Say.deposit(1, DAY, null)),
                relay.ask("PUT", Say.gateOf(1, 1), null, Say.deposit(1, DAY, null)),
                relay.ask("POST", "/v1/live", null, Say.live(1, 99)),
                relay.ask("POST", "/v1/live", null, Say.live(404, 10))))
        .containsOnly(NOT_PERMITTED);
  }

  @Test
  void about_says_what_a_client_needs() {
    int port = relay.port();
    assertThat(relay.ask("GET", "/v1/about", null, null))
        .isEqualTo(
            ("200 {\"wire\":1,\"day\":%d,\"origins\":[\"http://localhost:%d\","
                    + "\"http://127.0.0.1:%d\"],\"operator\":\"test\"}")
                .formatted(DAY, port, port));
  }

  @Test
  void health_is_plain() {
    assertThat(relay.ask("GET", "/health", null, null)).isEqualTo("200 ok");
  }

  @Test
  void unknown_addresses_and_other_methods_are_problems() {
    assertThat(relay.ask("GET", "/v1/nothing", null, null)).startsWith(problem(404, "not-found"));
    assertThat(relay.ask("GET", "/v1", null, null)).startsWith(problem(404, "not-found"));
    assertThat(relay.ask("GET", "/v1/bonds/x/entries/1", ONE, null))
        .startsWith(problem(404, "not-found"));
    HttpResponse<String> answer = relay.send(relay.request("DELETE", Say.entriesOf(1), ONE, null));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST, GET");
    assertThat(answer.body()).contains("urn:kith:problem:method-not-allowed");
  }

  @Test
  void only_pages_of_our_own_origin_may_use_it() {
    String own = "http://localhost:" + relay.port();
    for (String origin : List.of("https://elsewhere.example", "null", own + "0", own + "/")) {
      HttpResponse<String> answer =
          relay.send(relay.request("GET", "/v1/about", null, null).header("Origin", origin));
      assertThat(answer.statusCode()).as(origin).isEqualTo(403);
      assertThat(answer.body()).contains("urn:kith:problem:origin-not-permitted");
      assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
    assertThat(
            relay
                .send(relay.request("GET", "/v1/about", null, null).header("Origin", own))
                .statusCode())
        .isEqualTo(200);
  }
}
