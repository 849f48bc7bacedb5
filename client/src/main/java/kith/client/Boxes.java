package kith.client;

import java.util.List;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Answers;
import kith.crypto.Base64Url;
import kith.crypto.Bond;
import kith.crypto.Bytes;
import kith.crypto.Card;
import kith.crypto.Events;
import kith.crypto.Gate;
import kith.crypto.Marks;
import kith.crypto.Prompt;
import kith.crypto.Rejected;
import kith.crypto.SealedAnswer;
import kith.crypto.Seat;
import kith.crypto.Secret;
import kith.crypto.Statement;

/// One bond's keys and places, out of what is kept of it.
record Boxes(Kept record) {

  /// Rings from here on open in two steps, as in the core.
  private static final int HELD_FROM = 3;

  /// What the other's keys are known by since the two met: it was opened then.
  static Statement pinned(String signed) {
    try {
      return Statement.open(bytes(signed));
    } catch (Rejected changed) {
      throw new IllegalStateException("a pinned statement was changed", changed);
    }
  }

  static Bytes bytes(String text) throws Rejected {
    return Bytes.of(Base64Url.parse(text));
  }

  Bond bond() {
    List<Secret> keys =
        record.items("keys").stream()
            .map(key -> Kept.NOTHING.with("key", key).secret("key"))
            .toList();
    return new Bond(record.bytes("bond"), keys);
  }

  Secret amk() {
    return record.secret("mark");
  }

  Marks marks() {
    return new Marks(bond(), amk());
  }

  Seat seat() {
    return seat(record.number("seat"));
  }

  static Seat seat(long number) {
    return number == 0 ? Seat.INVITER : Seat.JOINER;
  }

  /// The gate of an exchange, in the epoch of the entry that laid it.
  Gate gate(String exchange, int step) throws Rejected {
    return new Gate(bytes(exchange), step, (int) record.inner("epochs").number(exchange, 0));
  }

  /// The epoch in which this bond seals now.
  int epoch() {
    return record.items("keys").size() - 1;
  }

  /// The epoch that an event box was sealed in: it stands behind the suite byte.
  static long epochOf(Bytes box) {
    if (box.length() <= Integer.BYTES) {
      throw new MalformedText("a box has an epoch");
    }
    return Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(box.toArray()).getInt(1));
  }

  /// A gate's id, as the relay has it.
  String handle(String exchange, int step) {
    try {
      return Base64Url.format(new Events().gateHandle(bond(), gate(exchange, step)).toArray());
    } catch (Rejected odd) {
      throw new IllegalStateException("an exchange has 16 bytes", odd);
    }
  }

  /// The card, as far as an answer is bound to it; `shown` is a card of the view.
  static Card card(Kept shown) throws Rejected {
    Kept prompt = shown.inner("prompt");
    return new Card(
        bytes(shown.text("exchange")),
        (int) prompt.number("ring"),
        new Prompt(
            prompt.text("deck"), prompt.text("id"), prompt.text("language"), prompt.text("text")));
  }

  static Answers.From from(Kept shown, long seat) throws Rejected {
    return new Answers.From(card(shown), seat(seat));
  }

  /// What the body of an ordinary entry is bound to: its handle, in the place of a card.
  static Answers.From words(Bytes handle, Seat seat) {
    return new Answers.From(new Card(handle, 1, new Prompt("kith", "words", "", "")), seat);
  }

  /// Whether a card opens in two steps: both are bound first, then both keys are given.
  boolean isHeld(Kept shown) {
    return shown.inner("prompt").number("ring") >= HELD_FROM
        || record.items("held").contains(new Json.Text(shown.text("exchange")));
  }

  static Kept sealed(SealedAnswer.Fields fields) {
    return Kept.NOTHING
        .with("exchange", fields.exchange())
        .with("rev", fields.rev())
        .with("ring", fields.ring())
        .with("promptHash", fields.promptHash())
        .with("kc", fields.kc())
        .with("com", fields.com())
        .with("self", fields.self());
  }

  /// What the other wrote there is any whole number, and none may pass for another.
  private static int ring(Kept sealed) {
    long ring = sealed.number("ring");
    if (ring != (int) ring) {
      throw new MalformedText("ring is no ring");
    }
    return (int) ring;
  }

  static SealedAnswer answer(Kept sealed, Bytes body, Bytes key) {
    SealedAnswer.Fields fields =
        new SealedAnswer.Fields(
            sealed.bytes("exchange"),
            sealed.number("rev"),
            ring(sealed),
            sealed.bytes("promptHash"),
            sealed.bytes("kc"),
            sealed.bytes("com"),
            sealed.bytes("self"));
    return new SealedAnswer(fields, body, key);
  }
}
