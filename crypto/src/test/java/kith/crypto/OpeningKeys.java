package kith.crypto;

import static kith.crypto.Opening.hex;

import java.util.List;
import java.util.Map;
import kith.crypto.DeviceLink.Accepted;
import kith.crypto.DeviceLink.Joining;
import kith.crypto.DeviceLink.Offer;

/// Opens the boxes by which one person reaches their own account.
record OpeningKeys(Inputs file, Inputs given) {

  Map<String, String> open(String kind) throws Rejected {
    return switch (kind) {
      case "unlocker" -> unlocker();
      case "recovery-code" -> Map.of("secret", hex(code(given).secret()));
      case "login" -> login();
      case "next-statement" -> nextStatement();
      case "vault-record" -> vaultRecord();
      case "link-offer" -> offer();
      case "link-accept" -> accept();
      case "link-reveal" -> reveal();
      case "link-grant" -> grant();
      default -> throw new AssertionError("unknown kind " + kind);
    };
  }

  private Bytes box() {
    return file.bytes("box");
  }

  static RecoveryCode code(Inputs given) throws Rejected {
    List<String> lines =
        List.of(
            given.node().get("lines").get(0).asString(),
            given.node().get("lines").get(1).asString());
    return RecoveryCode.read(lines.getFirst(), lines.getLast());
  }

  static Unlocker way(Inputs given) throws Rejected {
    UnlockerKind kind = UnlockerKind.valueOf(given.text("way").toUpperCase(java.util.Locale.ROOT));
    Secret secret =
        switch (kind) {
          case PASSKEY -> UnlockSecret.ofPasskey(given.array("prf"));
          case WORDS ->
              UnlockSecret.ofWords(given.text("words"), given.bytes("salt"), given.integer("cost"));
          case RECOVERY -> UnlockSecret.ofRecovery(code(given));
          case DEVICE -> given.secret("us");
        };
    return new Unlocker(kind, secret, given.bytes("unlocker"), given.bytes("account"));
  }

  private Map<String, String> unlocker() throws Rejected {
    Unlocker way = way(given);
    Account account = way.openEnvelope(given.integer("generation"), box());
    return Map.of(
        "us", hex(way.secret()),
        "rootKey", hex(account.rootKey()),
        "psk", hex(way.lock().psk()),
        "publicKeyHash", hex(Bytes.of(Suite.hash(way.lock().publicKey().toArray()))),
        "loginKey", hex(way.loginKey()));
  }

  static Login login(Inputs given) {
    return new Login(given.text("origin"), given.bytes("nonce"), given.number("at"));
  }

  private Map<String, String> login() throws Rejected {
    Unlocker way = way(given);
    Bytes key = way.loginKey();
    Rejected.unless(login(given).verifies(VaultRecords.vault(way.account()), way.id(), key, box()));
    return Map.of("loginKey", hex(key));
  }

  private Map<String, String> nextStatement() throws Rejected {
    Statement before = Opening.identity(given).statement();
    Statement next = Statement.open(box());
    Rejected.unless(next.follows(before));
    return Map.of(
        "generation", String.valueOf(next.generation()), "fingerprint", hex(next.fingerprint()));
  }

  static LocalState.Place place(Inputs given) {
    return new LocalState.Place(given.text("name"), given.number("version"));
  }

  private Map<String, String> vaultRecord() throws Rejected {
    AccountKeys keys = Opening.keys(given);
    VaultRecords records = new VaultRecords(keys, Suite.KITH1);
    return Map.of(
        "text", Utf8.read(records.open(place(given), box())),
        "id", hex(records.id(given.text("name"))),
        "vault", hex(VaultRecords.vault(given.bytes("account"))));
  }

  private static DeviceLinks links() {
    return new DeviceLinks(Suite.KITH1);
  }

  private Map<String, String> offer() throws Rejected {
    Offer offer = links().openOffer(given.secret("secret"), box());
    return Map.of(
        "id", hex(links().id(given.secret("secret"))),
        "owner", hex(offer.owner().account()),
        "commitment", hex(offer.commitment()),
        "expires", String.valueOf(offer.expires()),
        "transcript", hex(offer.transcript()));
  }

  private Map<String, String> accept() throws Rejected {
    Identity owner = Opening.identity(given.inner("owner"));
    DeviceLink link =
        new DeviceLink(given.secret("secret"), given.secret("ownerNonce"), given.bytes("offer"));
    Accepted accepted = links().openAccept(owner, link, box());
    return Map.of(
        "publicKeyHash", hex(Bytes.of(Suite.hash(accepted.publicKey().toArray()))),
        "key", hex(accepted.key()),
        "device", accepted.device(),
        "transcript", hex(accepted.transcript()),
        "digits", accepted.digits());
  }

  static Joining joining(Inputs given) throws Rejected {
    Offer offer = links().openOffer(given.secret("secret"), given.bytes("offer"));
    return new Joining(
        offer,
        given.secret("seed"),
        given.secret("key"),
        given.bytes("deviceNonce"),
        given.bytes("accept"));
  }

  private Map<String, String> reveal() throws Rejected {
    return Map.of("digits", links().openReveal(given.secret("secret"), joining(given), box()));
  }

  private Map<String, String> grant() throws Rejected {
    Account account = links().openGrant(given.secret("secret"), joining(given), box());
    return Map.of(
        "account", hex(account.id()),
        "generation", String.valueOf(account.generation()),
        "rootKey", hex(account.rootKey()));
  }
}
