package kith.client;

import java.util.List;
import kith.core.json.Json;
import kith.crypto.Bytes;
import kith.crypto.Transcript;

/// The hash chain over all entries that were read (docs/crypto.md, section 7).
final class Chain {

  private Chain() {}

  /// The chain with one entry more, as the relay shows it.
  static Transcript after(Transcript before, Kept entry) {
    long day = entry.number("day");
    if (!entry.has("gate")) {
      return before.appended(
          day,
          Boxes.seat(entry.number("by")),
          entry.bytes("handle"),
          entry.inner("parts").bytes("event"));
    }
    List<Json> parts = entry.items("parts");
    return before.joint(
        day,
        entry.bytes("gate"),
        Kept.of(parts.getFirst()).bytes("event"),
        Kept.of(parts.getLast()).bytes("event"));
  }

  /// Whether this is the entry that was read at its place: its boxes that stay are the same.
  static boolean isTheSame(Kept record, Kept entry) {
    int seq = Math.toIntExact(entry.number("seq"));
    List<Json> heads = record.items("heads");
    Transcript before = new Transcript(seq - 1L, head(heads, seq - 1));
    return after(before, entry).head().equals(head(heads, seq));
  }

  static Bytes head(List<Json> heads, int seq) {
    return Kept.NOTHING.with("h", heads.get(seq)).bytes("h");
  }
}
