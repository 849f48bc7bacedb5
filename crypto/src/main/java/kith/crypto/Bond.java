package kith.crypto;

import java.util.List;

/// A bond's id and its keys: BK_0 first, one for each epoch; the last one seals.
public record Bond(Bytes id, List<Secret> keys) {

  public Bond {
    id.id("a bond id");
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a bond has at least one key");
    }
  }

  /// The epoch in which this bond seals now.
  int currentEpoch() {
    return keys.size() - 1;
  }

  /// BK_e; refused when there is no such epoch.
  Secret key(long epoch) throws Rejected {
    Rejected.unless(epoch >= 0 && epoch < keys.size());
    return keys.get((int) epoch);
  }

  /// bond || u32 epoch, the context of most bond keys.
  byte[] context(long epoch) {
    return new Writer().bytes(id.toArray()).u32(epoch).toArray();
  }

  /// The author id that stands in the headers of a seat's answers:
  /// D(BK_0, "bond/author", bond || seat).
  ///
  /// It belongs to this bond alone. An account id would do as well, but then it would leave the
  /// vault, and whoever saw two bonds of one person could tell that they are the same person's.
  Bytes authorId(Seat seat, Suite suite) {
    byte[] context = new Writer().bytes(id.toArray()).u8(seat.number()).toArray();
    return Bytes.of(suite.derive(keys.getFirst().toArray(), "bond/author", context, Bytes.ID));
  }
}
