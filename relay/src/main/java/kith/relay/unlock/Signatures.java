package kith.relay.unlock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import kith.wire.Box;
import kith.wire.VaultId;

/// Signed answers to challenges: Ed25519 (RFC 8032) over the label, the origin, the vault, the
/// unlocker, the challenge and the time.
final class Signatures {
  /// What stands before the 32 bytes in an X.509 public key of Ed25519 (RFC 8410).
  private static final byte[] KEY_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final byte[] LABEL = "kith1/auth\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte SUITE = 1;

  private Signatures() {}

  /// Whether an answer was signed with the key of this 32-byte public key.
  static boolean hold(Box publicKey, VaultId vault, Answer answer) {
    try {
      byte[] encoded =
          ByteBuffer.allocate(KEY_PREFIX.length + publicKey.length())
              .put(KEY_PREFIX)
              .put(publicKey.bytes())
              .array();
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      signature.update(message(vault, answer));
      return signature.verify(answer.signature().bytes());
    } catch (GeneralSecurityException notAKeyOrNotASignature) {
      return false;
    }
  }

  private static byte[] message(VaultId vault, Answer answer) {
    byte[] origin = answer.origin().getBytes(StandardCharsets.UTF_8);
    byte[] vaultId = vault.bytes();
    byte[] unlocker = answer.unlocker().bytes();
    byte[] challenge = answer.challenge().bytes();
    int length = LABEL.length + 1 + Short.BYTES + origin.length;
    int rest = vaultId.length + unlocker.length + challenge.length + Long.BYTES;
    return ByteBuffer.allocate(length + rest)
        .put(LABEL)
        .put(SUITE)
        .putShort((short) origin.length)
        .put(origin)
        .put(vaultId)
        .put(unlocker)
        .put(challenge)
        .putLong(answer.time())
        .array();
  }
}
