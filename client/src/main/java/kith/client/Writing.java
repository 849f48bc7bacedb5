package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.core.json.Json;
import kith.crypto.Answers;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Events;
import kith.crypto.Rejected;
import kith.crypto.SealedAnswer;

/// Seals what this person says, and puts it in the outbox.
final class Writing {

  private static final long DAY_MS = 86_400_000L;

  private final Surroundings world;

  Writing(Surroundings world) {
    this.world = world;
  }

  /// This device's time, moved into the relay's day.
  long now(Kept record) {
    return world.clock().millis() + record.number("clockShift", 0);
  }

  /// The day by that time, in whole days since 1970-01-01 UTC.
  long day(Kept record) {
    return Math.floorDiv(now(record), DAY_MS);
  }

  /// Events as one entry, with what was seen and one's own mark; their words in the body, which
  /// can be erased. Whoever says nothing sends a body all the same: its shape tells nothing.
  Kept withEvents(Kept record, List<Json> events, List<Json> closes) throws Refused {
    Bytes handle = world.suite().newId();
    Kept outgoing =
        Kept.NOTHING
            .with("kind", "append")
            .with("handle", handle)
            .with("parts", parts(record, handle, events, Kept.NOTHING))
            .with("closes", closes);
    return sending(record, outgoing);
  }

  /// The same with something more in its text, such as new keys.
  Kept withEntry(Kept record, Kept more) throws Refused {
    Bytes handle = world.suite().newId();
    Kept parts = parts(record, handle, List.of(), more);
    Kept outgoing = Kept.NOTHING.with("kind", "append").with("handle", handle).with("parts", parts);
    return sending(record, outgoing.with("closes", List.of()));
  }

  /// The event box of an end: small, and without a body.
  Bytes ending(Kept record, Bytes handle, List<Json> events) throws Refused {
    return event(new Boxes(record), handle, text(record, events, Kept.NOTHING));
  }

  private Kept parts(Kept record, Bytes handle, List<Json> events, Kept more) throws Refused {
    Boxes boxes = new Boxes(record);
    List<Json> words = Spoken.of(events);
    Kept parts = Kept.NOTHING;
    Kept text = text(record, Spoken.without(events), more);
    if (words.isEmpty()) {
      parts = parts.with("body", noise()).with("key", placeholder(record));
    } else {
      SealedAnswer body = body(boxes, handle, words);
      parts = parts.with("body", body.body()).with("key", body.key());
      text = text.with("sealed", Boxes.sealed(body.fields()));
    }
    return parts.with("event", event(boxes, handle, text));
  }

  private Kept text(Kept record, List<Json> events, Kept more) {
    Kept text =
        Kept.NOTHING
            .with("v", 1)
            .with("at", now(record))
            .with("events", events)
            .with("seen", seen(record));
    for (Map.Entry<String, Json> field : more.fields().values().entrySet()) {
      text = text.with(field.getKey(), field.getValue());
    }
    return text;
  }

  private Bytes event(Boxes boxes, Bytes handle, Kept text) throws Refused {
    Events.Place place = new Events.Place(handle, boxes.seat());
    String marked = boxes.marks().sign(place, text.written());
    return fitting(() -> new Events(world.suite()).seal(boxes.bond(), place, marked));
  }

  private SealedAnswer body(Boxes boxes, Bytes handle, List<Json> words) throws Refused {
    String text = Kept.NOTHING.with("v", 1).with("words", words).written();
    Answers.From from = Boxes.words(handle, boxes.seat());
    return fitting(
        () ->
            new Answers(world.suite())
                .seal(boxes.bond(), boxes.amk(), new Answers.Draft(from, 1, text)));
  }

  private static Kept seen(Kept record) {
    return Kept.NOTHING
        .with("seq", record.number("head"))
        .with("head", record.items("heads").getLast());
  }

  static Kept sending(Kept record, Kept outgoing) {
    List<Json> outbox = new ArrayList<>(record.items("outbox"));
    outbox.add(outgoing.fields());
    return record.with("outbox", outbox);
  }

  /// What can fail to fit into a box, or to be of this bond.
  private interface Sealing<T> {
    T seal() throws Rejected;
  }

  /// A text that no box holds is too long, and says so.
  private static <T> T fitting(Sealing<T> sealing) throws Refused {
    try {
      return sealing.seal();
    } catch (IllegalArgumentException tooLong) {
      throw new Refused("words-too-long");
    } catch (Rejected odd) {
      throw new Refused("malformed");
    }
  }

  /// Seals an answer to a card of the view; again, it is a new revision under a new key.
  Kept withAnswer(Kept record, Kept card, String words) throws Refused {
    String exchange = card.text("exchange");
    Boxes boxes = new Boxes(record);
    Kept before = record.inner("sealed").inner(exchange);
    long revision = before.number("revision", 0) + 1;
    String text =
        Kept.NOTHING
            .with("v", 1)
            .with("words", words)
            .with("prompt", card.inner("prompt").text("text"))
            .written();
    SealedAnswer answer =
        fitting(
            () ->
                new Answers(world.suite())
                    .seal(
                        boxes.bond(),
                        boxes.amk(),
                        new Answers.Draft(
                            Boxes.from(card, record.number("seat")), revision, text)));
    boolean held = boxes.isHeld(card);
    Kept parts = first(boxes, exchange, answer, held);
    Kept reveals = before.inner("reveals");
    Kept mine =
        before
            .with("revision", revision)
            .with("words", words)
            .with("standing", before.number("standing", 0))
            .with("released", new Json.Truth(before.isTrue("released")))
            .with("parts", parts)
            .with("reveals", held ? reveals.with(String.valueOf(revision), answer.key()) : reveals);
    return deposited(record, card, mine);
  }

  private Kept first(Boxes boxes, String exchange, SealedAnswer answer, boolean held)
      throws Refused {
    Kept header =
        Kept.NOTHING
            .with("v", 1)
            .with("at", now(boxes.record()))
            .with("sealed", Boxes.sealed(answer.fields()));
    Answers answers = new Answers(world.suite());
    return Kept.NOTHING
        .with("event", atGate(boxes, exchange, 1, header))
        .with("body", answer.body())
        .with("key", held ? answers.placeholder(boxes.bond()) : answer.key());
  }

  private Bytes atGate(Boxes boxes, String exchange, int step, Kept header) throws Refused {
    return fitting(
        () ->
            new Events(world.suite())
                .sealAtGate(
                    boxes.bond(),
                    new Events.GatePlace(boxes.gate(exchange, step), boxes.seat()),
                    header.written()));
  }

  /// Takes an answer back while it is still sealed; nobody can tell that it was there.
  Kept withoutAnswer(Kept record, Kept card) {
    Kept mine = record.inner("sealed").inner(card.text("exchange"));
    return mine.has("parts") ? withNothing(record, card) : record;
  }

  /// The next revision of an answer is that there is none.
  Kept withNothing(Kept record, Kept card) {
    Kept mine = record.inner("sealed").inner(card.text("exchange"));
    Kept next = mine.with("revision", mine.number("revision") + 1).with("parts", new Json.Null());
    return deposited(record, card, next);
  }

  /// The record with an answer as it is in its outbox.
  Kept withDeposit(Kept record, Kept card, Kept mine) {
    return deposited(record, card, mine);
  }

  private Kept deposited(Kept record, Kept card, Kept mine) {
    String exchange = card.text("exchange");
    String gate = new Boxes(record).handle(exchange, 1);
    Json parts = mine.has("parts") ? mine.inner("parts").fields() : new Json.Null();
    Kept outgoing = deposit(gate, mine.number("revision"), card.number("lastDay"), parts);
    List<Json> others =
        record.items("outbox").stream()
            .filter(each -> !Kept.of(each).textIf("gate").equals(java.util.Optional.of(gate)))
            .toList();
    Kept sealed = record.inner("sealed").with(exchange, mine);
    return sending(record.with("sealed", sealed).with("outbox", others), outgoing);
  }

  private static Kept deposit(String gate, long revision, long expires, Json parts) {
    return Kept.NOTHING
        .with("kind", "deposit")
        .with("gate", gate)
        .with("revision", revision)
        .with("expires", expires)
        .with("parts", parts);
  }

  /// Gives the second gate what belongs there: the key of my words, or one that opens nothing.
  Kept withRelease(Kept record, String exchange, long lastDay, Bytes key) throws Refused {
    Boxes boxes = new Boxes(record);
    Kept header = Kept.NOTHING.with("v", 1).with("at", now(record));
    Kept parts =
        Kept.NOTHING
            .with("event", atGate(boxes, exchange, 2, header))
            .with("body", noise())
            .with("key", key);
    Kept outgoing = deposit(boxes.handle(exchange, 2), 1, lastDay, parts.fields());
    Kept sealed = record.inner("sealed");
    Kept next =
        sealed.has(exchange)
            ? sealed.with(exchange, sealed.inner(exchange).with("released", new Json.Truth(true)))
            : sealed;
    return sending(record.with("sealed", next), outgoing);
  }

  /// A body that nobody opens.
  private String noise() {
    byte[] body = new byte[BODY_BYTES];
    for (int at = 0; at < body.length; at += Bytes.KEY) {
      System.arraycopy(world.suite().newSecret().toArray(), 0, body, at, Bytes.KEY);
    }
    return Base64Url.format(body);
  }

  /// What is given to a second gate that means nothing.
  Bytes placeholder(Kept record) {
    return new Answers(world.suite()).placeholder(new Boxes(record).bond());
  }

  /// The smallest body: at a second gate it holds nothing.
  private static final int BODY_BYTES = 1024;
}
