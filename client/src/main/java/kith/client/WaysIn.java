package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Account;
import kith.crypto.Bytes;
import kith.crypto.Lock;
import kith.crypto.RecoveryCode;
import kith.crypto.Rejected;
import kith.crypto.Secret;
import kith.crypto.Suite;
import kith.crypto.UnlockSecret;
import kith.crypto.Unlocker;
import kith.crypto.UnlockerKind;

/// The ways into an account on this device: the device itself, unlock words, a recovery code. Each
/// has an envelope; none of them can be read out of the others.
final class WaysIn {

  private static final String WORDS = "words";

  private static final String RECOVERY = "recovery";

  private WaysIn() {}

  /// Whether the device opens by itself no more.
  static boolean isLocked(Kept device) {
    return !device.has("secret");
  }

  /// The account, by the device's own unlocker.
  static Account open(Kept device) throws Rejected {
    Unlocker way =
        new Unlocker(device.secret("secret"), device.bytes("unlocker"), device.bytes("account"));
    return way.openEnvelope(generation(device), device.bytes("envelope"));
  }

  /// The account, by what was typed.
  static Account open(Kept device, Key key) throws Rejected, Refused {
    String kind = key instanceof Key.Words ? WORDS : RECOVERY;
    for (Json each : device.items("ways")) {
      Kept way = Kept.of(each);
      if (way.text("kind").equals(kind)) {
        Unlocker unlocker = unlocker(device, way, key);
        return unlocker.openEnvelope(generation(device), way.bytes("envelope"));
      }
    }
    throw new Refused("wrong-key");
  }

  static int generation(Kept device) {
    return Math.toIntExact(device.number("generation", 1));
  }

  private static Unlocker unlocker(Kept device, Kept way, Key key) throws Rejected {
    Bytes id = way.bytes("unlocker");
    Bytes account = device.bytes("account");
    return switch (key) {
      case Key.Words(String typed) ->
          new Unlocker(
              UnlockerKind.WORDS,
              UnlockSecret.ofWords(typed, way.bytes("salt"), (int) way.number("cost")),
              id,
              account);
      case Key.Recovery(String first, String second) ->
          new Unlocker(
              UnlockerKind.RECOVERY,
              UnlockSecret.ofRecovery(RecoveryCode.read(first, second)),
              id,
              account);
    };
  }

  /// A way in that was added: how the device keeps it, and what a later root key is sealed to.
  record Added(Kept device, Lock lock) {}

  /// The device with this way in, in the place of one of its kind.
  static Added with(Kept device, Account account, Key key, Suite suite) throws Rejected {
    Bytes id = suite.newId();
    Kept way = Kept.NOTHING.with("kind", key instanceof Key.Words ? WORDS : RECOVERY);
    way = way.with("unlocker", id).with("salt", suite.newId()).with("cost", UnlockSecret.COST);
    Unlocker unlocker = unlocker(device, way, key);
    Kept sealed = way.with("envelope", unlocker.makeEnvelope(account));
    return new Added(with(device, sealed), unlocker.lock());
  }

  private static Kept with(Kept device, Kept way) {
    List<Json> ways = new ArrayList<>();
    for (Json each : device.items("ways")) {
      if (!Kept.of(each).text("kind").equals(way.text("kind"))) {
        ways.add(each);
      }
    }
    ways.add(way.fields());
    return device.with("ways", ways);
  }

  /// The kinds of ways in, this device's own among them while it stays unlocked.
  static List<String> kinds(Kept device) {
    List<String> kinds = new ArrayList<>();
    if (!isLocked(device)) {
      kinds.add("device");
    }
    device.items("ways").forEach(each -> kinds.add(Kept.of(each).text("kind")));
    return kinds;
  }

  /// A device that opens this account by itself.
  static Kept opening(Account account, Suite suite) {
    Secret secret = suite.newSecret();
    Unlocker unlocker = new Unlocker(secret, suite.newId(), account.id());
    return Kept.NOTHING
        .with("v", 1)
        .with("generation", account.generation())
        .with("account", account.id())
        .with("secret", secret)
        .with("unlocker", unlocker.id())
        .with("envelope", unlocker.makeEnvelope(account));
  }

  /// The words of the account's generation before, sealed to the next by their lock; a recovery
  /// code is made anew, never carried over.
  static Kept carried(Kept before, Kept next, List<Lock> locks, Account account) {
    Kept carried = next;
    for (Json each : before.items("ways")) {
      Kept way = Kept.of(each);
      Optional<Lock> lock =
          locks.stream()
              .filter(one -> one.kind() == UnlockerKind.WORDS)
              .filter(one -> one.id().equals(way.bytes("unlocker")))
              .findFirst();
      if (lock.isPresent() && way.text("kind").equals(WORDS)) {
        carried = with(carried, way.with("envelope", lock.get().seal(account)));
      }
    }
    return carried;
  }

  /// A lock as it is kept in one's own sealed state.
  static Json written(Lock lock) {
    return Kept.NOTHING
        .with("kind", lock.kind().name())
        .with("id", lock.id())
        .with("publicKey", lock.publicKey())
        .with("psk", lock.psk())
        .fields();
  }

  static Lock lock(Kept written, Bytes account) {
    try {
      return new Lock(
          UnlockerKind.valueOf(written.text("kind")),
          written.bytes("id"),
          account,
          written.bytes("publicKey"),
          written.secret("psk"));
    } catch (IllegalArgumentException odd) {
      throw new MalformedText("no such way in");
    }
  }
}
