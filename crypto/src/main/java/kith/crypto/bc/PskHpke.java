package kith.crypto.bc;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/// HPKE (RFC 9180) in `mode_psk`, single shot, with empty aad: X-Wing, HKDF-SHA256, AES-256-GCM.
///
/// Private keys are 32-byte seeds; the library's DeriveKeyPair is never called, since libraries
/// disagree about it.
public final class PskHpke {

  /// Bytes of a public key: ML-KEM-768 (1184), then X25519 (32).
  public static final int PUBLIC_KEY_BYTES = 1216;

  /// Bytes that carry the shared secret: ML-KEM-768 ciphertext (1088), then an X25519 point (32).
  public static final int ENCAPSULATION_BYTES = 1120;

  /// RFC 9180 asks for at least 32 bytes; Kith takes exactly that, so that all uses look alike.
  private static final int PSK_BYTES = 32;

  private static final int SEED_BYTES = 32;

  private PskHpke() {}

  /// The public key of a 32-byte seed.
  public static byte[] publicKey(byte[] seed) {
    HPKE hpke = hpke();
    return hpke.serializePublicKey(keyPair(hpke, seed).getPublic());
  }

  /// Seals `text` to a public key: encapsulation, then ciphertext.
  public static byte[] seal(byte[] publicKey, Sharing sharing, byte[] text)
      throws GeneralSecurityException {
    try {
      HPKE hpke = hpke();
      HPKEContextWithEncapsulation sender =
          hpke.SetupPSKS(
              hpke.deserializePublicKey(exactly(publicKey, PUBLIC_KEY_BYTES)),
              sharing.info(),
              sharing.checkedPsk(),
              sharing.checkedPskId());
      byte[] sealed = sender.seal(new byte[0], text);
      byte[] encapsulation = sender.getEncapsulation();
      byte[] whole = Arrays.copyOf(encapsulation, encapsulation.length + sealed.length);
      System.arraycopy(sealed, 0, whole, encapsulation.length, sealed.length);
      return whole;
    } catch (InvalidCipherTextException | RuntimeException refused) {
      throw new GeneralSecurityException("refused");
    }
  }

  /// Opens what was sealed to the public key of `seed`.
  public static byte[] open(byte[] seed, Sharing sharing, byte[] sealed)
      throws GeneralSecurityException {
    try {
      HPKE hpke = hpke();
      byte[] encapsulation = Arrays.copyOf(sealed, Math.min(ENCAPSULATION_BYTES, sealed.length));
      byte[] rest = Arrays.copyOfRange(sealed, encapsulation.length, sealed.length);
      return hpke.setupPSKR(
              exactly(encapsulation, ENCAPSULATION_BYTES),
              keyPair(hpke, seed),
              sharing.info(),
              sharing.checkedPsk(),
              sharing.checkedPskId())
          .open(new byte[0], rest);
    } catch (InvalidCipherTextException | RuntimeException refused) {
      throw new GeneralSecurityException("refused");
    }
  }

  private static HPKE hpke() {
    return new HPKE(HPKE.mode_psk, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }

  private static AsymmetricCipherKeyPair keyPair(HPKE hpke, byte[] seed) {
    return hpke.deserializePrivateKey(exactly(seed, SEED_BYTES), null);
  }

  private static byte[] exactly(byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException("exactly " + length + " bytes are needed");
    }
    return bytes;
  }

  /// What both sides share: a secret of exactly 32 bytes, its name, and what it is used for.
  ///
  /// The library takes any secret, even none, so the two checks are ours.
  public static final class Sharing {
    private final byte[] psk;
    private final byte[] pskId;
    private final byte[] info;

    public Sharing(byte[] psk, byte[] pskId, byte[] info) {
      this.psk = psk.clone();
      this.pskId = pskId.clone();
      this.info = info.clone();
    }

    private byte[] info() {
      return info;
    }

    private byte[] checkedPsk() {
      return exactly(psk, PSK_BYTES);
    }

    private byte[] checkedPskId() {
      if (pskId.length == 0) {
        throw new IllegalArgumentException("a shared secret has a name");
      }
      return pskId;
    }
  }
}
