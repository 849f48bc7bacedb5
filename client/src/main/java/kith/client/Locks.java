package kith.client;

import kith.core.json.MalformedText;
import kith.crypto.Account;
import kith.crypto.Bytes;
import kith.crypto.Lock;
import kith.crypto.Unlocker;
import kith.crypto.UnlockerKind;

/// The locks of one's ways in, as they stand in one's own sealed list, the same in the browser:
/// who knows one can seal a later root key to it, and cannot open one.
final class Locks {

  private Locks() {}

  /// What is listed of a way in.
  ///
  /// @param made milliseconds since 1970 UTC
  record Label(String text, long made) {}

  /// A way in as it is listed; `way` has the salt and cost of words.
  static Kept listed(Unlocker unlocker, Kept way, Label label) {
    Lock lock = unlocker.lock();
    Kept listed =
        Kept.NOTHING
            .with("kind", lock.kind().word())
            .with("publicKey", lock.publicKey())
            .with("psk", lock.psk())
            .with("login", unlocker.loginKey())
            .with("label", label.text())
            .with("made", label.made());
    return lock.kind() == UnlockerKind.WORDS
        ? listed.with("salt", way.text("salt")).with("cost", way.number("cost"))
        : listed;
  }

  /// The kind of a listed way in.
  static UnlockerKind kind(Kept listed) {
    return UnlockerKind.named(listed.text("kind"))
        .orElseThrow(() -> new MalformedText("no such way in"));
  }

  /// Whether of this kind there is only one, so that a new one takes the old one's place.
  static boolean isSingle(UnlockerKind kind) {
    return kind == UnlockerKind.WORDS || kind == UnlockerKind.RECOVERY;
  }

  /// The root key of an account, sealed to a listed way in.
  static Bytes sealed(Account account, String id, Kept listed) {
    Bytes named = Kept.NOTHING.with("id", id).bytes("id");
    return new Lock(
            kind(listed), named, account.id(), listed.bytes("publicKey"), listed.secret("psk"))
        .seal(account);
  }

  /// A way in as the relay keeps it: the root key sealed to it, and whose signature opens a
  /// session.
  static Kept unlocker(Account account, String id, Kept listed) {
    Kept unlocker =
        Kept.NOTHING
            .with("unlocker", id)
            .with("kind", kind(listed).number())
            .with("envelope", sealed(account, id, listed))
            .with("public_key", listed.text("login"));
    return listed.has("salt")
        ? unlocker.with("salt", listed.text("salt")).with("kdf", listed.number("cost"))
        : unlocker;
  }
}
