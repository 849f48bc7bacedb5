package kith.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kith.crypto.bc.Ed25519;
import tools.jackson.databind.JsonNode;

/// Computes what a file of known answers names, from the inputs that it gives, under its label.
final class KnownAnswers {

  private final Inputs given;
  private final String label;
  private final Suite suite;
  private final SortedMap<String, String> answers = new TreeMap<>();

  private KnownAnswers(JsonNode file) {
    given = new Inputs(file.get("given"));
    label = file.get("label").asString();
    suite = Suite.of(label, KnownAnswers::nothingRandom);
  }

  static SortedMap<String, String> of(JsonNode file) {
    KnownAnswers known = new KnownAnswers(file);
    known.account();
    known.invitation();
    known.unlocker();
    known.answer();
    known.meeting();
    known.later();
    return known.answers;
  }

  private static byte[] nothingRandom(int length) {
    throw new AssertionError("a known answer has no random bytes: " + length);
  }

  private void put(String name, byte[] value) {
    answers.put(name, HexFormat.of().formatHex(value));
  }

  private void account() {
    Account account = new Account(given.bytes("account"), 1, Secret.of(given.array("rootKey")));
    AccountKeys keys = AccountKeys.derive(account, suite);
    Statement statement = Statement.make(keys, given.number("created"), suite);
    put("account.kem_seed", keys.kemSeed().toArray());
    put("account.kem_pk_sha256", Suite.hash(keys.kemPublicKey().toArray()));
    put("account.sign_seed", keys.signSeed().toArray());
    put("account.sign_pk", keys.signPublicKey().toArray());
    put("account.state", keys.stateKey().toArray());
    put("statement_sha256", Suite.hash(statement.signed().toArray()));
    answers.put("statement_len", String.valueOf(statement.signed().length()));
    put("statement_fp", statement.fingerprint().toArray());
  }

  private void invitation() {
    Secret secret = Secret.of(given.array("invitationSecret"));
    put("invite.id", new Handshake(suite).id(secret).toArray());
    put("invite.offer", suite.derive(secret, "invite/offer", new byte[0]));
    put("invite.psk", suite.derive(secret, "invite/psk", new byte[0]));
  }

  private void unlocker() {
    Secret secret = Secret.of(given.array("unlockSecret"));
    byte[] context = given.writer("account", "unlocker").toArray();
    byte[] authSeed = suite.derive(secret, "unlock/auth", context);
    put("unlock.kem_seed", suite.derive(secret, "unlock/kem", context));
    put("unlock.psk", suite.derive(secret, "unlock/psk", context));
    put("unlock.auth_seed", authSeed);
    put("unlock.auth_pk", Ed25519.publicKey(authSeed));
    put("unlock.info", suite.record("unlock").bytes(context).u8(1).u32(1).toArray());
    auth(authSeed);
  }

  private void auth(byte[] seed) {
    byte[] message =
        suite
            .record("auth")
            .lp("https://example.org".getBytes(StandardCharsets.US_ASCII))
            .bytes(given.writer("account", "unlocker").toArray())
            .bytes(HexFormat.of().parseHex("09".repeat(32)))
            .u64(1_750_000_000_002L)
            .toArray();
    put("auth.msg", message);
    put("auth.sig", Ed25519.sign(seed, message));
  }

  private Header header() {
    return new Header(
        given.bytes("bond"),
        given.bytes("exchange"),
        given.bytes("account"),
        given.integer("ring"),
        given.integer("rev"),
        given.bytes("promptHash"));
  }

  private Suite withNonce(String name) {
    return Suite.of(label, length -> given.array(name));
  }

  private void answer() {
    byte[] headerHash = header().hash(suite);
    Secret secret = Secret.of(given.array("contentKey"));
    byte[] kc = new ContentKey(suite, secret, headerHash).commitment();
    byte[] payload = Utf8.of(given.text("payload"));
    // The known answers pad the text itself to 1024 bytes; Kith pads the whole box.
    byte[] padded =
        new Writer().bytes(payload).u8(0x80).bytes(new byte[1023 - payload.length]).toArray();
    byte[] body = new ContentKey(withNonce("bodyNonce"), secret, headerHash).seal(padded);
    Answers sealing = new Answers(suite);
    byte[] com = sealing.commitment(headerHash, kc, body);
    Bond bond = new Bond(given.bytes("bond"), List.of(Secret.of(given.array("bondKey"))));
    put("answer.header", header().toArray(suite));
    put("answer.header_sha256", headerHash);
    put("answer.kc", kc);
    answers.put("answer.body_len", String.valueOf(body.length));
    put("answer.body_sha256", Suite.hash(body));
    put("answer.com", com);
    put("answer.self", sealing.selfTag(Secret.of(given.array("amk")), com));
    put(
        "answer.reveal",
        new KeyRecord(withNonce("revealNonce"), headerHash, kc).seal(bond, secret).toArray());
    withdrawal(com);
  }

  private void withdrawal(byte[] com) {
    byte[] author = given.array("account");
    byte[] tombKey =
        suite.derive(
            Secret.of(given.array("bondKey")),
            "answer/tomb",
            given.writer("bond", "account").toArray());
    byte[] message =
        suite
            .record("withdraw")
            .bytes(
                given.writer("bond", "exchange").bytes(author).u32(1).bytes(com).u32(0).toArray())
            .u64(1_750_000_000_001L)
            .toArray();
    put("tomb.W", message);
    put("tomb.pair", Suite.hmac(tombKey, message));
    put("tomb.self", Suite.hmac(given.array("amk"), message));
  }

  private void meeting() {
    Bytes first = Bytes.of(Suite.hash(Utf8.of(given.text("offer"))));
    Bytes transcript =
        new Handshake(suite).transcript(first, Bytes.of(Utf8.of(given.text("accept"))));
    Meeting meeting =
        new Meeting(
            given.bytes("bond"),
            given.bytes("inviterNonce"),
            given.bytes("joinerNonce"),
            given.bytes("inviterFingerprint"),
            given.bytes("joinerFingerprint"),
            transcript);
    byte[] place = new Writer().bytes(given.array("bond")).bytes(transcript.toArray()).toArray();
    answers.put("sas", meeting.spokenCheck(suite));
    put("t1", transcript.toArray());
    put("confirm_key", suite.derive(Secret.of(given.array("bondKey")), "bond/confirm", place));
    answers.put("fingerprint", SafetyNumber.digits(given.bytes("inviterFingerprint"), suite));
  }

  private void later() {
    byte[] id = given.writer("bond").u32(1).toArray();
    byte[] prints = given.writer("inviterFingerprint", "joinerFingerprint").toArray();
    put("rotate.psk", suite.derive(Secret.of(given.array("bondKey")), "bond/rotate", id));
    put("rotate.info", suite.record("rotate").bytes(id).bytes(prints).toArray());
  }
}
