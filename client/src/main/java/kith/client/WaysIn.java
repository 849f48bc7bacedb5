package kith.client;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.core.json.Json;
import kith.crypto.Account;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.RecoveryCode;
import kith.crypto.Rejected;
import kith.crypto.Secret;
import kith.crypto.Suite;
import kith.crypto.UnlockSecret;
import kith.crypto.Unlocker;
import kith.crypto.UnlockerKind;

/// The ways into an account on this device: the device itself, unlock words, a recovery code.
/// Each has an envelope; none of them can be read out of the others.
final class WaysIn {

  private static final String WORDS = UnlockerKind.WORDS.word();

  private static final String RECOVERY = UnlockerKind.RECOVERY.word();

  private WaysIn() {}

  /// An account, and the way by which it was opened.
  record Opened(Account account, Unlocker unlocker) {}

  /// Whether the device opens by itself no more.
  static boolean isLocked(Kept device) {
    return !device.has("secret");
  }

  /// The device's own unlocker.
  static Unlocker own(Kept device) {
    return new Unlocker(device.secret("secret"), device.bytes("unlocker"), device.bytes("account"));
  }

  /// The account, by the device's own unlocker.
  static Opened open(Kept device) throws Rejected {
    Unlocker own = own(device);
    Account account = own.openEnvelope(generation(device), device.bytes("envelope"));
    return new Opened(account, own);
  }

  /// The account, by what was typed.
  static Opened open(Kept device, Key key) throws Rejected, Refused {
    Kept way = way(device, kind(key)).orElseThrow(() -> new Refused("wrong-key"));
    return open(device, unlocker(device.bytes("account"), way, key));
  }

  /// The account, by a way in of this device whose secret is known.
  static Opened open(Kept device, Unlocker unlocker) throws Rejected {
    Bytes envelope = way(device, unlocker).bytes("envelope");
    return new Opened(unlocker.openEnvelope(generation(device), envelope), unlocker);
  }

  private static String kind(Key key) {
    return key instanceof Key.Words ? WORDS : RECOVERY;
  }

  private static Optional<Kept> way(Kept device, String kind) {
    return device.items("ways").stream()
        .map(Kept::of)
        .filter(way -> way.text("kind").equals(kind))
        .findFirst();
  }

  /// A way in as this device keeps it; nothing of it when it does not know it.
  static Kept way(Kept device, Unlocker unlocker) {
    if (isOwn(device, unlocker.id())) {
      return device;
    }
    return device.items("ways").stream()
        .map(Kept::of)
        .filter(way -> way.bytes("unlocker").equals(unlocker.id()))
        .findFirst()
        .orElse(Kept.NOTHING.with("envelope", ""));
  }

  private static boolean isOwn(Kept device, Bytes id) {
    return device.has("unlocker") && device.bytes("unlocker").equals(id);
  }

  /// Whether it is a way in that this device keeps.
  static boolean knows(Kept device, Bytes id) {
    return ids(device).contains(Base64Url.format(id.toArray()));
  }

  /// The ids of the ways in that this device keeps, in order.
  static List<String> ids(Kept device) {
    List<String> ids = new ArrayList<>();
    device.textIf("unlocker").ifPresent(ids::add);
    device.items("ways").forEach(each -> ids.add(Kept.of(each).text("unlocker")));
    return ids.stream().sorted().toList();
  }

  /// The ids that it would keep if these were listed, in order.
  static List<String> idsKnowing(Kept device, Kept locks) {
    Map<UnlockerKind, String> single = new EnumMap<>(UnlockerKind.class);
    for (String id : locks.fields().values().keySet()) {
      UnlockerKind kind = Locks.kind(locks.inner(id));
      boolean own = device.textIf("unlocker").equals(Optional.of(id));
      if (!own && Locks.isSingle(kind)) {
        single.put(kind, id);
      }
    }
    List<String> ids = new ArrayList<>(single.values());
    device.textIf("unlocker").ifPresent(ids::add);
    return ids.stream().sorted().toList();
  }

  private static int generation(Kept device) {
    return Math.toIntExact(device.number("generation", 1));
  }

  /// The unlocker of what was typed.
  ///
  /// @param way its `unlocker`, and of words `salt` and `cost`
  static Unlocker unlocker(Bytes account, Kept way, Key key) throws Rejected {
    Bytes id = way.bytes("unlocker");
    return switch (key) {
      case Key.Words(String typed) ->
          new Unlocker(
              UnlockerKind.WORDS,
              UnlockSecret.ofWords(typed, way.bytes("salt"), cost(way)),
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

  /// Any cost but the one that is known is refused there; a number too large is none.
  private static int cost(Kept way) {
    long cost = way.number("cost");
    return cost == UnlockSecret.COST ? UnlockSecret.COST : 0;
  }

  /// A way in that was added: how the device keeps it, and its unlocker.
  record Added(Kept device, Kept way, Unlocker unlocker) {}

  /// The device with this way in, in the place of one of its kind.
  static Added with(Kept device, Account account, Key key, Suite suite) throws Rejected {
    Kept way = Kept.NOTHING.with("kind", kind(key)).with("unlocker", suite.newId());
    way = way.with("salt", suite.newId()).with("cost", UnlockSecret.COST);
    Unlocker unlocker = unlocker(account.id(), way, key);
    Kept sealed = way.with("envelope", unlocker.makeEnvelope(account));
    return new Added(with(device, sealed), sealed, unlocker);
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

  /// The device with a listed way in, if it is its own or one that can be typed here, and the
  /// root key of this account sealed to it.
  static Kept knowing(Kept device, Account account, String id, Kept listed) {
    if (device.textIf("unlocker").equals(Optional.of(id))) {
      return device.with("envelope", Locks.sealed(account, id, listed));
    }
    if (!Locks.isSingle(Locks.kind(listed))) {
      return device;
    }
    Kept way =
        Kept.NOTHING
            .with("kind", listed.text("kind"))
            .with("unlocker", id)
            .with("envelope", Locks.sealed(account, id, listed));
    return with(
        device,
        listed.has("salt")
            ? way.with("salt", listed.text("salt")).with("cost", listed.number("cost"))
            : way);
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
}
