package kith.crypto;

/// Makes and reads tombstones: the box that stands in place of words that were taken back.
///
/// What is withdrawn stands inside the box, never in clear. Two tags: `pair`, by which the partner
/// knows that the author has withdrawn it, and `self`, by which the author knows it.
public final class Withdrawals {

  private static final int OVERHEAD = 1 + Integer.BYTES + Suite.AE_BYTES;

  private final Suite suite;

  public Withdrawals(Suite suite) {
    this.suite = suite;
  }

  /// Whose words, and in which entry: the handle of an appended one, the gate of a joint one.
  public record Place(Bytes entry, Seat seat) {}

  /// What is withdrawn.
  ///
  /// @param com the commitment of the withdrawn answer
  /// @param at milliseconds since 1970 UTC, by its author's clock
  public record Withdrawal(Bytes exchange, long rev, Bytes com, long at) {}

  /// A tombstone as it was read.
  ///
  /// @param mine that the reader, if it is the author, has made it
  public record Tombstone(Withdrawal withdrawal, boolean mine) {}

  /// The tombstone's box: 1024 bytes.
  public Bytes seal(Bond bond, Secret amk, Place place, Withdrawal withdrawal) {
    int epoch = bond.currentEpoch();
    try {
      byte[] statement = statement(bond, place, withdrawal, epoch);
      byte[] content =
          new Writer()
              .bytes(statement)
              .bytes(pairTag(bond, place, statement, epoch))
              .bytes(Suite.hmac(amk.toArray(), statement))
              .toArray();
      byte[] padded = Padding.pad(content, OVERHEAD, Padding.EVENT_SIZES);
      byte[] sealed = suite.seal(key(bond, epoch), aad(bond, place, epoch), padded);
      return Bytes.of(new Writer().bytes(Suite.SU).u32(epoch).bytes(sealed).toArray());
    } catch (Rejected impossible) {
      throw new IllegalStateException("a bond has its current epoch", impossible);
    }
  }

  /// Opens a tombstone. `amk` is the reader's own; whose words they were, `place` says.
  public Tombstone open(Bond bond, Secret amk, Place place, Bytes box) throws Rejected {
    Rejected.unless(box.length() == Padding.EVENT_SIZES.getFirst());
    Reader outer = new Reader(box.toArray()).expect(Suite.SU);
    long epoch = outer.u32();
    byte[] padded = Suite.open(key(bond, epoch), aad(bond, place, epoch), outer.rest());
    Reader reader = new Reader(Padding.content(padded));
    Withdrawal withdrawal = read(reader, bond, place);
    byte[] statement = statement(bond, place, withdrawal, epoch);
    byte[] pair = reader.take(Bytes.KEY);
    Bytes self = Bytes.of(reader.take(Bytes.KEY));
    reader.end();
    Rejected.unless(Bytes.of(pair).equals(Bytes.of(pairTag(bond, place, statement, epoch))));
    boolean mine = self.equals(Bytes.of(Suite.hmac(amk.toArray(), statement)));
    return new Tombstone(withdrawal, mine);
  }

  private Withdrawal read(Reader reader, Bond bond, Place place) throws Rejected {
    reader.expect(start(bond).toArray());
    Bytes exchange = Bytes.of(reader.take(Bytes.ID));
    reader.expect(bond.authorId(place.seat(), suite).toArray());
    long rev = reader.u32();
    Bytes com = Bytes.of(reader.take(Bytes.KEY));
    reader.u32();
    return new Withdrawal(exchange, rev, com, reader.u64());
  }

  /// W = lab("withdraw") || SU || bond || exchange || author || u32 rev || com || u32 e || u64 at.
  private byte[] statement(Bond bond, Place place, Withdrawal withdrawal, long epoch) {
    return start(bond)
        .bytes(withdrawal.exchange().id("an exchange id"))
        .bytes(bond.authorId(place.seat(), suite).toArray())
        .u32(withdrawal.rev())
        .bytes(withdrawal.com().exactly(Bytes.KEY, "a commitment"))
        .u32(epoch)
        .u64(withdrawal.at())
        .toArray();
  }

  private Writer start(Bond bond) {
    return suite.record("withdraw").bytes(bond.id().toArray());
  }

  private byte[] pairTag(Bond bond, Place place, byte[] statement, long epoch) throws Rejected {
    byte[] context =
        new Writer()
            .bytes(bond.id().toArray())
            .bytes(bond.authorId(place.seat(), suite).toArray())
            .toArray();
    return Suite.hmac(suite.derive(bond.key(epoch), "answer/tomb", context), statement);
  }

  private byte[] key(Bond bond, long epoch) throws Rejected {
    return suite.derive(bond.key(epoch), "bond/tombstone", bond.context(epoch));
  }

  private byte[] aad(Bond bond, Place place, long epoch) {
    return suite
        .record("tombstone")
        .bytes(bond.id().toArray())
        .bytes(place.entry().id("an entry"))
        .u8(place.seat().number())
        .u32(epoch)
        .toArray();
  }
}
