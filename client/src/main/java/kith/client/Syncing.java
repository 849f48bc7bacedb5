package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Bytes;
import org.jspecify.annotations.Nullable;

/// Brings one bond up to date with its relay.
final class Syncing {

  private static final long DAY_MS = 86_400_000L;

  /// No relay has more pages of a bond than this; one that goes on and on is not followed.
  private static final int MOST_PAGES = 100_000;

  private final Relay relay;
  private final Meeting meeting;
  private final Writing writing;
  private final Device device;
  private final Surroundings world;
  private final Wishes wishes;
  private final boolean kept;

  /// What a bond's owner says yes to now, and how deep each topic is open: the view of the core.
  interface Wishes {
    Kept of(Kept record, Model model);
  }

  /// Whose bond is brought up to date.
  ///
  /// @param kept whether other devices of this person may act at the same time
  record Own(Device device, Wishes wishes, boolean kept) {}

  Syncing(Relay relay, Meeting meeting, Own own) {
    this.relay = relay;
    this.meeting = meeting;
    this.device = own.device();
    this.world = device.world();
    this.writing = new Writing(world);
    this.wishes = own.wishes();
    this.kept = own.kept();
  }

  /// Keeps a record before the next step is made, and gives it back as it was kept.
  interface Keeping {
    Kept keep(Kept record);
  }

  void bring(Kept start, Keeping keep, Function<Kept, Model> models) throws Unreachable, Problem {
    Kept record = met(start, keep);
    try {
      further(record, keep, models);
    } catch (Problem no) {
      Kept found =
          no.name().equals(Seating.NOT_PERMITTED) ? new Seating(relay).found(record) : record;
      if (found.equals(record)) {
        throw no;
      }
      further(keep.keep(found), keep, models);
    }
  }

  private void further(Kept start, Keeping keep, Function<Kept, Model> models)
      throws Unreachable, Problem {
    Kept record = start;
    if (!mayTalk(record)) {
      return;
    }
    record = new Seating(relay).renewed(record, keep);
    Sent sent = flush(record, keep);
    record = pull(sent.record, keep, models);
    Kept more = released(record, models);
    if (!more.equals(record)) {
      Sent again = flush(keep.keep(more), keep);
      record = pull(again.record, keep, models);
      sent = new Sent(record, sent.refusal == null ? again.refusal : sent.refusal);
    }
    record = rewrapped(changed(record, keep), keep, models);
    record = voted(record, keep, models);
    if (sent.refusal != null && isOver(record, models)) {
      record = keep.keep(withoutUnsent(record));
    } else if (sent.refusal != null) {
      throw sent.refusal;
    }
    Sealing.standing(record).ifPresent(keep::keep);
  }

  private Kept rewrapped(Kept record, Keeping keep, Function<Kept, Model> models)
      throws Unreachable, Problem {
    if (!record.isTrue("rewrap") || record.has("alarm")) {
      return record;
    }
    Model model = models.apply(record);
    model.follow(record.items("entries"));
    new Rewrapping(world, relay).all(record, model);
    return keep.keep(record.without("rewrap"));
  }

  /// Whether the two have ended it, by what this device has read; the relay's word is not enough.
  private boolean isOver(Kept record, Function<Kept, Model> models) {
    Model model = models.apply(record);
    model.follow(record.items("entries"));
    Kept nothing = Kept.NOTHING.with("v", 1).with("sealed", List.of()).with("last", 0);
    Kept view = model.view(nothing, world.clock().millis() + record.number("clockShift", 0));
    return view.inner("together").text("state").equals("ended");
  }

  /// After an end there is nothing left to send but what takes words back.
  private static Kept withoutUnsent(Kept record) {
    List<Json> left =
        record.items("outbox").stream()
            .filter(each -> Kept.of(each).text("kind").equals("tombstone"))
            .toList();
    return record.with("outbox", left);
  }

  /// What was changed in entries that were read before.
  private Kept changed(Kept start, Keeping keep) throws Unreachable, Problem {
    Kept record = start;
    for (int pages = 0; pages < MOST_PAGES && !record.has("alarm"); pages++) {
      long known = record.number("changed", 0);
      if (record.number("changes", 0) <= known) {
        return record;
      }
      Kept page = relay.changes(record, known);
      try {
        Kept next = Changes.read(record, page);
        if (next.number("changed", 0) <= known && !next.has("alarm")) {
          return record;
        }
        record = keep.keep(next);
      } catch (MalformedText odd) {
        throw new Unreachable("the answer is not a page of changes", odd);
      }
    }
    return record;
  }

  /// Brings the yeses that stand to their gates. An upload goes out once in each tick epoch, and
  /// after every private note, whatever was noted and whatever its owner wants.
  private Kept voted(Kept start, Keeping keep, Function<Kept, Model> models)
      throws Unreachable, Problem {
    if (start.has("alarm") || start.has("endedOn") || !joined(start)) {
      return start;
    }
    Kept record = start;
    if (isVoted(record) && !AtOnce.matters(record)) {
      return record;
    }
    Kept view = wishes.of(record, models.apply(record));
    Kept brought = new AtOnce(world).brought(record, view.inner("own").items("yes"));
    if (!brought.equals(record)) {
      record = flush(keep.keep(brought), keep).record;
      record = pull(record, keep, models);
      view = wishes.of(record, models.apply(record));
    }
    return isVoted(record) ? record : new Uploading(relay, world).uploaded(record, view, keep);
  }

  private static boolean isVoted(Kept record) {
    Kept due = Voting.due(record, record.number("tick", 0));
    return due.equals(record.inner("uploaded").without("yes"));
  }

  private static boolean joined(Kept record) {
    return record.inner("stage").text("name").equals("joined");
  }

  /// What has been sent, and the first refusal.
  private record Sent(Kept record, @Nullable Problem refusal) {}

  private Kept met(Kept start, Keeping keep) throws Unreachable, Problem {
    Kept record = start;
    for (; ; ) {
      Kept next = meeting.meet(record);
      if (next.equals(record)) {
        return record;
      }
      record = keep.keep(next);
    }
  }

  private static boolean mayTalk(Kept record) {
    boolean closed = record.inner("stage").text("name").equals("closed");
    boolean joining =
        record.inner("stage").text("name").equals("joining")
            && !record.inner("stage").isTrue("sent");
    return !closed && !joining && !record.has("alarm") && !record.items("keys").isEmpty();
  }

  /// Sends what waits, in order. After a refusal no entry overtakes another.
  private Sent flush(Kept start, Keeping keep) throws Unreachable {
    Kept record = Sealing.withoutReplaced(start);
    Problem refusal = null;
    for (Json each : record.items("outbox")) {
      Kept waiting = Kept.of(each);
      boolean append = waiting.text("kind").equals("append");
      if (append && (waiting.has("seq") || refusal != null)) {
        continue;
      }
      try {
        record = keep.keep(sent(record, each));
      } catch (Problem no) {
        refusal = refusal == null ? no : refusal;
      }
    }
    return new Sent(record, refusal);
  }

  private Kept sent(Kept record, Json each) throws Unreachable, Problem {
    Kept waiting = Kept.of(each);
    return switch (waiting.text("kind")) {
      case "append" -> appended(record, each);
      case "deposit" -> deposited(record, each);
      case "tombstone" -> {
        relay.tombstone(record, waiting);
        yield without(record, each);
      }
      case "end" -> {
        String event = waiting.inner("parts").text("event");
        relay.end(record, waiting.without("kind").without("parts").with("event", event).fields());
        yield without(record, each);
      }
      default -> throw new IllegalStateException("nothing else is ever put into an outbox");
    };
  }

  private static Kept without(Kept record, Json each) {
    List<Json> left = record.items("outbox").stream().filter(one -> !one.equals(each)).toList();
    return record.with("outbox", left);
  }

  private Kept appended(Kept record, Json each) throws Unreachable, Problem {
    Kept waiting = Kept.of(each);
    long seq = placed(record, waiting.without("kind"));
    List<Json> outbox = new ArrayList<>(record.items("outbox"));
    outbox.replaceAll(one -> one.equals(each) ? waiting.with("seq", seq).fields() : one);
    Kept sent = record.with("outbox", outbox);
    // A new entry stands behind all that was read before; otherwise the relay has lost some of it.
    return seq <= record.number("head") ? sent.with("alarm", "rollback") : sent;
  }

  /// A safety act goes in by the reserved way when the ordinary one is closed: the same entry,
  /// under the same handle, and nothing but its event.
  private long placed(Kept record, Kept entry) throws Unreachable, Problem {
    Kept plain = entry.without("safety");
    try {
      return relay.append(record, plain.fields());
    } catch (Problem no) {
      if (!no.name().equals("too-many") || !entry.isTrue("safety")) {
        throw no;
      }
      Kept event = Kept.NOTHING.with("event", entry.inner("parts").text("event"));
      Kept reserved = plain.with("parts", event).with("reserved", new Json.Truth(true));
      return relay.append(record, reserved.fields());
    }
  }

  private Kept deposited(Kept record, Json each) throws Unreachable, Problem {
    Kept waiting = Kept.of(each);
    Kept deposit = waiting.without("kind").without("gate");
    relay.deposit(record, waiting.text("gate"), deposit.fields());
    return Sealing.acknowledged(without(record, each), waiting);
  }

  private Kept pull(Kept start, Keeping keep, Function<Kept, Model> models)
      throws Unreachable, Problem {
    Kept record = start;
    for (int pages = 0; pages < MOST_PAGES && !record.has("alarm"); pages++) {
      long head = record.number("head");
      Kept page = relay.read(record, Math.max(0, head - 1));
      Kept knowing = knowing(record, page);
      if (knowing.isTrue(Rotating.ELSEWHERE)) {
        return record.with(Reading.BEHIND, new Json.Truth(true));
      }
      Kept next = read(knowing, page, models);
      if (!next.equals(record)) {
        record = keep.keep(next);
      }
      if (!page.isTrue("more") || record.number("head") == head) {
        return record;
      }
    }
    return record;
  }

  /// The record with the keys that a page is sealed under, where later entries bring them.
  private Kept knowing(Kept record, Kept page) throws Unreachable, Problem {
    try {
      boolean needed = Ahead.isNeeded(record, page.items("entries"));
      return needed ? new Ahead(relay, new Rotating(device, kept)).found(record) : record;
    } catch (MalformedText odd) {
      throw new Unreachable("the answer is not a page", odd);
    }
  }

  /// Reads from one before the last entry on: what was read must still be there.
  private Kept read(Kept record, Kept page, Function<Kept, Model> models) throws Unreachable {
    try {
      long shift = shiftInto(page.number("day"));
      List<Json> entries = page.items("entries");
      if (record.number("head") > 0 && entries.isEmpty()) {
        return record.with("alarm", "rollback");
      }
      Kept shifted =
          record
              .with("clockShift", shift)
              .with("tick", page.number("tick", 0))
              .with("changes", page.number("change", 0));
      Kept standing = page.has("ended") ? shifted.with("endedOn", page.number("ended")) : shifted;
      Reading.Held held = new Reading.Held(device, models.apply(record), kept);
      return Reading.further(held, standing, entries);
    } catch (MalformedText odd) {
      throw new Unreachable("the answer is not a page", odd);
    }
  }

  /// How far to move this device's clock so that it lies within the relay's day.
  private long shiftInto(long day) {
    long now = world.clock().millis();
    long begins = day * DAY_MS;
    return Math.min(Math.max(now, begins), begins + DAY_MS - 1) - now;
  }

  /// Gives the keys of what both are bound to, and something that means nothing after a light
  /// card.
  private Kept released(Kept record, Function<Kept, Model> models) throws Problem {
    Kept next = record;
    if (record.has("alarm")) {
      return record;
    }
    Kept owed = record.inner("owed");
    for (String exchange : owed.fields().values().keySet()) {
      next = given(next, exchange, owed.number(exchange), writing.placeholder(record));
    }
    next = owed.equals(Kept.NOTHING) ? next : next.without("owed");
    for (String exchange : record.inner("bound").fields().values().keySet()) {
      Optional<Bytes> key = Sealing.owed(record, exchange);
      Optional<Kept> card =
          key.isPresent()
              ? models.apply(record).card(exchange, writing.now(record))
              : Optional.empty();
      if (card.isPresent()) {
        next = given(next, exchange, card.get().number("lastDay"), key.orElseThrow());
        next = Sealing.given(next, exchange);
      }
    }
    return new Sealing(world).finished(next, models);
  }

  private Kept given(Kept record, String exchange, long lastDay, Bytes key) {
    try {
      return writing.withRelease(record, exchange, lastDay, key);
    } catch (Refused impossible) {
      throw new IllegalStateException("an empty header fits into a box", impossible);
    }
  }
}
