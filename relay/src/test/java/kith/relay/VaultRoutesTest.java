package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.wire.Base64Url;
import kith.wire.Capability;
import kith.wire.Id;
import kith.wire.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Vaults over real sockets: coming in, records, unlockers.
final class VaultRoutesTest {
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final Id VAULT = Sample.id(7_000);
  private static final Id NOWHERE = Sample.id(7_404);
  private static final Id WORDS = Sample.id(7_001);
  private static final Id DEVICE = Sample.id(7_002);

  @TempDir Path folder;
  private Running relay;
  private KeyPair words;
  private KeyPair device;

  @BeforeEach
  void start() throws Exception {
    relay = new Running(folder);
    words = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    device = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String made = ask("PUT", "", null, "{\"unlocker\":" + unlocker(WORDS, 2, words) + "}");
    assertThat(made).isEqualTo("201 {\"day\":" + DAY + "}");
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private String ask(
      String method, String path, @Nullable Capability session, @Nullable String body) {
    return relay.ask(method, "/v1/vaults/" + VAULT.text() + path, session, body);
  }

  private static String unlocker(Id id, int kind, KeyPair keys) {
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    String more = kind == 2 ? ",\"salt\":\"" + Base64Url.write(new byte[16]) + "\",\"kdf\":1" : "";
    return "{\"unlocker\":\"%s\",\"kind\":%d,\"envelope\":\"%s\",\"public_key\":\"%s\"%s}"
        .formatted(id.text(), kind, Say.b64(Sample.box(1168, kind)), Base64Url.write(key), more);
  }

  private static String field(String answer, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer);
    assertThat(found.find()).as(answer).isTrue();
    return found.group(1);
  }

  private String challenge() {
    return field(ask("POST", "/challenge", null, "{}"), "challenge");
  }

  private String origin() {
    return "http://localhost:" + relay.port();
  }

  private String answer(Id unlocker, KeyPair keys, String challenge)
      throws GeneralSecurityException {
    byte[] from = origin().getBytes(StandardCharsets.UTF_8);
    byte[] label = "kith1/auth\0\1".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer message = ByteBuffer.allocate(label.length + 2 + from.length + 16 + 16 + 32 + 8);
    message.put(label).putShort((short) from.length).put(from).put(VAULT.bytes());
    message.put(unlocker.bytes()).put(Base64Url.read(challenge).orElseThrow()).putLong(77);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(message.array());
    return ("{\"unlocker\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"time\":77,"
            + "\"signature\":\"%s\"}")
        .formatted(unlocker.text(), challenge, origin(), Base64Url.write(signature.sign()));
  }

  private Capability unlock() throws GeneralSecurityException {
    String came = ask("POST", "/unlock", null, answer(WORDS, words, challenge()));
    assertThat(came).startsWith("200 ").contains("\"generation\":1");
    return Capability.read(field(came, "session")).orElseThrow();
  }

  @Test
  void an_unknown_vault_looks_like_any_other() {
    String nowhere = "/v1/vaults/" + NOWHERE.text();
    String first = relay.ask("POST", nowhere + "/challenge", null, "{}");
    String second = relay.ask("POST", nowhere + "/challenge", null, "{}");
    assertThat(first).startsWith("200 ").hasSameSizeAs(ask("POST", "/challenge", null, "{}"));
    assertThat(field(first, "salt")).isEqualTo(field(second, "salt"));
    assertThat(field(first, "unlocker")).isEqualTo(field(second, "unlocker"));
    assertThat(field(first, "challenge")).isNotEqualTo(field(second, "challenge"));
    Capability any = Sample.capability(1);
    assertThat(relay.raw("GET", nowhere + "/records", any, null))
        .isEqualTo(relay.raw("GET", "/v1/vaults/" + VAULT.text() + "/records", any, null))
        .isEqualTo(relay.raw("GET", nowhere + "/unlockers", null, null))
        .contains("urn:kith:problem:not-unlocked");
  }

  @Test
  void a_challenge_is_answered_once() throws Exception {
    String answer = answer(WORDS, words, challenge());
    assertThat(ask("POST", "/unlock", null, answer)).startsWith("200 ");
    assertThat(ask("POST", "/unlock", null, answer)).startsWith("401 ").contains("not-unlocked");
    String late = answer(WORDS, words, challenge());
    relay.clock.plusMillis((Limits.CHALLENGE_MINUTES + 1) * 60_000L);
    assertThat(ask("POST", "/unlock", null, late)).startsWith("401 ");
    String wrong = answer(WORDS, device, challenge());
    assertThat(ask("POST", "/unlock", null, wrong)).startsWith("401 ");
    String elsewhere = answer(WORDS, words, challenge()).replace("localhost", "127.0.0.1");
    assertThat(ask("POST", "/unlock", null, elsewhere)).startsWith("401 ");
  }

  @Test
  void strangers_wait_and_known_devices_do_not() throws Exception {
    Capability known = unlock();
    for (int i = 0; i < Limits.WRONG_WORDS_PER_DAY; i++) {
      assertThat(ask("POST", "/unlock", null, answer(WORDS, device, challenge())))
          .startsWith("401 ");
    }
    assertThat(ask("POST", "/unlock", null, answer(WORDS, words, challenge()))).startsWith("429 ");
    assertThat(ask("DELETE", "/session", known, null)).isEqualTo("204");
    assertThat(ask("POST", "/unlock", known, answer(WORDS, words, challenge()))).startsWith("200 ");
    relay.clock.toDay(DAY + 1);
    assertThat(ask("POST", "/unlock", null, answer(WORDS, words, challenge()))).startsWith("200 ");
  }

  private static String put(long was, long box) {
    return "{\"was\":%d,\"box\":\"%s\"}".formatted(was, Say.b64(Sample.box(1024, box)));
  }

  @Test
  void a_record_is_written_only_over_the_version_that_was_read() throws Exception {
    Capability session = unlock();
    String record = "/records/" + Sample.id(8_000).text();
    assertThat(ask("GET", record, session, null)).startsWith("404 ").contains("record-unknown");
    assertThat(ask("PUT", record, session, put(0, 1)))
        .isEqualTo("200 {\"version\":1,\"change\":1}");
    assertThat(ask("PUT", record, session, put(0, 1)))
        .isEqualTo("200 {\"version\":1,\"change\":1}");
    assertThat(ask("PUT", record, session, put(0, 2))).startsWith("409 ").contains("record-moved");
    assertThat(ask("PUT", record, session, put(1, 2)))
        .isEqualTo("200 {\"version\":2,\"change\":2}");
    assertThat(ask("PUT", record, session, "{\"was\":2,\"box\":null}"))
        .isEqualTo("200 {\"version\":3,\"change\":3}");
    assertThat(ask("PUT", record, session, put(0, 1)))
        .as("never from the beginning")
        .startsWith("409 ");
    assertThat(ask("GET", "/records?after=2", session, null)).contains("\"box\":null");
    assertThat(ask("GET", "/records?after=3", session, null)).contains("\"records\":[]");
    relay.restart();
    assertThat(ask("GET", record, session, null)).startsWith("200 ").contains("\"version\":3");
  }

  @Test
  void a_new_generation_ends_every_other_session() throws Exception {
    Capability mine = unlock();
    Capability other = unlock();
    String both =
        "{\"generation\":%d,\"unlockers\":["
            + unlocker(WORDS, 2, words)
            + ","
            + unlocker(DEVICE, 4, device)
            + "]}";
    assertThat(ask("PUT", "/unlockers", mine, both.replace("%d", "3")))
        .startsWith("409 ")
        .contains("generation-moved");
    assertThat(ask("PUT", "/unlockers", mine, both.replace("%d", "2"))).startsWith("200 ");
    assertThat(ask("PUT", "/unlockers", mine, both.replace("%d", "2"))).startsWith("200 ");
    assertThat(ask("GET", "/records", other, null)).startsWith("401 ");
    assertThat(ask("GET", "/unlockers", mine, null)).contains("\"generation\":2");
    String path = "/unlockers/";
    assertThat(ask("DELETE", path + DEVICE.text(), mine, null)).startsWith("200 ");
    assertThat(ask("DELETE", path + WORDS.text(), mine, null))
        .startsWith("409 ")
        .contains("last-unlocker");
    assertThat(ask("DELETE", "", mine, null)).isEqualTo("204");
    assertThat(ask("GET", "/records", mine, null)).startsWith("401 ");
  }

  @Test
  void a_passkey_comes_in_by_a_signature_like_every_other_way() throws Exception {
    Capability session = unlock();
    Id passkey = Sample.id(7_003);
    String body = "{\"unlocker\":" + unlocker(passkey, 1, device) + "}";
    assertThat(ask("POST", "/unlockers", session, body)).startsWith("200 ");
    String answer = answer(passkey, device, challenge());
    assertThat(ask("POST", "/unlock", null, answer)).startsWith("200 ");
    String wrong = answer(passkey, words, challenge());
    assertThat(ask("POST", "/unlock", null, wrong)).startsWith("401 ");
    assertThat(ask("GET", "/unlockers", session, null)).doesNotContain("credential");
  }

  @Test
  void a_code_takes_the_place_of_another_in_one_step() throws Exception {
    Capability session = unlock();
    Id paper = Sample.id(7_003);
    Id next = Sample.id(7_004);
    String other = "{\"unlocker\":" + unlocker(next, 3, device);
    assertThat(
            ask("POST", "/unlockers", session, "{\"unlocker\":" + unlocker(paper, 3, words) + "}"))
        .startsWith("200 ");
    assertThat(ask("POST", "/unlockers", session, other + "}"))
        .startsWith("409 ")
        .contains("unlocker-exists");
    String replaces = other + ",\"replaces\":\"%s\"}".formatted(paper.text());
    assertThat(ask("POST", "/unlockers", session, replaces)).startsWith("200 ");
    assertThat(ask("POST", "/unlockers", session, replaces))
        .as("the same again")
        .startsWith("200 ");
    assertThat(ask("POST", "/challenge", null, "{}")).contains(next.text());
    assertThat(ask("POST", "/unlock", null, answer(next, device, challenge()))).startsWith("200 ");
    assertThat(ask("POST", "/unlock", null, answer(paper, words, challenge()))).startsWith("401 ");
  }

  @Test
  void the_results_of_extensions_are_refused() throws Exception {
    String answer = answer(WORDS, words, challenge());
    String more = answer.replaceFirst("\\{", "{\"clientExtensionResults\":{\"prf\":{}},");
    assertThat(ask("POST", "/unlock", null, more))
        .startsWith("400 ")
        .contains("\"field\":\"clientExtensionResults\"");
  }
}
