package kith.crypto;

import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What one device has read of a bond, as one hash over all of it, entry by entry.
///
/// It runs over places, days, seats, handles and event boxes. Bodies and key records can be erased
/// or replaced, and are bound by what the event boxes say of them.
///
/// @param seq the place of the last entry; 0 before the first
/// @param head h of that place
public record Transcript(long seq, Bytes head) {

  private static final int APPENDED = 0;

  private static final int JOINT = 1;

  /// Forty bits that nobody can compute without the bond's key: no server can try out histories
  /// until two sound alike.
  private static final int WORDS = 4;

  private static final int LAST_WORD = (1 << WordList.BITS) - 1;

  /// Before the first entry: h_0 = H(lab("transcript") || SU || bond).
  public static Transcript start(Bytes bond) {
    byte[] start = Suite.KITH1.record("transcript").bytes(bond.id("a bond id")).toArray();
    return new Transcript(0, Bytes.of(Suite.hash(start)));
  }

  /// With the next entry, written by one seat.
  public Transcript appended(long day, Seat by, Bytes handle, Bytes event) {
    Writer entry = next(day, APPENDED).u8(by.number()).bytes(handle.id("a handle"));
    return then(entry.bytes(Suite.hash(event.toArray())));
  }

  /// With the next entry, made by a gate: both event boxes, seat 0 first.
  public Transcript joint(long day, Bytes gate, Bytes first, Bytes second) {
    Writer entry = next(day, JOINT).bytes(gate.id("a gate"));
    return then(entry.bytes(Suite.hash(first.toArray())).bytes(Suite.hash(second.toArray())));
  }

  private Writer next(long day, int kind) {
    return new Writer()
        .bytes(Suite.KITH1.lab("chain"))
        .bytes(head.toArray())
        .u64(seq + 1)
        .u32(day)
        .u8(kind);
  }

  private Transcript then(Writer entry) {
    return new Transcript(seq + 1, Bytes.of(Suite.hash(entry.toArray())));
  }

  /// Four words to compare aloud, at the same place: the same on both devices if, and but for one
  /// chance in 2^40 only if, both have read the same entries in the same order.
  public String words(Bond bond) {
    byte[] context =
        new Writer().bytes(bond.id().toArray()).u64(seq).bytes(head.toArray()).toArray();
    byte[] key = bond.keys().getFirst().toArray();
    BigInteger bits =
        new BigInteger(1, Suite.KITH1.derive(key, "transcript/words", context, Long.BYTES));
    int skipped = Long.SIZE - WORDS * WordList.BITS;
    return IntStream.rangeClosed(1, WORDS)
        .map(word -> skipped + (WORDS - word) * WordList.BITS)
        .mapToObj(shift -> WordList.word(bits.shiftRight(shift).intValue() & LAST_WORD))
        .collect(Collectors.joining(" "));
  }
}
