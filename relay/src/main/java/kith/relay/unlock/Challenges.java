package kith.relay.unlock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import kith.wire.Box;
import kith.wire.Id;
import kith.wire.Limits;
import kith.wire.UnlockerId;
import kith.wire.VaultId;

/// Challenges that need no row until they are answered: minute, random bytes, and a proof under the
/// relay's own secret that this relay made them for this vault.
final class Challenges {
  private static final int LENGTH = 32;
  private static final int RANDOM = 12;
  private static final int HEAD = Integer.BYTES + RANDOM;
  private static final long MILLIS_PER_MINUTE = 60_000;

  private final byte[] secret;
  private final Clock clock;
  private final RandomGenerator dice;

  Challenges(Box secret, Clock clock, RandomGenerator dice) {
    this.secret = secret.bytes();
    this.clock = clock;
    this.dice = dice;
  }

  private int minute() {
    return (int) Math.floorDiv(clock.millis(), MILLIS_PER_MINUTE);
  }

  /// A new challenge for a vault.
  Box make(VaultId vault) {
    byte[] random = new byte[RANDOM];
    dice.nextBytes(random);
    byte[] head = ByteBuffer.allocate(HEAD).putInt(minute()).put(random).array();
    byte[] proof = derive("challenge", vault, head);
    return new Box(ByteBuffer.allocate(LENGTH).put(head).put(proof, 0, LENGTH - HEAD).array());
  }

  /// Whether this relay made it for this vault, not too long ago.
  boolean holds(VaultId vault, Box challenge) {
    byte[] bytes = challenge.bytes();
    if (bytes.length != LENGTH) {
      return false;
    }
    byte[] head = Arrays.copyOf(bytes, HEAD);
    byte[] proof = Arrays.copyOf(derive("challenge", vault, head), LENGTH - HEAD);
    int age = minute() - ByteBuffer.wrap(head).getInt();
    boolean made = MessageDigest.isEqual(proof, Arrays.copyOfRange(bytes, HEAD, LENGTH));
    return made && age >= -1 && age <= Limits.CHALLENGE_MINUTES;
  }

  /// The unlocker that a vault without one seems to have; always the same.
  UnlockerId seeming(String what, VaultId vault) {
    byte[] bytes = Arrays.copyOf(derive(what, vault, new byte[0]), Id.LENGTH);
    return new UnlockerId(Id.of(bytes).orElseThrow());
  }

  /// The salt that a vault without words seems to have; always the same.
  Box seemingSalt(VaultId vault) {
    return new Box(Arrays.copyOf(derive("salt", vault, new byte[0]), Limits.SALT_BYTES));
  }

  /// The secret has a fixed length and comes first and last, so that a hash will do.
  private byte[] derive(String what, VaultId vault, byte[] more) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(secret);
      hash.update(what.getBytes(StandardCharsets.US_ASCII));
      hash.update((byte) 0);
      hash.update(vault.bytes());
      hash.update(more);
      return hash.digest(secret);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException("this Java lacks SHA-256", everyJavaHasIt);
    }
  }
}
