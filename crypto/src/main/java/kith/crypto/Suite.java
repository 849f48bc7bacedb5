package kith.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.IntFunction;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kith.crypto.bc.PskHpke;

/// The product label, where random bytes come from, and the primitives under that label.
///
/// Suite byte 0x01: HPKE with KEM 0x647a (X-Wing), KDF 0x0001 and AEAD 0x0002; HKDF-SHA256;
/// AES-256-GCM; Ed25519. There is no other, and nothing is negotiated.
public final class Suite {

  /// The suite of the product: label `kith1`, the system's randomness.
  public static final Suite KITH1 = new Suite("kith1", Suite::systemRandom);

  /// The suite byte.
  static final byte[] SU = {0x01};

  /// Bytes of a GCM nonce: random, and always in front of what it sealed.
  static final int NONCE_BYTES = 12;

  /// Bytes of a GCM tag: never shortened.
  static final int TAG_BYTES = 16;

  /// What AE adds to a text.
  static final int AE_BYTES = NONCE_BYTES + TAG_BYTES;

  private final String label;
  private final IntFunction<byte[]> random;

  private Suite(String label, IntFunction<byte[]> random) {
    this.label = label;
    this.random = random;
  }

  /// The product's suite over other random bytes than the system's: for worlds that repeat from a
  /// seed, never for people. `random` gives as many bytes as it is asked for, new ones each time.
  public static Suite drawing(IntFunction<byte[]> random) {
    return new Suite("kith1", random);
  }

  /// For tests: known answers need another label, or bytes that are not random.
  static Suite of(String label, IntFunction<byte[]> random) {
    return new Suite(label, random);
  }

  byte[] random(int length) {
    return random.apply(length);
  }

  /// 16 random bytes.
  public Bytes newId() {
    return Bytes.of(random(Bytes.ID));
  }

  /// 32 random bytes.
  public Secret newSecret() {
    return Secret.of(random(Bytes.KEY));
  }

  /// lab(name) = ASCII label, "/", name, 0x00.
  byte[] lab(String name) {
    return Utf8.of(label + "/" + name + "\0");
  }

  /// A record that begins with lab(name) || SU.
  Writer record(String name) {
    return new Writer().bytes(lab(name)).bytes(SU);
  }

  /// D(secret, name, context, length): HKDF-SHA256, empty salt, info = lab(name) || context.
  byte[] derive(byte[] secret, String name, byte[] context, int length) {
    if (secret.length < Bytes.KEY) {
      throw new IllegalArgumentException("a secret has at least " + Bytes.KEY + " bytes");
    }
    byte[] info = new Writer().bytes(lab(name)).bytes(context).toArray();
    return hkdf(secret, new byte[0], info, length);
  }

  byte[] derive(Secret secret, String name, byte[] context) {
    return derive(secret.toArray(), name, context, Bytes.KEY);
  }

  /// AE(key, aad, text): 12 fresh random bytes, then AES-256-GCM with its 16-byte tag.
  byte[] seal(byte[] key, byte[] aad, byte[] text) {
    return sealAfter(new byte[0], key, aad, text);
  }

  /// `before`, and AE(key, aad, text) after it.
  byte[] sealAfter(byte[] before, byte[] key, byte[] aad, byte[] text) {
    byte[] nonce = random(NONCE_BYTES);
    int begin = before.length + NONCE_BYTES;
    byte[] sealed = Arrays.copyOf(before, begin + text.length + TAG_BYTES);
    System.arraycopy(nonce, 0, sealed, before.length, NONCE_BYTES);
    try {
      gcm(Cipher.ENCRYPT_MODE, key, nonce, aad).doFinal(text, 0, text.length, sealed, begin);
      return sealed;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no AES-GCM", missing);
    }
  }

  /// Opens what AE sealed under the same key and the same aad.
  static byte[] open(byte[] key, byte[] aad, byte[] sealed) throws Rejected {
    Rejected.unless(sealed.length >= AE_BYTES);
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      return gcm(Cipher.DECRYPT_MODE, key, nonce, aad)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException refused) {
      throw new Rejected();
    }
  }

  /// SealKey: HPKE to an X-Wing public key, in mode_psk.
  static byte[] sealKey(byte[] publicKey, PskHpke.Sharing sharing, byte[] text) throws Rejected {
    try {
      return PskHpke.seal(publicKey, sharing, text);
    } catch (GeneralSecurityException refused) {
      throw new Rejected();
    }
  }

  /// OpenKey: opens what was sealed to the public key of `seed`.
  static byte[] openKey(byte[] seed, PskHpke.Sharing sharing, byte[] sealed) throws Rejected {
    try {
      return PskHpke.open(seed, sharing, sealed);
    } catch (GeneralSecurityException refused) {
      throw new Rejected();
    }
  }

  /// H: SHA-256 over the parts, one after the other.
  static byte[] hash(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", missing);
    }
  }

  /// HKDF-SHA256 (RFC 5869), extract and expand.
  static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
    try {
      HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(secret);
      if (salt.length > 0) {
        extract.addSalt(salt);
      }
      return KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(info, length));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HKDF-SHA256", missing);
    }
  }

  private static Cipher gcm(int mode, byte[] key, byte[] nonce, byte[] aad)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    GCMParameterSpec parameters = new GCMParameterSpec(TAG_BYTES * 8, nonce);
    cipher.init(mode, new SecretKeySpec(key, "AES"), parameters);
    cipher.updateAAD(aad);
    return cipher;
  }

  private static byte[] systemRandom(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
