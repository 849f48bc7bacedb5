package kith.crypto;

import java.util.Arrays;
import java.util.List;

/// Makes and reads what a vote gate holds: tags that match only if both said yes, and a box that
/// proves it. Whatever one wants, what is uploaded has the same shape, and none of it ever repeats.
public final class Votes {

  /// So many matters can be voted on at each tick; what is not in use is filled with noise.
  public static final int SLOTS = 12;

  /// So often a person can change their mind before a tick. The last upload holds noise only:
  /// taking back is always possible.
  public static final int COUNTERS = 16;

  private static final int BOX_BYTES = Padding.EVENT_SIZES.getFirst();

  private static final int OVERHEAD = 1 + Integer.BYTES + Suite.AE_BYTES;

  private final Suite suite;

  public Votes(Suite suite) {
    this.suite = suite;
  }

  /// Which question it is.
  ///
  /// @param slot 0 to 11, by matter: see docs/crypto.md
  /// @param matter its exact name, such as `deeper/feelings/2`
  /// @param tick the number of the relay's tick epoch
  public record Question(int slot, String matter, long tick) {

    public Question {
      if (slot < 0 || slot >= SLOTS) {
        throw new IllegalArgumentException("a slot is 0 to 11");
      }
    }
  }

  /// Whose upload it is, and which of this tick.
  ///
  /// @param counter 1 to 16, given by the relay; the last is for noise only
  public record Upload(Seat seat, int counter) {

    public Upload {
      if (counter < 1 || counter > COUNTERS) {
        throw new IllegalArgumentException("a counter is 1 to 16");
      }
    }
  }

  /// The gate of a question: D(BK_e, "vote/gate", bond || u8 slot || lp(matter) || u32 agreed, 16).
  /// After each agreement all gates are new ones, so that none says anything about its matter.
  ///
  /// @param agreed how many agreements the bond has had
  public Bytes gate(Bond bond, int slot, String matter, long agreed) {
    byte[] context =
        new Writer().bytes(bond.id().toArray()).u8(slot).lp(Utf8.of(matter)).u32(agreed).toArray();
    byte[] key = bond.keys().getLast().toArray();
    return Bytes.of(suite.derive(key, "vote/gate", context, Bytes.ID));
  }

  /// The exchange under whose gate two meet at once, such as for an evening: the first 16 bytes of
  /// H(lab("matter") || SU || bond || lp(matter) || u32 agreed).
  public Bytes meeting(Bond bond, String matter, long agreed) {
    byte[] named =
        suite.record("matter").bytes(bond.id().toArray()).lp(Utf8.of(matter)).u32(agreed).toArray();
    return Bytes.of(Arrays.copyOf(Suite.hash(named), Bytes.ID));
  }

  /// The sixteen tags of a yes: one for each counter that the other may be at. 512 bytes.
  public Bytes yes(Bond bond, Question question, Upload mine) {
    byte[] key = suite.derive(bond.keys().getLast(), "vote/tag", context(bond));
    Writer tags = new Writer();
    for (int theirs = 1; theirs <= COUNTERS; theirs++) {
      boolean first = mine.seat() == Seat.INVITER;
      int zero = first ? mine.counter() : theirs;
      int one = first ? theirs : mine.counter();
      byte[] message = asked("vote-tag", bond, question).u8(zero).u8(one).toArray();
      tags.bytes(Suite.hmac(key, message));
    }
    return Bytes.of(tags.toArray());
  }

  /// The sixteen tags of anything but a yes: 512 random bytes.
  public Bytes notYet() {
    return Bytes.own(suite.random(COUNTERS * Bytes.KEY));
  }

  /// The box of a yes: 1024 bytes, bound to seat, tick and matter. `text` carries [#selfTag].
  public Bytes seal(Bond bond, Question question, Seat seat, String text) {
    int epoch = bond.currentEpoch();
    byte[] padded = Padding.pad(text, OVERHEAD, List.of(BOX_BYTES));
    byte[] sealed =
        suite.seal(
            boxKey(bond.keys().getLast(), bond, epoch), aad(bond, question, seat, epoch), padded);
    return Bytes.of(new Writer().bytes(Suite.SU).u32(epoch).bytes(sealed).toArray());
  }

  /// The box of anything but a yes: looks the same, and opens for nobody.
  public Bytes blank(Bond bond) {
    byte[] nothing = suite.random(BOX_BYTES - 1 - Integer.BYTES);
    Writer writer = new Writer().bytes(Suite.SU).u32(bond.currentEpoch());
    return Bytes.own(writer.bytes(nothing).toArray());
  }

  /// The text of a yes to this question by this seat.
  public String open(Bond bond, Question question, Seat seat, Bytes box) throws Rejected {
    Rejected.unless(box.length() == BOX_BYTES);
    Reader reader = new Reader(box.toArray()).expect(Suite.SU);
    long epoch = reader.u32();
    byte[] key = boxKey(bond.key(epoch), bond, epoch);
    return Padding.unpad(Suite.open(key, aad(bond, question, seat, epoch), reader.rest()));
  }

  /// HMAC(AMK, lab("vote-self") || SU || bond || u8 slot || lp(matter) || u32 tick || u8 seat): by
  /// it a device knows its owner's own yes when it comes back.
  public Bytes selfTag(Bond bond, Secret amk, Question question, Seat seat) {
    byte[] message = asked("vote-self", bond, question).u8(seat.number()).toArray();
    return Bytes.of(Suite.hmac(amk.toArray(), message));
  }

  private static byte[] context(Bond bond) {
    return bond.context(bond.currentEpoch());
  }

  private byte[] boxKey(Secret bondKey, Bond bond, long epoch) {
    return suite.derive(bondKey, "vote/box", bond.context(epoch));
  }

  private byte[] aad(Bond bond, Question question, Seat seat, long epoch) {
    return asked("vote", bond, question).u8(seat.number()).u32(epoch).toArray();
  }

  private Writer asked(String label, Bond bond, Question question) {
    return suite
        .record(label)
        .bytes(bond.id().toArray())
        .u8(question.slot())
        .lp(Utf8.of(question.matter()))
        .u32(question.tick());
  }
}
