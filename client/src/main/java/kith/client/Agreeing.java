package kith.client;

import java.util.List;
import java.util.Optional;
import kith.core.json.Json;
import kith.core.json.MalformedText;

/// Reads what a gate of yeses has let through: a vote of the daily tick, or a yes at once. It
/// counts only if both boxes open for their own seats and one matter; the meeting of tags proves
/// nothing.
final class Agreeing {

  private final Surroundings world;

  Agreeing(Surroundings world) {
    this.world = world;
  }

  /// An agreement as it was read.
  ///
  /// @param entry for the core
  /// @param alarming whether what stands there as mine is none of mine, or not any more
  record Agreed(Kept record, Json entry, boolean alarming) {}

  /// The agreement that an entry is, if it is one.
  Optional<Agreed> read(Kept present, Kept entry, String gate) {
    Optional<Kept> then = asOf(present, entry);
    return then.flatMap(record -> found(record, entry, gate))
        .map(
            read ->
                new Agreed(
                    read.record().with("keys", present.items("keys")),
                    read.entry(),
                    read.alarming()));
  }

  /// The record as it was in the epoch whose key sealed these boxes: gates are made of its key.
  private static Optional<Kept> asOf(Kept record, Kept entry) {
    try {
      long epoch = Boxes.epochOf(Withdrawing.part(entry, 0).bytes("event"));
      List<Json> keys = record.items("keys");
      return epoch < keys.size()
          ? Optional.of(record.with("keys", keys.subList(0, (int) epoch + 1)))
          : Optional.empty();
    } catch (MalformedText odd) {
      return Optional.empty();
    }
  }

  private Optional<Agreed> found(Kept record, Kept entry, String gate) {
    Voting voting = new Voting(world);
    Optional<Kept> ticked = voting.matter(record, gate);
    if (ticked.isPresent()) {
      return voting
          .open(record, entry, ticked.get())
          .map(read -> agreed(record, entry, ticked.get(), read));
    }
    AtOnce atOnce = new AtOnce(world);
    return atOnce
        .matter(record, gate)
        .flatMap(
            matter ->
                atOnce
                    .open(record, entry, matter)
                    .map(read -> agreed(record, entry, matter, read)));
  }

  private static Agreed agreed(Kept record, Kept entry, Kept matter, Voting.Yeses yeses) {
    Kept next = record.with("agreed", record.number("agreed", 0) + 1).without("tonight");
    List<Json> both = List.of(new Json.Truth(true), new Json.Truth(true));
    Json read =
        Kept.NOTHING
            .with("seq", entry.number("seq"))
            .with("day", entry.number("day"))
            .with("agreed", matter.with("yes", both).with("at", yeses.at()))
            .fields();
    return new Agreed(next, read, !yeses.mine());
  }
}
