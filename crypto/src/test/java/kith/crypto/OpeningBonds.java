package kith.crypto;

import static kith.crypto.Opening.bond;
import static kith.crypto.Opening.hex;
import static kith.crypto.Opening.seat;

import java.util.Map;
import kith.crypto.Withdrawals.Tombstone;
import tools.jackson.databind.JsonNode;

/// Opens what two people write to each other beyond entries and answers.
record OpeningBonds(Inputs file, Inputs given) {

  Map<String, String> open(String kind) throws Rejected {
    return switch (kind) {
      case "release" -> release();
      case "tombstone" -> tombstone();
      case "rotation" -> rotation();
      case "vote" -> vote();
      case "transcript" -> transcript();
      case "mark" -> mark();
      default -> new OpeningKeys(file, given).open(kind);
    };
  }

  private Map<String, String> release() throws Rejected {
    SealedAnswer whole = Opening.sealedAnswer(file);
    Bytes placeholder = given.bytes("placeholder");
    SealedAnswer bound = new SealedAnswer(whole.fields(), whole.body(), placeholder);
    Answers answers = new Answers();
    Answers.Bound checked =
        answers.checkBound(bond(given), given.secret("amk"), Opening.from(given), bound);
    Bytes key = file.bytes("key");
    return Map.of(
        "rev", String.valueOf(checked.rev()),
        "mine", String.valueOf(checked.mine()),
        "text", answers.openReleased(bond(given), Opening.from(given), bound, key));
  }

  static Withdrawals.Place withdrawn(Inputs given) {
    return new Withdrawals.Place(given.bytes("entry"), seat(given));
  }

  private Map<String, String> tombstone() throws Rejected {
    Tombstone stone =
        new Withdrawals(Suite.KITH1)
            .open(bond(given), given.secret("amk"), withdrawn(given), file.bytes("box"));
    return Map.of(
        "exchange", hex(stone.withdrawal().exchange()),
        "rev", String.valueOf(stone.withdrawal().rev()),
        "com", hex(stone.withdrawal().com()),
        "at", String.valueOf(stone.withdrawal().at()),
        "mine", String.valueOf(stone.mine()));
  }

  private Map<String, String> rotation() throws Rejected {
    Rotations.Rotation rotation =
        new Rotations.Rotation(file.number("epoch"), file.bytes("box"), file.bytes("signature"));
    Identity me = Opening.identity(given.inner("reader"));
    Statement maker = Opening.identity(given.inner("maker")).statement();
    Bond next = new Rotations(Suite.KITH1).open(bond(given), me, maker, rotation);
    return Map.of("key", hex(next.keys().getLast()));
  }

  static Votes.Question question(Inputs given) {
    return new Votes.Question(given.integer("slot"), given.text("matter"), given.number("tick"));
  }

  private Map<String, String> vote() throws Rejected {
    Votes votes = new Votes(Suite.KITH1);
    Votes.Upload upload = new Votes.Upload(seat(given), given.integer("counter"));
    Bond bond = bond(given);
    Votes.Question question = question(given);
    String text = votes.open(bond, question, seat(given), file.bytes("box"));
    return Map.of(
        "text", text,
        "tags", hex(votes.yes(bond, question, upload)),
        "self", hex(votes.selfTag(bond, given.secret("amk"), question, seat(given))),
        "gate", hex(votes.gate(bond, question.slot(), question.matter(), given.number("agreed"))));
  }

  private Map<String, String> transcript() {
    Transcript transcript = Transcript.start(given.bytes("bond"));
    for (JsonNode node : given.node().get("entries")) {
      transcript = next(transcript, new Inputs(node));
    }
    return Map.of(
        "seq", String.valueOf(transcript.seq()),
        "head", hex(transcript.head()),
        "words", transcript.words(bond(given)));
  }

  private static Transcript next(Transcript transcript, Inputs entry) {
    long day = entry.number("day");
    return entry.has("gate")
        ? transcript.joint(day, entry.bytes("gate"), entry.bytes("first"), entry.bytes("second"))
        : transcript.appended(day, seat(entry), entry.bytes("handle"), entry.bytes("event"));
  }

  private Map<String, String> mark() throws Rejected {
    Marks marks = new Marks(bond(given), given.secret("amk"));
    Rejected.unless(marks.verifies(Opening.place(given), file.text("marked")));
    return Map.of("marked", marks.sign(Opening.place(given), given.text("object")));
  }
}
