package kith.crypto;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kith.crypto.Invitation.Accepted;
import kith.crypto.Invitation.Joining;
import kith.crypto.Invitation.Offer;
import kith.crypto.bc.PskHpke;
import tools.jackson.databind.JsonNode;

/// Opens the box of one vector file, and says what came out.
final class Opening {

  private final Inputs file;
  private final Inputs given;

  private Opening(JsonNode file) {
    this.file = new Inputs(file);
    this.given = this.file.inner("given");
  }

  static Map<String, String> of(JsonNode file) throws Rejected {
    return new Opening(file).open();
  }

  private Map<String, String> open() throws Rejected {
    String kind = file.text("kind");
    return switch (kind) {
      case "event" -> Map.of("text", new Events().open(bond(given), place(given), box()));
      case "gate-event" -> gateEvent();
      case "answer" -> answer();
      case "state" -> state();
      case "envelope" -> envelope();
      case "statement" -> statement();
      case "offer" -> offer();
      case "accept" -> accept();
      case "confirm" -> Map.of("spokenCheck", new Handshake().openConfirm(joining(given), box()));
      case "prompt" -> Map.of("hash", hex(prompt(given).hash()));
      case "link" -> link();
      case "public-key" -> publicKey();
      default -> new OpeningBonds(file, given).open(kind);
    };
  }

  static Bond bond(Inputs given) {
    List<Secret> keys = given.arrays("keys").stream().map(Secret::of).toList();
    return new Bond(given.bytes("bond"), keys);
  }

  static Seat seat(Inputs given) {
    return given.integer("seat") == 0 ? Seat.INVITER : Seat.JOINER;
  }

  static Events.Place place(Inputs given) {
    return new Events.Place(given.bytes("handle"), seat(given));
  }

  static Events.GatePlace gatePlace(Inputs given) {
    Gate gate = new Gate(given.bytes("exchange"), given.integer("step"), given.integer("epoch"));
    return new Events.GatePlace(gate, seat(given));
  }

  static Prompt prompt(Inputs given) {
    Inputs prompt = given.inner("prompt");
    return new Prompt(
        prompt.text("deck"), prompt.text("id"), prompt.text("language"), prompt.text("text"));
  }

  static Answers.From from(Inputs given) {
    Card card = new Card(given.bytes("exchange"), given.integer("ring"), prompt(given));
    return new Answers.From(card, seat(given));
  }

  static Account account(Inputs given) {
    return new Account(given.bytes("account"), 1, given.secret("rootKey"));
  }

  /// Made once: whose box is changed byte by byte stays the same person.
  private static final Map<String, Identity> IDENTITIES = new ConcurrentHashMap<>();

  static Identity identity(Inputs given) {
    String who = given.text("account") + given.text("rootKey") + given.number("created");
    return IDENTITIES.computeIfAbsent(
        who,
        name -> {
          AccountKeys keys = AccountKeys.derive(account(given));
          return new Identity(keys, Statement.make(keys, given.number("created")));
        });
  }

  private static final Map<Account, AccountKeys> KEYS = new ConcurrentHashMap<>();

  static AccountKeys keys(Inputs given) {
    return KEYS.computeIfAbsent(account(given), AccountKeys::derive);
  }

  static Unlocker unlocker(Inputs given) {
    return new Unlocker(given.secret("us"), given.bytes("unlocker"), given.bytes("account"));
  }

  static Joining joining(Inputs given) {
    return new Joining(
        given.bytes("bond"),
        given.secret("bondKey"),
        given.bytes("joinerNonce"),
        given.bytes("commitment"),
        given.bytes("inviterFingerprint"),
        given.bytes("joinerFingerprint"),
        given.bytes("transcript"),
        Bytes.of());
  }

  static Invitation invitation(Inputs given) {
    return new Invitation(
        given.secret("secret"),
        given.bytes("bond"),
        given.secret("inviterNonce"),
        given.bytes("offer"));
  }

  static SealedAnswer sealedAnswer(Inputs file) throws Rejected {
    Inputs sealed = file.inner("sealed");
    SealedAnswer.Fields fields =
        new SealedAnswer.Fields(
            decoded(sealed, "exchange"),
            sealed.number("rev"),
            sealed.integer("ring"),
            decoded(sealed, "promptHash"),
            decoded(sealed, "kc"),
            decoded(sealed, "com"),
            decoded(sealed, "self"));
    return new SealedAnswer(fields, file.bytes("body"), file.bytes("key"));
  }

  static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray());
  }

  static String hex(Secret secret) {
    return HexFormat.of().formatHex(secret.toArray());
  }

  private static Bytes decoded(Inputs inputs, String name) throws Rejected {
    return Bytes.of(Base64Url.parse(inputs.text(name)));
  }

  private Bytes box() {
    return file.bytes("box");
  }

  private Map<String, String> gateEvent() throws Rejected {
    Events.GatePlace place = gatePlace(given);
    Events events = new Events();
    String text = events.openAtGate(bond(given), place, box());
    return Map.of("text", text, "gate", hex(events.gateHandle(bond(given), place.gate())));
  }

  private Map<String, String> answer() throws Rejected {
    SealedAnswer answer = sealedAnswer(file);
    Answers answers = new Answers();
    OwnAnswer own = answers.openOwn(bond(given), given.secret("amk"), from(given), answer);
    String text = answers.open(bond(given), from(given), answer);
    if (!text.equals(own.text())) {
      throw new AssertionError("author and partner read different texts");
    }
    return Map.of("text", text, "confirmed", String.valueOf(own.confirmed()));
  }

  private Map<String, String> state() throws Rejected {
    LocalState state = new LocalState(keys(given));
    LocalState.Place place = new LocalState.Place(given.text("name"), given.number("version"));
    return Map.of("text", Utf8.read(state.open(place, box())));
  }

  private Map<String, String> envelope() throws Rejected {
    Account account = unlocker(given).openEnvelope(given.integer("generation"), box());
    return Map.of("rootKey", hex(account.rootKey()));
  }

  private Map<String, String> statement() throws Rejected {
    Statement statement = Statement.open(box());
    return Map.of(
        "account", hex(statement.account()),
        "created", String.valueOf(statement.created()),
        "signPublicKey", hex(statement.signPublicKey()),
        "fingerprint", hex(statement.fingerprint()));
  }

  private Map<String, String> offer() throws Rejected {
    Offer offer = new Handshake().openOffer(given.secret("secret"), box());
    return Map.of(
        "inviter", hex(offer.inviter().account()),
        "bond", hex(offer.bond()),
        "commitment", hex(offer.commitment()),
        "expires", String.valueOf(offer.expires()),
        "name", offer.name(),
        "transcript", hex(offer.transcript()));
  }

  private Map<String, String> accept() throws Rejected {
    Identity inviter = identity(given.inner("inviter"));
    Accepted accepted = new Handshake().openAccept(inviter, invitation(given), box());
    return Map.of(
        "joiner", hex(accepted.joiner().account()),
        "bondKey", hex(accepted.bondKey()),
        "name", accepted.name(),
        "transcript", hex(accepted.transcript()),
        "spokenCheck", accepted.spokenCheck());
  }

  private Map<String, String> link() throws Rejected {
    return switch (Link.parse(given.text("fragment"))) {
      case Link.Invited(Secret secret) -> Map.of("kind", "invitation", "secret", hex(secret));
      case Link.None() -> Map.of("kind", "none");
      case Link.UnknownVersion() -> Map.of("kind", "unknown-version");
      case Link.Malformed() -> throw new Rejected();
    };
  }

  private Map<String, String> publicKey() throws Rejected {
    PskHpke.Sharing sharing = new PskHpke.Sharing(new byte[32], new byte[] {1}, new byte[0]);
    Suite.sealKey(given.array("publicKey"), sharing, new byte[1]);
    return new TreeMap<>();
  }
}
