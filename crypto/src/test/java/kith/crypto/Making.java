package kith.crypto;

import static kith.crypto.Opening.bond;
import static kith.crypto.Opening.gatePlace;
import static kith.crypto.Opening.hex;
import static kith.crypto.Opening.identity;
import static kith.crypto.Opening.joining;
import static kith.crypto.Opening.place;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import kith.crypto.Invitation.Accepted;
import kith.crypto.Invitation.Joining;
import kith.crypto.Invitation.Terms;
import kith.crypto.SealedAnswer.Fields;
import tools.jackson.databind.JsonNode;

/// Makes the box of one vector file again, from its inputs and the bytes that stood for random
/// ones.
final class Making {

  private final Inputs file;
  private final Inputs given;
  private final Suite suite;

  private Making(JsonNode node) {
    file = new Inputs(node);
    given = file.inner("given");
    Iterator<byte[]> random = file.arrays("random").iterator();
    suite = Suite.of("kith1", length -> random.next());
  }

  /// The parts by name: `box`, or `body`, `key` and the fields of `sealed`.
  static Map<String, String> of(JsonNode file) throws Rejected {
    return new Making(file).make();
  }

  private Map<String, String> make() throws Rejected {
    String kind = file.text("kind");
    return switch (kind) {
      case "event" -> box(new Events(suite).seal(bond(given), place(given), text()));
      case "gate-event" -> box(new Events(suite).sealAtGate(bond(given), gatePlace(given), text()));
      case "answer" -> answer();
      case "state" -> state();
      case "statement" -> box(identity(given).statement().signed());
      case "offer" -> offer();
      case "confirm" -> confirm();
      default -> new MakingFurther(file, given, suite).make(kind);
    };
  }

  private String text() {
    return file.inner("opened").text("text");
  }

  private static Map<String, String> box(Bytes box) {
    return Map.of("box", hex(box));
  }

  private Map<String, String> answer() {
    long rev = file.inner("sealed").number("rev");
    Answers.Draft draft = new Answers.Draft(Opening.from(given), rev, text());
    SealedAnswer answer = new Answers(suite).seal(bond(given), given.secret("amk"), draft);
    return parts(answer);
  }

  static Map<String, String> parts(SealedAnswer answer) {
    Fields fields = answer.fields();
    return Map.of(
        "body", hex(answer.body()),
        "key", hex(answer.key()),
        "exchange", Base64Url.format(fields.exchange().toArray()),
        "rev", String.valueOf(fields.rev()),
        "ring", String.valueOf(fields.ring()),
        "promptHash", Base64Url.format(fields.promptHash().toArray()),
        "kc", Base64Url.format(fields.kc().toArray()),
        "com", Base64Url.format(fields.com().toArray()),
        "self", Base64Url.format(fields.self().toArray()));
  }

  private Map<String, String> state() {
    AccountKeys keys = AccountKeys.derive(Opening.account(given));
    LocalState.Place place = new LocalState.Place(given.text("name"), given.number("version"));
    return box(new LocalState(keys, suite).seal(place, Utf8.of(text())));
  }

  private Map<String, String> offer() {
    Inputs opened = file.inner("opened");
    Terms terms = new Terms(opened.bytes("bond"), opened.number("expires"), opened.text("name"));
    Identity inviter = identity(given.inner("inviter"));
    return box(new Handshake(suite).makeOffer(inviter, given.secret("secret"), terms).offer());
  }

  private Map<String, String> confirm() {
    Joining joining = joining(given);
    Invitation invitation =
        new Invitation(joining.bondKey(), joining.bond(), given.secret("inviterNonce"), Bytes.of());
    Statement unused = identity(given.inner("inviter")).statement();
    Accepted accepted = new Accepted(unused, joining.bondKey(), "", joining.transcript(), "");
    return box(new Handshake(suite).makeConfirm(invitation, accepted));
  }

  /// The names of the parts that a file holds, as [#of] gives them.
  static List<String> partNames(JsonNode file) {
    if (file.has("marked")) {
      return List.of("marked");
    }
    return file.has("box")
        ? List.of("box")
        : List.of("body", "key", "exchange", "rev", "ring", "promptHash", "kc", "com", "self");
  }
}
