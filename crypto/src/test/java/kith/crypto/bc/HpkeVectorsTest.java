package kith.crypto.bc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kith.crypto.VectorFiles;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// The library computes what RFC 9180 and the working group's X-Wing vectors say.
class HpkeVectorsTest {

  private static final int X_WING = 0x647a;

  @TestFactory
  Stream<DynamicTest> psk_mode_is_that_of_rfc_9180() {
    return VectorFiles.ownIn("rfc9180").stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
  }

  @TestFactory
  Stream<DynamicTest> x_wing_is_that_of_the_working_group() {
    return VectorFiles.shared("hpke/hpke-pq-vectors.json").stream()
        .flatMap(HpkeVectorsTest::each)
        .filter(file -> file.get("kem_id").asInt() == X_WING && file.get("kdf_id").asInt() == 1)
        .map(file -> DynamicTest.dynamicTest(name(file), () -> checkXWing(file)));
  }

  @TestFactory
  Stream<DynamicTest> the_other_psk_vectors_of_the_rfc_hold_too() {
    return VectorFiles.shared("hpke/rfc9180-vectors.json").stream()
        .flatMap(HpkeVectorsTest::each)
        .filter(file -> file.get("mode").asInt() == HPKE.mode_psk)
        .filter(file -> file.get("encryptions").size() > 0)
        .map(file -> DynamicTest.dynamicTest(file.get("suite").asString(), () -> check(file)));
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static String name(JsonNode file) {
    return "kem %d kdf %d aead %d"
        .formatted(number(file, "kem_id"), number(file, "kdf_id"), number(file, "aead_id"));
  }

  private static void checkXWing(JsonNode file) throws InvalidCipherTextException {
    assertThat(PskHpke.publicKey(bytes(file, "skRm"))).isEqualTo(bytes(file, "pkRm"));
    check(file);
  }

  private static void check(JsonNode file) throws InvalidCipherTextException {
    HPKEContext receiver = receiver(file);
    int next = 0;
    for (JsonNode one : file.get("encryptions")) {
      if (one.has("seq") && number(one, "seq") != next) {
        break; // The library keeps its own count, and the RFC's list has gaps.
      }
      assertThat(receiver.open(bytes(one, "aad"), bytes(one, "ct"))).isEqualTo(bytes(one, "pt"));
      next++;
    }
    assertThat(next).isPositive();
    for (JsonNode one : file.get("exports")) {
      String context = one.has("ctx") ? "ctx" : "exporter_context";
      String value = one.has("val") ? "val" : "exported_value";
      assertThat(receiver.export(bytes(one, context), number(one, "L")))
          .isEqualTo(bytes(one, value));
    }
  }

  private static HPKEContext receiver(JsonNode file) {
    byte mode = file.has("psk") ? HPKE.mode_psk : HPKE.mode_base;
    HPKE hpke =
        new HPKE(
            mode,
            (short) number(file, "kem_id"),
            (short) number(file, "kdf_id"),
            (short) number(file, "aead_id"));
    AsymmetricCipherKeyPair key =
        hpke.deserializePrivateKey(bytes(file, "skRm"), bytes(file, "pkRm"));
    byte[] enc = bytes(file, "enc");
    byte[] info = bytes(file, "info");
    return file.has("psk")
        ? hpke.setupPSKR(enc, key, info, bytes(file, "psk"), bytes(file, "psk_id"))
        : hpke.setupBaseR(enc, key, info);
  }

  private static int number(JsonNode file, String name) {
    return Integer.parseInt(file.get(name).asString());
  }

  private static byte[] bytes(JsonNode file, String name) {
    return HexFormat.of().parseHex(file.get(name).asString());
  }
}
