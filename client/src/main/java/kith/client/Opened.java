package kith.client;

import kith.core.json.MalformedText;
import kith.crypto.Answers;
import kith.crypto.Bytes;
import kith.crypto.Events;
import kith.crypto.OwnAnswer;
import kith.crypto.Rejected;
import kith.crypto.SealedAnswer;

/// Opens what a gate of answers has put together, for the card that this device sees.
final class Opened {

  private Opened() {}

  static Kept header(Kept record, Kept card, Kept part, long seat) throws Rejected {
    Boxes boxes = new Boxes(record);
    Events.GatePlace place =
        new Events.GatePlace(boxes.gate(card.text("exchange"), 1), Boxes.seat(seat));
    Bytes box = part.bytes("event");
    return Kept.authored(new Events().openAtGate(boxes.bond(), place, box));
  }

  static SealedAnswer answer(Kept header, Kept part) {
    return Boxes.answer(header.inner("sealed"), part.bytes("body"), part.bytes("key"));
  }

  static String theirs(Kept record, Kept card, SealedAnswer answer, long seat) throws Rejected {
    return new Answers().open(new Boxes(record).bond(), Boxes.from(card, seat), answer);
  }

  static OwnAnswer own(Kept record, Kept card, SealedAnswer answer) throws Rejected {
    Boxes boxes = new Boxes(record);
    Answers.From from = Boxes.from(card, record.number("seat"));
    return new Answers().openOwn(boxes.bond(), boxes.amk(), from, answer);
  }

  /// Which version of mine has been bound; 0 when it is none of mine.
  static long boundRevision(Kept record, Kept card, Kept part) {
    Boxes boxes = new Boxes(record);
    try {
      SealedAnswer answer = answer(header(record, card, part, record.number("seat")), part);
      Answers.From from = Boxes.from(card, record.number("seat"));
      Answers.Bound bound = new Answers().checkBound(boxes.bond(), boxes.amk(), from, answer);
      return bound.mine() ? bound.rev() : 0;
    } catch (Rejected | MalformedText odd) {
      return 0;
    }
  }
}
