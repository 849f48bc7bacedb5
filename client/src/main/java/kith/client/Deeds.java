package kith.client;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;
import kith.crypto.Bytes;

/// Turns what the core has accepted into what is to be sent: entries, tombstones, an end.
final class Deeds {

  /// Told later, an end takes effect on a day within these: nobody can tell it from a rest by when
  /// it comes.
  private static final int FIRST_DAY = 14;

  private static final int LAST_DAY = 42;

  private static final long DAY_MS = 86_400_000L;

  private final Surroundings world;
  private final Writing writing;
  private final Withdrawing withdrawing;

  Deeds(Surroundings world) {
    this.world = world;
    this.writing = new Writing(world);
    this.withdrawing = new Withdrawing(world);
  }

  /// The record with all of it in its outbox.
  ///
  /// @param accepted `events`, and `later` for what the relay keeps until a day
  /// @param closes gates that these events end
  Kept done(Kept record, Kept accepted, List<Json> closes) throws Refused {
    List<Json> events = accepted.items("events");
    List<Json> later = accepted.items("later");
    if (!later.isEmpty()) {
      long day = Math.floorDiv(writing.now(record), DAY_MS) + days();
      Kept on = Kept.NOTHING.with("on", day);
      Kept rested = safely(writing.withEvents(record, events, closes));
      return ended(rested, later, on).with("leaving", day);
    }
    if (events.isEmpty()) {
      return record;
    }
    if (isEnd(events)) {
      return ended(record, events, Kept.NOTHING);
    }
    if (record.has("endedOn")) {
      Kept withdrawn = withdrawing.withTombstones(record, events, Kept.NOTHING);
      if (withdrawn.equals(record)) {
        throw new Refused("nothing-there");
      }
      return withdrawn;
    }
    Kept written = writing.withEvents(record, events, closes);
    Kept sure = isSafety(events) ? safely(written) : written;
    return withdrawing.withTombstones(sure, events, Kept.NOTHING);
  }

  private int days() {
    int drawn = ByteBuffer.wrap(world.suite().newId().toArray()).getInt();
    return FIRST_DAY + Math.floorMod(drawn, LAST_DAY - FIRST_DAY + 1);
  }

  private static boolean isEnd(List<Json> events) {
    return events.stream().anyMatch(each -> Kept.of(each).text("type").equals("ended"));
  }

  private static boolean isSafety(List<Json> events) {
    return events.stream()
        .map(each -> Kept.of(each).text("type"))
        .allMatch(type -> List.of("rested", "stepped-back", "swapped").contains(type));
  }

  /// The last thing in the outbox may go in by the reserved way.
  private static Kept safely(Kept record) {
    List<Json> outbox = new ArrayList<>(record.items("outbox"));
    Kept last = Kept.of(outbox.removeLast());
    outbox.add(last.with("safety", new Json.Truth(true)).fields());
    return record.with("outbox", outbox);
  }

  /// An end: it goes ahead of everything else that waits, since nothing can come after it.
  private Kept ended(Kept record, List<Json> events, Kept when) throws Refused {
    Bytes handle = world.suite().newId();
    Kept parts = Kept.NOTHING.with("event", writing.ending(record, handle, events));
    Kept end = Kept.NOTHING.with("kind", "end").with("handle", handle).with("parts", parts);
    Kept dated = when.has("on") ? end.with("on", when.number("on")) : end;
    return withdrawing.withTombstones(Writing.sending(record, dated), events, when);
  }
}
