package kith.crypto;

import java.util.ArrayList;
import java.util.List;
import kith.crypto.bc.Ed25519;
import kith.crypto.bc.PskHpke;

/// Makes and reads the step to a bond's next epoch: a new bond key that who copied the old one does
/// not have. Only someone inside the old epoch can make it, and only with the account's own
/// signature.
public final class Rotations {

  private final Suite suite;

  public Rotations(Suite suite) {
    this.suite = suite;
  }

  /// As it travels in an entry sealed under the epoch before.
  ///
  /// @param epoch the new one
  /// @param seal 1168 bytes: BK of the new epoch, to the partner's pinned key
  /// @param signature 64 bytes, over the seal and all that it is bound to
  public record Rotation(long epoch, Bytes seal, Bytes signature) {}

  /// A rotation and the bond as it goes on.
  public record Made(Rotation rotation, Bond bond) {}

  /// Makes the next epoch. Nothing may be sealed under it before the relay has the entry: of two
  /// rotations to one epoch, the first in the bond's order counts.
  public Made make(Bond bond, Identity me, Statement partner) {
    Secret key = suite.newSecret();
    long epoch = bond.currentEpoch() + 1L;
    PskHpke.Sharing sharing =
        sharing(bond, epoch, me.statement().fingerprint(), partner.fingerprint());
    try {
      byte[] seal = Suite.sealKey(partner.kemPublicKey().toArray(), sharing, key.toArray());
      byte[] signed =
          signed(bond, epoch, me.statement().fingerprint(), partner.fingerprint(), seal);
      Bytes signature = Bytes.of(me.keys().sign(signed));
      return new Made(new Rotation(epoch, Bytes.of(seal), signature), with(bond, key));
    } catch (Rejected impossible) {
      throw new IllegalStateException("a pinned key was refused", impossible);
    }
  }

  /// The bond with the epoch that the partner has made. Refused unless it is the very next one.
  public Bond open(Bond bond, Identity me, Statement partner, Rotation rotation) throws Rejected {
    Rejected.unless(rotation.epoch() == bond.currentEpoch() + 1L);
    Bytes theirs = partner.fingerprint();
    Bytes mine = me.statement().fingerprint();
    byte[] seal = rotation.seal().toArray();
    byte[] signed = signed(bond, rotation.epoch(), theirs, mine, seal);
    byte[] signature = rotation.signature().toArray();
    Rejected.unless(Ed25519.verifies(partner.signPublicKey().toArray(), signed, signature));
    PskHpke.Sharing sharing = sharing(bond, rotation.epoch(), theirs, mine);
    byte[] key = Suite.openKey(me.keys().kemSeed().toArray(), sharing, seal);
    Rejected.unless(key.length == Bytes.KEY);
    return with(bond, Secret.of(key));
  }

  private static Bond with(Bond bond, Secret key) {
    List<Secret> keys = new ArrayList<>(bond.keys());
    keys.add(key);
    return new Bond(bond.id(), keys);
  }

  private PskHpke.Sharing sharing(Bond bond, long epoch, Bytes from, Bytes to) {
    byte[] id = bond.context(epoch);
    byte[] psk = suite.derive(bond.keys().getLast(), "bond/rotate", id);
    return new PskHpke.Sharing(psk, id, info(bond, epoch, from, to));
  }

  /// info = lab("rotate") || SU || bond || u32 epoch || fp of the maker || fp of the partner.
  private byte[] info(Bond bond, long epoch, Bytes from, Bytes to) {
    return suite
        .record("rotate")
        .bytes(bond.context(epoch))
        .bytes(from.exactly(Bytes.KEY, "a fingerprint"))
        .bytes(to.exactly(Bytes.KEY, "a fingerprint"))
        .toArray();
  }

  /// lab("rotate-sig") || H(info || seal).
  private byte[] signed(Bond bond, long epoch, Bytes from, Bytes to, byte[] seal) {
    byte[] hash = Suite.hash(info(bond, epoch, from, to), seal);
    return new Writer().bytes(suite.lab("rotate-sig")).bytes(hash).toArray();
  }
}
