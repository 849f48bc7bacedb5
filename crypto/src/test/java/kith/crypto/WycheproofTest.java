package kith.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kith.crypto.bc.Ed25519;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The primitives against the cases that have broken others.
class WycheproofTest {

  @Test
  void aes_gcm_opens_what_is_right_and_nothing_else() {
    run("aes_gcm", WycheproofTest::isOurGcm, one -> opens(new Inputs(one)));
  }

  @Test
  void hkdf_sha256_derives_what_is_right() {
    run("hkdf_sha256", group -> true, one -> derives(new Inputs(one)));
  }

  @Test
  void hmac_sha256_is_right() {
    run("hmac_sha256", group -> is(group, "tagSize", 256), one -> authenticates(new Inputs(one)));
  }

  @Test
  void ed25519_verifies_what_is_right_and_nothing_else() {
    int count = 0;
    for (JsonNode group : groups("ed25519").toList()) {
      byte[] key = HexFormat.of().parseHex(group.get("publicKey").get("pk").asString());
      for (JsonNode one : group.get("tests")) {
        Inputs inputs = new Inputs(one);
        boolean verifies = Ed25519.verifies(key, inputs.array("msg"), inputs.array("sig"));
        assertThat(verifies).as(one.toString()).isEqualTo(isValid(one));
        count++;
      }
    }
    say("ed25519", count);
  }

  private static boolean opens(Inputs one) {
    byte[] sealed = one.writer("iv", "ct", "tag").toArray();
    try {
      return Bytes.of(Suite.open(one.array("key"), one.array("aad"), sealed))
          .equals(one.bytes("msg"));
    } catch (Rejected refused) {
      return false;
    }
  }

  private static boolean derives(Inputs one) {
    try {
      byte[] derived =
          Suite.hkdf(one.array("ikm"), one.array("salt"), one.array("info"), one.integer("size"));
      return Bytes.of(derived).equals(one.bytes("okm"));
    } catch (IllegalStateException refused) {
      return false;
    }
  }

  private static boolean authenticates(Inputs one) {
    return Bytes.of(Suite.hmac(one.array("key"), one.array("msg"))).equals(one.bytes("tag"));
  }

  private static boolean isOurGcm(JsonNode group) {
    return is(group, "keySize", 256) && is(group, "ivSize", 96) && is(group, "tagSize", 128);
  }

  private static boolean is(JsonNode group, String name, int value) {
    return group.get(name).asInt() == value;
  }

  private static boolean isValid(JsonNode one) {
    return one.get("result").asString().equals("valid");
  }

  private static Stream<JsonNode> groups(String name) {
    return VectorFiles.shared("wycheproof/" + name + "_test.json").stream()
        .flatMap(file -> StreamSupport.stream(file.get("testGroups").spliterator(), false));
  }

  private static void run(String name, Predicate<JsonNode> wanted, Predicate<JsonNode> holds) {
    int count = 0;
    for (JsonNode group : groups(name).filter(wanted).toList()) {
      for (JsonNode one : group.get("tests")) {
        assertThat(holds.test(one)).as(one.toString()).isEqualTo(isValid(one));
        count++;
      }
    }
    say(name, count);
  }

  private static void say(String name, int count) {
    System.out.println("wycheproof " + name + ": " + count + " cases");
  }
}
