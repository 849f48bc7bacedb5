package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Bytes;
import kith.crypto.Rejected;
import kith.crypto.Suite;
import kith.crypto.Withdrawals;
import kith.crypto.Withdrawals.Place;
import kith.crypto.Withdrawals.Tombstone;
import kith.crypto.Withdrawals.Withdrawal;

/// Takes own words back at the relay: each body that holds them gets a tombstone, and whoever held
/// them forgets them on the author's word alone.
final class Withdrawing {

  private final Surroundings world;

  Withdrawing(Surroundings world) {
    this.world = world;
  }

  /// Where words of mine lie at the relay; kept as they are read there.
  ///
  /// @param seq the entry's place
  /// @param entry its handle, or its gate
  record Lies(long seq, Bytes entry, Bytes exchange, long rev, Bytes com) {}

  /// Remembers that words of mine lie there.
  ///
  /// @param about `of` which exchange they are, and which `part`
  static Kept remembered(Kept record, Lies lies, Kept about) {
    List<Json> all = new ArrayList<>(record.items("lies"));
    all.add(
        about
            .with("seq", lies.seq())
            .with("entry", lies.entry())
            .with("exchange", lies.exchange())
            .with("rev", lies.rev())
            .with("com", lies.com())
            .fields());
    return record.with("lies", all);
  }

  /// The record with tombstones waiting for all that these events take back.
  Kept withTombstones(Kept record, List<Json> events, Kept when) {
    Kept next = record;
    for (Json each : events) {
      Kept event = Kept.of(each);
      if (event.text("type").equals("withdrew")) {
        next = taking(next, event, when);
      } else if (event.isTrue("takeBack")) {
        next = taking(next, Kept.NOTHING, when);
      }
    }
    return next;
  }

  /// What lies deepest goes first: the second of two entries before the first.
  private Kept taking(Kept record, Kept wanted, Kept when) {
    Kept next = record;
    for (Json each : record.items("lies").reversed()) {
      Kept lies = Kept.of(each);
      boolean all = wanted.equals(Kept.NOTHING);
      boolean one =
          !all
              && lies.text("of").equals(wanted.text("exchange"))
              && lies.text("part").equals(wanted.text("part"));
      if (all || one) {
        next = sent(next, lies, when);
      }
    }
    return next;
  }

  private Kept sent(Kept record, Kept lies, Kept when) {
    Boxes boxes = new Boxes(record);
    long at = world.clock().millis() + record.number("clockShift", 0);
    Withdrawal withdrawal =
        new Withdrawal(lies.bytes("exchange"), lies.number("rev"), lies.bytes("com"), at);
    Place place = new Place(lies.bytes("entry"), boxes.seat());
    Bytes box = new Withdrawals(world.suite()).seal(boxes.bond(), boxes.amk(), place, withdrawal);
    Kept outgoing =
        Kept.NOTHING
            .with("kind", "tombstone")
            .with("seq", lies.number("seq"))
            .with("tombstone", box);
    Kept dated = when.has("on") ? outgoing.with("on", when.number("on")) : outgoing;
    List<Json> outbox = new ArrayList<>(record.items("outbox"));
    outbox.add(dated.fields());
    return record.with("outbox", outbox);
  }

  /// The tombstone in the place of a seat's words, if it is its author's; for my own words, if it
  /// is mine.
  static Optional<Withdrawal> authors(Kept record, Kept entry, long seat) {
    Boxes boxes = new Boxes(record);
    try {
      Place place = new Place(entry.bytes(entry.has("gate") ? "gate" : "handle"), Boxes.seat(seat));
      Bytes box = part(entry, seat).bytes("tombstone");
      Tombstone read = new Withdrawals(Suite.KITH1).open(boxes.bond(), boxes.amk(), place, box);
      boolean authors = seat != record.number("seat") || read.mine();
      return authors ? Optional.of(read.withdrawal()) : Optional.empty();
    } catch (Rejected | MalformedText changed) {
      return Optional.empty();
    }
  }

  /// The share of one seat in an entry of one or of both; nothing when it has none.
  static Kept part(Kept entry, long seat) {
    if (entry.has("gate")) {
      return Kept.of(entry.items("parts").get((int) seat));
    }
    return entry.number("by") == seat ? entry.inner("parts") : Kept.NOTHING;
  }
}
