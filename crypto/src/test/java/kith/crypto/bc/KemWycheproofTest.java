package kith.crypto.bc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kith.crypto.VectorFiles;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The two halves of X-Wing against the cases that have broken others.
class KemWycheproofTest {

  private static final MLKEMParameters ML_KEM = MLKEMParameters.ml_kem_768;

  @Test
  void ml_kem_768_keys_from_seeds_are_right() {
    run("mlkem_768_keygen_seed", one -> Arrays.equals(key(one).getPublicKey(), bytes(one, "ek")));
  }

  @Test
  void ml_kem_768_decapsulates_what_is_right() {
    run(
        "mlkem_768",
        one ->
            Arrays.equals(
                new MLKEMExtractor(key(one)).extractSecret(bytes(one, "c")), bytes(one, "K")));
  }

  @Test
  void ml_kem_768_refuses_public_keys_out_of_range() {
    run("mlkem_768_encaps", KemWycheproofTest::encapsulates);
  }

  @Test
  void nothing_is_sealed_to_a_point_whose_secret_is_zero() {
    byte[] good = PskHpke.publicKey(new byte[32]);
    PskHpke.Sharing sharing = new PskHpke.Sharing(new byte[32], new byte[1], new byte[0]);
    int count = 0;
    for (JsonNode one : tests("x25519").toList()) {
      if (one.get("shared").asString().matches("0+")) {
        byte[] key = Arrays.copyOf(good, good.length);
        System.arraycopy(bytes(one, "public"), 0, key, good.length - 32, 32);
        assertThatThrownBy(() -> PskHpke.seal(key, sharing, new byte[1]))
            .isInstanceOf(GeneralSecurityException.class);
        count++;
      }
    }
    System.out.println("wycheproof x25519 with a zero secret: " + count + " cases");
  }

  private static boolean encapsulates(JsonNode one) {
    MLKEMPublicKeyParameters key = new MLKEMPublicKeyParameters(ML_KEM, bytes(one, "ek"));
    byte[] secret = MLKEMGenerator.internalGenerateEncapsulated(key, bytes(one, "m")).getSecret();
    return secret.length == 32;
  }

  private static MLKEMPrivateKeyParameters key(JsonNode one) {
    return new MLKEMPrivateKeyParameters(ML_KEM, bytes(one, "seed"));
  }

  private static byte[] bytes(JsonNode one, String name) {
    return HexFormat.of().parseHex(one.get(name).asString());
  }

  private static Stream<JsonNode> tests(String name) {
    return VectorFiles.shared("wycheproof/" + name + "_test.json").stream()
        .flatMap(file -> StreamSupport.stream(file.get("testGroups").spliterator(), false))
        .flatMap(group -> StreamSupport.stream(group.get("tests").spliterator(), false));
  }

  private static void run(String name, Predicate<JsonNode> holds) {
    int count = 0;
    for (JsonNode one : tests(name).toList()) {
      boolean valid = one.get("result").asString().equals("valid");
      assertThat(holdsWithoutRefusal(holds, one)).as(one.get("tcId").toString()).isEqualTo(valid);
      count++;
    }
    System.out.println("wycheproof " + name + ": " + count + " cases");
  }

  private static boolean holdsWithoutRefusal(Predicate<JsonNode> holds, JsonNode one) {
    try {
      return holds.test(one);
    } catch (RuntimeException refused) {
      return false;
    }
  }
}
