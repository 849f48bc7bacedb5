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
  private final Surroundings world;

  Syncing(Relay relay, Meeting meeting, Writing writing, Surroundings world) {
    this.relay = relay;
    this.meeting = meeting;
    this.writing = writing;
    this.world = world;
  }

  /// Keeps a record before the next step is made, and gives it back as it was kept.
  interface Keeping {
    Kept keep(Kept record);
  }

  void bring(Kept start, Keeping keep, Function<Kept, Model> models) throws Unreachable, Problem {
    Kept record = met(start, keep);
    if (!mayTalk(record)) {
      return;
    }
    Sent sent = flush(record, keep);
    record = pull(sent.record, keep, models);
    Kept more = released(record, models);
    if (!more.equals(record)) {
      Sent again = flush(keep.keep(more), keep);
      record = pull(again.record, keep, models);
      sent = new Sent(record, sent.refusal == null ? again.refusal : sent.refusal);
    }
    if (sent.refusal != null) {
      throw sent.refusal;
    }
    standing(record).ifPresent(keep::keep);
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
    Kept record = start;
    Problem refusal = null;
    for (Json each : start.items("outbox")) {
      Kept waiting = Kept.of(each);
      boolean append = waiting.text("kind").equals("append");
      if (waiting.has("seq") || (append && refusal != null)) {
        continue;
      }
      try {
        record = keep.keep(append ? appended(record, each) : deposited(record, each));
      } catch (Problem no) {
        refusal = refusal == null ? no : refusal;
      }
    }
    return new Sent(record, refusal);
  }

  private Kept appended(Kept record, Json each) throws Unreachable, Problem {
    Kept waiting = Kept.of(each);
    Json entry = waiting.without("kind").fields();
    long seq = relay.append(record, entry);
    List<Json> outbox = new ArrayList<>(record.items("outbox"));
    outbox.replaceAll(one -> one.equals(each) ? waiting.with("seq", seq).fields() : one);
    Kept sent = record.with("outbox", outbox);
    // A new entry stands behind all that was read before; otherwise the relay has lost some of it.
    return seq <= record.number("head") ? sent.with("alarm", "rollback") : sent;
  }

  private Kept deposited(Kept record, Json each) throws Unreachable, Problem {
    Kept waiting = Kept.of(each);
    Kept deposit = waiting.without("kind").without("gate");
    relay.deposit(record, waiting.text("gate"), deposit.fields());
    List<Json> outbox = record.items("outbox").stream().filter(one -> !one.equals(each)).toList();
    return record.with("outbox", outbox);
  }

  private Kept pull(Kept start, Keeping keep, Function<Kept, Model> models)
      throws Unreachable, Problem {
    Kept record = start;
    for (int pages = 0; pages < MOST_PAGES && !record.has("alarm"); pages++) {
      long head = record.number("head");
      Kept page = relay.read(record, Math.max(0, head - 1));
      Kept next = read(record, page, models);
      if (!next.equals(record)) {
        record = keep.keep(next);
      }
      if (!page.isTrue("more") || record.number("head") == head) {
        return record;
      }
    }
    return record;
  }

  /// Reads from one before the last entry on: what was read must still be there.
  private Kept read(Kept record, Kept page, Function<Kept, Model> models) throws Unreachable {
    try {
      long shift = shiftInto(page.number("day"));
      List<Json> entries = page.items("entries");
      if (record.number("head") > 0 && entries.isEmpty()) {
        return record.with("alarm", "rollback");
      }
      Kept shifted = record.with("clockShift", shift);
      return Reading.further(shifted, models.apply(record), entries);
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

  /// Gives the keys of what both are bound to, and something that means nothing after a light card.
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
      Kept mine = record.inner("sealed").inner(exchange);
      long revision = record.inner("bound").inner(exchange).number("revision");
      String key = "r" + revision;
      boolean mayGive =
          mine.has("parts")
              && mine.number("revision") == revision
              && !mine.isTrue("released")
              && mine.inner("reveals").has(key);
      Optional<Kept> card =
          mayGive ? models.apply(record).card(exchange, writing.now(record)) : Optional.empty();
      if (card.isPresent()) {
        next =
            given(next, exchange, card.get().number("lastDay"), mine.inner("reveals").bytes(key));
      }
    }
    return next;
  }

  private Kept given(Kept record, String exchange, long lastDay, Bytes key) {
    try {
      return writing.withRelease(record, exchange, lastDay, key);
    } catch (Refused impossible) {
      throw new IllegalStateException("an empty header fits into a box", impossible);
    }
  }

  /// All is sent and all is read: whatever revision of mine stands now is the one that may open. A
  /// lower one that opens later was kept against my word.
  private static Optional<Kept> standing(Kept record) {
    Kept sealed = record.inner("sealed");
    Kept next = sealed;
    for (String exchange : sealed.fields().values().keySet()) {
      Kept mine = sealed.inner(exchange);
      next = next.with(exchange, mine.with("standing", mine.number("revision")));
    }
    boolean settled = next.equals(sealed) || !record.items("outbox").isEmpty();
    return settled ? Optional.empty() : Optional.of(record.with("sealed", next));
  }
}
