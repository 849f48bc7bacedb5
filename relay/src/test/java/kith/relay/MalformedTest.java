package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.wire.Base64Url;
import kith.wire.Capability;
import kith.wire.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is not well formed is refused with the field at fault, and changes nothing.
final class MalformedTest {
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final Capability ONE = Sample.capability(10);
  private static final String ID = Sample.id(5).text();
  private static final String EVENT = b64(1024);

  @TempDir static Path folder;
  private static Running relay;

  @BeforeAll
  static void start() {
    relay = new Running(folder);
    relay.bond(1);
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static String b64(int length) {
    return Base64Url.write(new byte[length]);
  }

  /// One wrong body: sent where, and the field that the answer must name.
  record Wrong(String method, String path, String body, String field) {}

  private static Wrong entry(String field, String body) {
    return new Wrong("POST", Say.entriesOf(1), body, field);
  }

  private static Wrong parts(String field, String parts) {
    return entry(field, "{\"handle\":\"" + ID + "\",\"parts\":" + parts + "}");
  }

  private static Wrong deposit(String field, String body) {
    return new Wrong("PUT", Say.gateOf(1, 1), body, field);
  }

  private static Wrong offer(String field, String body) {
    return new Wrong("PUT", "/v1/invitations/" + ID, body, field);
  }

  static List<Wrong> wrong() {
    String good = "{\"event\":\"" + EVENT + "\"}";
    String nine = String.join(",", java.util.Collections.nCopies(9, "\"" + ID + "\""));
    return List.of(
        entry("body", ""),
        entry("body", "[]"),
        entry("body", "7"),
        entry("body", "{"),
        entry("body", "{\"handle\":\"" + ID + "\"} {}"),
        entry("body", "{\"handle\":\"" + ID + "\"} x"),
        entry("body", "{\"a\":1,\"a\":1}"),
        entry("body", "{'handle':1}"),
        entry("body", "[".repeat(5000)),
        entry("body", "{\"a\":" + "[".repeat(9) + "]".repeat(9) + "}"),
        entry("body", "{\"a\":[" + "1,".repeat(5000) + "1]}"),
        entry("body", "{\"a\":" + "9".repeat(500) + "}"),
        entry("body", "{\"" + "n".repeat(500) + "\":1}"),
        entry("body", "{\"handle\":\"\u0000\"}"),
        entry("handle", "{}"),
        entry("handle", "{\"handle\":null,\"parts\":" + good + "}"),
        entry("handle", "{\"handle\":7,\"parts\":" + good + "}"),
        entry("handle", "{\"handle\":\"" + b64(15) + "\",\"parts\":" + good + "}"),
        entry("handle", "{\"handle\":\"" + ID + "==\",\"parts\":" + good + "}"),
        entry("parts", "{\"handle\":\"" + ID + "\"}"),
        parts("parts", "null"),
        parts("parts", "[]"),
        parts("event", "{}"),
        parts("event", "{\"event\":\"" + b64(1023) + "\"}"),
        parts("event", "{\"event\":\"" + b64(16_384) + "\"}"),
        parts("event", "{\"event\":\"" + "+".repeat(1366) + "\"}"),
        parts("key", "{\"event\":\"" + EVENT + "\",\"body\":\"" + EVENT + "\"}"),
        parts("key", "{\"event\":\"" + EVENT + "\",\"key\":\"" + b64(66) + "\"}"),
        parts("body", words(b64(100), b64(65))),
        parts("body", words(b64(65_537), b64(65))),
        parts("key", words(EVENT, b64(64))),
        entry("closes", closes(good, "7")),
        entry("closes", closes(good, "[7]")),
        entry("closes", closes(good, "[\"x\"]")),
        entry("closes", closes(good, "[" + nine + "]")),
        deposit("revision", "{\"expires\":1,\"parts\":null}"),
        deposit("revision", "{\"revision\":0,\"expires\":1,\"parts\":null}"),
        deposit("revision", "{\"revision\":1.5,\"expires\":1,\"parts\":null}"),
        deposit("revision", "{\"revision\":9007199254740992,\"expires\":1,\"parts\":null}"),
        deposit("body", "{\"revision\":99999999999999999999,\"expires\":1,\"parts\":null}"),
        deposit("revision", "{\"revision\":\"1\",\"expires\":1,\"parts\":null}"),
        deposit("expires", "{\"revision\":1,\"parts\":null}"),
        deposit("expires", "{\"revision\":1,\"expires\":-1,\"parts\":null}"),
        deposit("expires", "{\"revision\":1,\"expires\":" + (DAY + 401) + ",\"parts\":null}"),
        deposit("parts", "{\"revision\":1,\"expires\":" + DAY + "}"),
        deposit("event", "{\"revision\":1,\"expires\":" + DAY + ",\"parts\":{}}"),
        new Wrong("PUT", "/v1/bonds/" + ID, "{}", "seat"),
        new Wrong("PUT", "/v1/bonds/" + ID, "{\"seat\":\"" + b64(31) + "\"}", "seat"),
        new Wrong("PUT", "/v1/bonds/x", Say.seat(1), "bond"),
        new Wrong("POST", "/v1/bonds/x/entries", "{}", "bond"),
        new Wrong("PUT", "/v1/bonds/" + ID + "/gates/x", "{}", "gate"),
        new Wrong("PUT", "/v1/invitations/x", "{}", "invitation"),
        offer("bond", "{}"),
        offer("offer", "{\"bond\":\"" + ID + "\",\"offer\":\"\",\"expires\":" + DAY + "}"),
        offer(
            "offer",
            "{\"bond\":\"" + ID + "\",\"offer\":\"" + b64(8193) + "\",\"expires\":" + DAY + "}"),
        offer("expires", Say.offer(1, 1, DAY - 1)),
        offer("expires", Say.offer(1, 1, DAY + 32)),
        new Wrong("PUT", "/v1/invitations/" + ID + "/accept", "{}", "accept"),
        new Wrong("PUT", "/v1/invitations/" + ID + "/accept", "{\"accept\":\"AAAA\"}", "seat"),
        new Wrong("PUT", "/v1/invitations/" + ID + "/confirm", "{}", "confirm"),
        new Wrong("POST", "/v1/live", "{}", "bonds"),
        new Wrong("POST", "/v1/live", "{\"bonds\":[]}", "bonds"),
        new Wrong("POST", "/v1/live", "{\"bonds\":[1]}", "bonds"),
        new Wrong("POST", "/v1/live", "{\"bonds\":[{}]}", "bond"),
        new Wrong("POST", "/v1/live", "{\"bonds\":[{\"bond\":\"" + ID + "\"}]}", "capability"));
  }

  private static String words(String body, String key) {
    return "{\"event\":\"%s\",\"body\":\"%s\",\"key\":\"%s\"}".formatted(EVENT, body, key);
  }

  private static String closes(String parts, String closes) {
    return "{\"handle\":\"%s\",\"parts\":%s,\"closes\":%s}".formatted(ID, parts, closes);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void a_malformed_request_is_told_which_field_is_wrong_and_why(Wrong wrong) {
    HttpResponse<String> answer =
        relay.described(
            wrong.method(),
            wrong.path(),
            wrong.body(),
            relay.request(wrong.method(), wrong.path(), ONE, wrong.body()));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .startsWith("{\"type\":\"urn:kith:problem:malformed\",")
        .contains("\"detail\":\"The field \\\"" + wrong.field() + "\\\" ")
        .endsWith("\"field\":\"" + wrong.field() + "\"}")
        .doesNotContain(ID);
    assertThat(relay.ask("GET", Say.entriesOf(1), ONE, null)).contains("\"entries\":[]");
  }

  @Test
  void a_position_that_is_no_number_is_malformed() {
    for (String after : List.of("x", "-1", "", "1.0", "99999999999999999")) {
      assertThat(relay.ask("GET", Say.entriesOf(1) + "?after=" + after, ONE, null))
          .as(after)
          .startsWith("400 ")
          .contains("\"field\":\"after\"");
    }
  }

  @Test
  void unknown_fields_are_not_looked_at() {
    String body = Say.seat(77).replace("{", "{\"later\":{\"deep\":[1,null,true]},");
    assertThat(relay.ask("PUT", "/v1/bonds/" + Sample.bond(77).text(), null, body))
        .startsWith("201");
  }

  @Test
  void only_json_is_taken() {
    for (String type : List.of("text/plain", "application/jsonx", "multipart/form-data")) {
      HttpRequest.Builder request =
          relay.request("PUT", "/v1/bonds/" + ID, null, null).header("Content-Type", type);
      request.PUT(HttpRequest.BodyPublishers.ofString(Say.seat(1)));
      HttpResponse<String> answer = relay.send(request);
      assertThat(answer.statusCode()).as(type).isEqualTo(415);
      assertThat(answer.body()).contains("urn:kith:problem:unsupported-media");
    }
    HttpRequest.Builder bare = relay.request("PUT", "/v1/bonds/" + ID, null, null);
    assertThat(relay.send(bare).statusCode()).isEqualTo(415);
  }

  @Test
  void json_with_a_charset_is_json() {
    HttpRequest.Builder request =
        relay
            .request("PUT", "/v1/bonds/" + Sample.bond(78).text(), null, null)
            .header("Content-Type", "application/json; charset=utf-8");
    request.PUT(HttpRequest.BodyPublishers.ofString(Say.seat(1)));
    assertThat(relay.send(request).statusCode()).isEqualTo(201);
  }

  @Test
  void a_body_over_the_limit_is_refused_whether_announced_or_not() {
    String large = " ".repeat(Limits.REQUEST_BYTES) + "{}";
    assertThat(relay.ask("POST", Say.entriesOf(1), ONE, large))
        .startsWith("413 ")
        .contains("urn:kith:problem:too-large");
    HttpRequest.Builder chunked = relay.request("POST", Say.entriesOf(1), ONE, "");
    chunked.POST(
        HttpRequest.BodyPublishers.ofInputStream(
            () ->
                new java.io.ByteArrayInputStream(
                    large.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    assertThat(relay.send(chunked).statusCode()).isEqualTo(413);
    String largest = " ".repeat(Limits.REQUEST_BYTES - 2) + "{}";
    assertThat(relay.ask("POST", Say.entriesOf(1), ONE, largest)).startsWith("400 ");
  }

  @Test
  void what_is_not_http_gets_a_short_answer_and_the_others_are_not_hurt() {
    assertThat(relay.raw("GET", "/v1/" + "x".repeat(5000), null, null))
        .startsWith("HTTP/1.0 400 ")
        .contains("\"field\":\"request\"");
    assertThat(relay.ask("GET", "/health", null, null)).isEqualTo("200 ok");
  }
}
