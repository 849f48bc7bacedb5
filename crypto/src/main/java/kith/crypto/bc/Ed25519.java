package kith.crypto.bc;

import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// Ed25519 (RFC 8032) from 32-byte seeds; the JDK derives no public key from a seed.
public final class Ed25519 {

  /// Bytes of a public key.
  public static final int PUBLIC_KEY_BYTES = 32;

  /// Bytes of a signature.
  public static final int SIGNATURE_BYTES = 64;

  /// Points of order 1, 2, 4 and 8, sign bit cleared: as a public key, anyone could sign for them.
  private static final List<String> SMALL_ORDER =
      List.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  private Ed25519() {}

  /// The public key of a 32-byte seed.
  public static byte[] publicKey(byte[] seed) {
    return new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
  }

  /// Signs; the same seed and message give the same 64 bytes.
  public static byte[] sign(byte[] seed, byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(seed));
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  /// Whether the signature is right and the public key is a real one.
  public static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != PUBLIC_KEY_BYTES
        || signature.length != SIGNATURE_BYTES
        || isSmallOrder(publicKey)) {
      return false;
    }
    try {
      Ed25519Signer verifier = new Ed25519Signer();
      verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
      verifier.update(message, 0, message.length);
      return verifier.verifySignature(signature);
    } catch (RuntimeException notAPoint) {
      return false;
    }
  }

  private static boolean isSmallOrder(byte[] publicKey) {
    byte[] unsigned = publicKey.clone();
    unsigned[PUBLIC_KEY_BYTES - 1] &= 0x7f;
    return SMALL_ORDER.contains(HexFormat.of().formatHex(unsigned));
  }
}
