package kith.relay.push;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import kith.wire.Base64Url;
import kith.wire.Box;
import org.jspecify.annotations.Nullable;

/// The relay's own key towards push services (RFC 8292): it shows that a push comes from the relay
/// to which the device gave its address.
final class Vapid {
  /// An uncompressed point of P-256.
  static final int PUBLIC_BYTES = 65;

  private static final int COORDINATE_BYTES = 32;

  /// For how long a proof holds; a day at most (RFC 8292, 2).
  private static final long PROOF_SECONDS = 12 * 3600;

  private static final String HEAD = "{\"typ\":\"JWT\",\"alg\":\"ES256\"}";

  private final byte[] point;
  private final PrivateKey key;

  private Vapid(byte[] point, PrivateKey key) {
    this.point = point;
    this.key = key;
  }

  /// New keys, as they are kept: the public point, then the private key (PKCS #8).
  static Box draw() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      byte[] point = point((ECPublicKey) pair.getPublic());
      byte[] secret = pair.getPrivate().getEncoded();
      byte[] both = Arrays.copyOf(point, PUBLIC_BYTES + secret.length);
      System.arraycopy(secret, 0, both, PUBLIC_BYTES, secret.length);
      return new Box(both);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException("this Java lacks P-256", everyJavaHasIt);
    }
  }

  private static byte[] point(ECPublicKey key) {
    byte[] point = new byte[PUBLIC_BYTES];
    point[0] = 4;
    put(key.getW().getAffineX(), point, 1);
    put(key.getW().getAffineY(), point, 1 + COORDINATE_BYTES);
    return point;
  }

  /// A coordinate in exactly 32 bytes; BigInteger may give one more for its sign, or fewer.
  private static void put(BigInteger coordinate, byte[] into, int at) {
    byte[] bytes = coordinate.toByteArray();
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, into, at + COORDINATE_BYTES - length, length);
  }

  /// The keys that were kept.
  static Vapid of(Box kept) {
    try {
      byte[] bytes = kept.bytes();
      byte[] secret = Arrays.copyOfRange(bytes, PUBLIC_BYTES, bytes.length);
      PrivateKey key =
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(secret));
      return new Vapid(Arrays.copyOf(bytes, PUBLIC_BYTES), key);
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException("the relay's push key cannot be read", damaged);
    }
  }

  /// The public key, as browsers want it for `applicationServerKey`.
  Box publicKey() {
    return new Box(point);
  }

  /// The `Authorization` of a push to an address; `subject`: whom the service may turn to.
  String authorization(URI address, @Nullable String subject, long nowMillis) {
    String audience = "https://" + PushServices.authority(address);
    long until = nowMillis / 1000 + PROOF_SECONDS;
    String who = subject == null ? "" : ",\"sub\":\"" + subject + "\"";
    String claims = "{\"aud\":\"" + audience + "\",\"exp\":" + until + who + "}";
    String signed = text(HEAD) + "." + text(claims);
    String proof = signed + "." + Base64Url.write(sign(signed));
    return "vapid t=" + proof + ", k=" + Base64Url.write(point);
  }

  private static String text(String json) {
    return Base64Url.write(json.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException("this Java cannot sign with P-256", everyJavaHasIt);
    }
  }
}
