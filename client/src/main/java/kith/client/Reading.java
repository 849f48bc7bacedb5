package kith.client;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Answers;
import kith.crypto.Bytes;
import kith.crypto.Events;
import kith.crypto.OwnAnswer;
import kith.crypto.Rejected;
import kith.crypto.SealedAnswer;
import kith.crypto.Transcript;

/// Reads entries into what is kept of a bond, in order; holds the relay to all that was read.
final class Reading {

  private static final long DAY_MS = 86_400_000L;

  /// Marks a record that waits for keys of another device of the same person: not all was read.
  static final String BEHIND = "behind";

  private final Device device;
  private final Model model;
  private final boolean kept;
  private boolean waits;
  private List<Json> entries;
  private final List<Json> heads;
  private final Set<Json> handles;
  private final int known;
  private Kept record;

  /// What a relay is held to.
  ///
  /// @param kept whether other devices of this person may act at the same time
  record Held(Device device, Model model, boolean kept) {}

  private Reading(Held held, Kept record) {
    this.device = held.device();
    this.record = record;
    this.model = held.model();
    this.kept = held.kept();
    this.entries = new ArrayList<>(record.items("entries"));
    this.heads = new ArrayList<>(record.items("heads"));
    this.handles = new LinkedHashSet<>(record.items("handles"));
    this.known = entries.size();
  }

  /// The record with further entries of a page that begins at its last one.
  static Kept further(Held held, Kept record, List<Json> page) {
    long known = record.number("head");
    if (page.size() == 1 && Kept.of(page.getFirst()).number("seq") == known) {
      return again(record.without(BEHIND), Kept.of(page.getFirst()));
    }
    Reading reading = new Reading(held, record);
    for (Json entry : page) {
      reading.take(Kept.of(entry));
      if (reading.record.has("alarm") || reading.waits) {
        break;
      }
    }
    Kept read =
        reading.waits
            ? reading.record.with(BEHIND, new Json.Truth(true))
            : reading.record.without(BEHIND);
    return read.with("entries", reading.entries)
        .with("heads", reading.heads)
        .with("handles", List.copyOf(reading.handles))
        .with("head", reading.entries.size());
  }

  private void stop(String alarm) {
    record = record.with("alarm", alarm);
  }

  private Transcript last(int seq) {
    return new Transcript(seq, Chain.head(heads, seq));
  }

  private void take(Kept entry) {
    long seq = entry.number("seq");
    if (seq == known && seq == entries.size()) {
      record = again(record, entry);
      return;
    }
    if (seq != entries.size() + 1L) {
      stop("gap");
      return;
    }
    if (entry.has("handle") && !handles.add(new Json.Text(entry.text("handle")))) {
      stop("replay");
      return;
    }
    Transcript next = Chain.after(last(entries.size()), entry);
    Kept before = record;
    Json read = entry.has("gate") ? joint(entry) : written(entry);
    if (record.isTrue(Rotating.ELSEWHERE)) {
      // Keys that another device of mine has made: they come with the vault, and this is read then.
      record = before;
      handles.remove(new Json.Text(entry.text("handle")));
      waits = true;
      return;
    }
    entries.add(read);
    heads.add(Kept.NOTHING.with("h", next.head()).fields().values().get("h"));
  }

  /// The last entry that was read before must be what it was.
  private static Kept again(Kept record, Kept entry) {
    return Chain.isTheSame(record, entry) ? record : record.with("alarm", "fork");
  }

  private static Kept place(Kept entry) {
    return Kept.NOTHING.with("seq", entry.number("seq")).with("day", entry.number("day"));
  }

  private static Json unreadable(Kept entry) {
    return place(entry).with("unreadable", new Json.Truth(true)).fields();
  }

  private static Json nothing(Kept entry) {
    return place(entry).with("nothing", new Json.Truth(true)).fields();
  }

  private Json written(Kept entry) {
    Boxes boxes = new Boxes(record);
    boolean mine = entry.number("by") == record.number("seat");
    settle(entry, mine);
    Events.Place place = new Events.Place(entry.bytes("handle"), Boxes.seat(entry.number("by")));
    try {
      String text = new Events().open(boxes.bond(), place, entry.inner("parts").bytes("event"));
      if (mine && !boxes.marks().verifies(place, text)) {
        stop("not-mine");
      }
      Kept said = Kept.authored(text);
      checkSeen(said, entry.number("seq"));
      record = Laying.laid(record, said, Boxes.epochOf(entry.inner("parts").bytes("event")));
      record = new Rotating(device, kept).read(record, entry, said);
      if (said.fields().at("events").orElse(null) instanceof Json.Items(List<Json> events)) {
        entries = Forgetting.taken(entries, entry.number("by"), events);
        said = said.with("events", spoken(entry, said, events));
      }
      Kept read = place(entry).with("by", entry.number("by"));
      for (String name : List.of("at", "v", "events")) {
        read = read.with(name, said.fields().at(name).orElse(new Json.Null()));
      }
      return read.fields();
    } catch (Rejected | MalformedText odd) {
      if (mine) {
        stop("not-mine");
      }
      return unreadable(entry);
    }
  }

  /// The events with the words of the entry's body, if it has any and they are still there.
  private List<Json> spoken(Kept entry, Kept said, List<Json> events) {
    if (!said.has("sealed")) {
      return events;
    }
    boolean mine = entry.number("by") == record.number("seat");
    try {
      Answers.From from = Boxes.words(entry.bytes("handle"), Boxes.seat(entry.number("by")));
      Kept parts = entry.inner("parts");
      if (mine && !isTakenBack(entry, events)) {
        remember(entry, said.inner("sealed"), Spoken.about(events));
      }
      return Spoken.opened(new Boxes(record), from, said.with("events", events), parts);
    } catch (MalformedText gone) {
      return events;
    }
  }

  private static boolean isTakenBack(Kept entry, List<Json> events) {
    return entry.inner("parts").has("tombstone") || Spoken.of(events).isEmpty();
  }

  /// Where words of mine lie, so that they can be taken back.
  private void remember(Kept entry, Kept fields, Kept about) {
    Bytes where = entry.bytes(entry.has("gate") ? "gate" : "handle");
    Withdrawing.Lies lies =
        new Withdrawing.Lies(
            entry.number("seq"),
            where,
            fields.bytes("exchange"),
            fields.number("rev"),
            fields.bytes("com"));
    record = Withdrawing.remembered(record, lies, about);
  }

  /// What I sent and the relay acknowledged stands where it said, and nowhere else.
  private void settle(Kept entry, boolean mine) {
    List<Json> left = new ArrayList<>();
    for (Json each : record.items("outbox")) {
      Kept sent = Kept.of(each);
      boolean it = mine && sent.textIf("handle").equals(entry.textIf("handle"));
      if (!it) {
        left.add(each);
      }
      boolean moved = it && sent.has("seq") && sent.number("seq") != entry.number("seq");
      boolean lost = !it && sent.has("seq") && sent.number("seq") <= entry.number("seq");
      boolean changed = it && !sent.inner("parts").text("event").equals(event(entry));
      if (moved || lost || changed) {
        stop("gap");
      }
    }
    record = record.with("outbox", left);
  }

  private static String event(Kept entry) {
    return entry.inner("parts").text("event");
  }

  /// What the author had read must be what this device has read.
  private void checkSeen(Kept said, long place) {
    if (!said.has("seen")) {
      return;
    }
    Kept seen = said.inner("seen");
    long seq = seen.number("seq");
    if (seq < 0 || seq >= place || !last((int) seq).head().equals(seen.bytes("head"))) {
      stop("fork");
    }
  }

  /// What a gate has put together: two answers, two promises, two keys, or nothing at all.
  private Json joint(Kept entry) {
    String gate = entry.text("gate");
    Kept meeting = record.inner("gates").inner(gate);
    List<Json> left =
        record.items("outbox").stream()
            .filter(each -> !Kept.of(each).textIf("gate").equals(Optional.of(gate)))
            .toList();
    record = record.with("outbox", left);
    if (!meeting.has("exchange")) {
      return agreed(entry, gate);
    }
    String exchange = meeting.text("exchange");
    model.follow(entries);
    Optional<Kept> card = model.card(exchange, entry.number("day") * DAY_MS);
    boolean second = meeting.number("step") == 2;
    if (card.isEmpty()) {
      return second ? nothing(entry) : unreadable(entry);
    }
    boolean held = new Boxes(record).isHeld(card.get());
    List<Kept> parts = entry.items("parts").stream().map(Kept::of).toList();
    if (!second && held) {
      return bound(entry, card.get(), parts);
    }
    if (!second) {
      owe(card.get());
      return both(entry, card.get(), parts);
    }
    return held && record.inner("bound").has(exchange)
        ? released(entry, card.get(), parts)
        : nothing(entry);
  }

  private Json agreed(Kept entry, String gate) {
    Optional<Agreeing.Agreed> read = new Agreeing(device.world()).read(record, entry, gate);
    if (read.isEmpty()) {
      return unreadable(entry);
    }
    record = read.get().record();
    if (read.get().alarming()) {
      stop("not-mine");
    }
    return read.get().entry();
  }

  /// A light card's second gate gets something that means nothing, from whoever sealed an answer
  /// here: the relay cannot tell light cards from others by what comes after them.
  private void owe(Kept card) {
    String exchange = card.text("exchange");
    if (record.inner("sealed").has(exchange)) {
      Kept owed = record.inner("owed").with(exchange, card.number("lastDay"));
      record = record.with("owed", owed);
    }
  }

  private Json bound(Kept entry, Kept card, List<Kept> parts) {
    String exchange = card.text("exchange");
    Kept mine = parts.get((int) record.number("seat"));
    long standing = record.inner("sealed").inner(exchange).number("standing", 0);
    long revision = Opened.boundRevision(record, card, mine);
    if (revision < Math.max(standing, 1)) {
      stop("not-mine");
    }
    List<Json> both = parts.stream().<Json>map(Kept::fields).toList();
    Kept bound = Kept.NOTHING.with("parts", both).with("revision", revision);
    Kept at = Kept.NOTHING.with("seq", entry.number("seq")).with("gate", entry.text("gate"));
    record =
        record
            .with("bound", record.inner("bound").with(exchange, bound))
            .with("boundAt", record.inner("boundAt").with(exchange, at));
    return place(entry).with("bound", Kept.NOTHING.with("exchange", exchange)).fields();
  }

  private Json released(Kept entry, Kept card, List<Kept> second) {
    String exchange = card.text("exchange");
    List<Json> first = record.inner("bound").inner(exchange).items("parts");
    List<Kept> whole = new ArrayList<>();
    for (int seat = 0; seat < 2; seat++) {
      Json key = second.get(seat).fields().at("key").orElse(new Json.Null());
      whole.add(Kept.of(first.get(seat)).with("key", key));
    }
    record = record.with("bound", record.inner("bound").without(exchange));
    return both(entry, card, whole);
  }

  private Json both(Kept entry, Kept card, List<Kept> parts) {
    String exchange = card.text("exchange");
    List<Json> answers = new ArrayList<>();
    for (int seat = 0; seat < 2; seat++) {
      answers.add(opened(entry, card, parts.get(seat), seat).fields());
    }
    record = record.with("sealed", record.inner("sealed").without(exchange));
    Kept opened = Kept.NOTHING.with("exchange", exchange).with("answers", answers);
    return place(entry).with("opened", opened).fields();
  }

  /// One seat's answer. What was taken back is gone only on its author's word.
  private Kept opened(Kept entry, Kept card, Kept part, int seat) {
    boolean mine = seat == record.number("seat");
    Kept nothing =
        Kept.NOTHING.with("at", entry.number("day") * DAY_MS).with("words", new Json.Null());
    if (part.has("tombstone")) {
      record = Changes.withTombstone(record, entry, seat);
      return nothing;
    }
    try {
      Kept header = Opened.header(record, card, part, seat);
      SealedAnswer answer = Opened.answer(header, part);
      String text = mine ? own(entry, card, answer) : Opened.theirs(record, card, answer, seat);
      Kept body = Kept.authored(text);
      return Kept.NOTHING.with("at", header.number("at")).with("words", body.text("words"));
    } catch (Rejected | MalformedText odd) {
      if (mine) {
        stop("not-mine");
      }
      return nothing;
    }
  }

  private String own(Kept entry, Kept card, SealedAnswer answer) throws Rejected {
    OwnAnswer own = Opened.own(record, card, answer);
    Kept mine = record.inner("sealed").inner(card.text("exchange"));
    if (!own.confirmed() || answer.fields().rev() < mine.number("standing", 0)) {
      stop("not-mine");
    }
    String exchange = card.text("exchange");
    Kept first = record.inner("boundAt").inner(exchange);
    Kept fields = Boxes.sealed(answer.fields());
    if (first.has("seq")) {
      record = record.with("boundAt", record.inner("boundAt").without(exchange));
      remember(first, fields, aboutAnswer(exchange));
    }
    remember(entry, fields, aboutAnswer(exchange));
    return own.text();
  }

  private static Kept aboutAnswer(String exchange) {
    return Kept.NOTHING.with("of", exchange).with("part", "answer");
  }
}
