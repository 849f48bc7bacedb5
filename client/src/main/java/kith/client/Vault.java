package kith.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Account;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Identity;
import kith.crypto.LocalState;
import kith.crypto.Lock;
import kith.crypto.Rejected;
import kith.crypto.Statement;

/// What a person keeps on this device: an account behind a device unlocker, and one sealed record
/// a bond. The root key itself is never written.
final class Vault {

  private static final String DEVICE = "device";

  private static final String BOND = "bond-";

  private static final String PERSONAL = "personal";

  /// Records are filled up to a multiple of this, so that a file's size says little.
  private static final int GRAIN_BYTES = 16 * 1024;

  private static final byte END = (byte) 0x80;

  private static final String LOCKS = "locks";

  /// The device file of the next generation, while records are being sealed anew.
  private static final String NEXT = "next";

  private final Store store;
  private final Surroundings world;
  private final Kept device;
  private final Account account;
  private final LocalState state;
  private final Identity me;
  private final Map<String, Texts> texts = new HashMap<>();

  private Vault(Store store, Surroundings world, Kept device, Account account) {
    this.store = store;
    this.world = world;
    this.device = device;
    this.account = account;
    AccountKeys keys = AccountKeys.derive(account);
    this.me = new Identity(keys, statement(device, keys));
    this.state = new LocalState(keys, world.suite());
  }

  private static Statement statement(Kept device, AccountKeys keys) {
    try {
      return device.has("statement")
          ? Statement.open(device.bytes("statement"))
          : Statement.make(keys, device.number("created"));
    } catch (Rejected changed) {
      throw new IllegalStateException("this device's own file was changed", changed);
    }
  }

  /// Whether this device opens only by unlock words or the recovery code.
  static boolean isLocked(Store store) {
    return store.read(DEVICE).map(file -> WaysIn.isLocked(Kept.read(text(file)))).orElse(false);
  }

  /// Unlocks with this device; makes the account when there is none yet.
  static Vault open(Store store, Surroundings world) {
    Optional<byte[]> kept = store.read(DEVICE);
    Kept device = kept.map(Vault::text).map(Kept::read).orElseGet(() -> newDevice(world));
    if (kept.isEmpty()) {
      write(store, DEVICE, device);
    }
    try {
      Vault vault = new Vault(store, world, device, WaysIn.open(device));
      Optional<Kept> next = next(store);
      return next.isEmpty() ? vault : vault.moved(next.get(), WaysIn.open(next.get()));
    } catch (Rejected changed) {
      throw new IllegalStateException("this device's own file was changed", changed);
    }
  }

  /// Unlocks with what was typed; refused when it does not fit.
  static Vault open(Store store, Surroundings world, Key key) throws Refused {
    Kept device = Kept.read(text(store.read(DEVICE).orElseThrow(() -> new Refused("wrong-key"))));
    try {
      Vault vault = new Vault(store, world, device, WaysIn.open(device, key));
      Optional<Kept> next = next(store);
      return next.isEmpty() ? vault : vault.moved(next.get(), WaysIn.open(next.get()));
    } catch (Rejected wrong) {
      throw new Refused("wrong-key");
    }
  }

  private static Optional<Kept> next(Store store) {
    return store.read(NEXT).map(file -> Kept.read(text(file))).filter(file -> file.has("account"));
  }

  private static Kept newDevice(Surroundings world) {
    Account account = Account.create(world.suite());
    return WaysIn.opening(account, world.suite()).with("created", world.clock().millis());
  }

  private static void write(Store store, String name, Kept content) {
    store.write(name, content.written().getBytes(StandardCharsets.UTF_8));
  }

  /// The ways in that this device knows.
  List<String> ways() {
    return WaysIn.kinds(device);
  }

  /// The same with one more way in.
  Vault with(Key key) throws Refused {
    try {
      WaysIn.Added added = WaysIn.with(device, account, key, world.suite());
      List<Json> locks = new ArrayList<>(locks().items("locks"));
      locks.add(WaysIn.written(added.lock()));
      saveAs(LOCKS, locks().with("locks", locks));
      write(store, DEVICE, added.device());
      return new Vault(store, world, added.device(), account);
    } catch (Rejected odd) {
      throw new Refused("wrong-key");
    }
  }

  private Kept locks() {
    return store.read(LOCKS).isEmpty() ? Kept.NOTHING : load(LOCKS);
  }

  /// This device opens by itself no more. Refused when there is no other way in.
  void lock() throws Refused {
    if (device.items("ways").isEmpty()) {
      throw new Refused("no-other-way");
    }
    write(store, DEVICE, device.without("secret").without("unlocker").without("envelope"));
  }

  /// It opens by itself again.
  Vault stayingUnlocked() {
    Kept own = WaysIn.opening(account, world.suite());
    Kept next = device;
    for (String name : List.of("secret", "unlocker", "envelope")) {
      next = next.with(name, own.text(name));
    }
    write(store, DEVICE, next);
    return new Vault(store, world, next, account);
  }

  /// The same person under a new root key, signed by the one before: what whoever has this device's
  /// old copy, or another device, does not have. Unlock words stay; the recovery code does not.
  Vault renewed() {
    Account after = account.next(world.suite());
    AccountKeys keys = AccountKeys.derive(after);
    Statement signed = Statement.makeNext(me, keys, world.clock().millis());
    List<Lock> locks =
        locks().items("locks").stream()
            .map(each -> WaysIn.lock(Kept.of(each), account.id()))
            .toList();
    Kept own = WaysIn.opening(after, world.suite()).with("statement", signed.signed());
    Kept next = WaysIn.carried(device, own, locks, after);
    write(store, NEXT, next);
    return moved(next, after);
  }

  /// Seals every record anew, then lets the next generation take the place of this one. Stopped
  /// anywhere, it is finished when this device is opened again.
  private Vault moved(Kept next, Account after) {
    Vault there = new Vault(store, world, next, after);
    for (String name : store.names()) {
      boolean record = name.startsWith(BOND) || name.equals(PERSONAL) || name.equals(LOCKS);
      if (record && generation(name) < after.generation()) {
        there.saveAs(name, load(name));
      }
    }
    write(store, DEVICE, next);
    write(store, NEXT, Kept.NOTHING);
    return there;
  }

  private long generation(String name) {
    return Kept.read(text(store.read(name).orElseThrow())).number("g", 1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  Identity me() {
    return me;
  }

  /// All bonds, by their names on this device, which mean nothing anywhere else.
  Map<String, Kept> bonds() {
    Map<String, Kept> bonds = new LinkedHashMap<>();
    for (String name : store.names()) {
      if (name.startsWith(BOND)) {
        bonds.put(name.substring(BOND.length()), load(name));
      }
    }
    return bonds;
  }

  private Kept load(String name) {
    try {
      Kept file = Kept.read(text(store.read(name).orElseThrow()));
      Bytes box = file.bytes("box");
      LocalState.Place place = new LocalState.Place(name, file.number("version"));
      byte[] padded = state.open(place, box);
      return Kept.read(text(unpadded(padded))).with("version", file.number("version"));
    } catch (Rejected | MalformedText changed) {
      throw new IllegalStateException("a file of this device was changed: " + name, changed);
    }
  }

  /// What this person keeps for themselves, whichever the bond.
  Kept personal() {
    return store.read(PERSONAL).isEmpty() ? Kept.NOTHING : load(PERSONAL);
  }

  /// Keeps the next version of it, and gives it back.
  Kept savePersonal(Kept personal) {
    return saveAs(PERSONAL, personal);
  }

  /// Keeps the next version of a bond's record, and gives it back.
  Kept save(String local, Kept record) {
    return saveAs(BOND + local, record);
  }

  private Kept saveAs(String name, Kept record) {
    long version = record.number("version", 0) + 1;
    Kept next = record.with("version", version);
    String written = texts.computeIfAbsent(name, one -> new Texts()).of(next);
    byte[] content = padded(written.getBytes(StandardCharsets.UTF_8));
    Bytes box = state.seal(new LocalState.Place(name, version), content);
    String file = file(version, Base64Url.format(box.toArray()));
    store.write(name, file.getBytes(StandardCharsets.UTF_8));
    return next;
  }

  /// The box is most of it, and base64url needs no second look.
  private String file(long version, String box) {
    String rest =
        Kept.NOTHING
            .with("v", 1)
            .with("g", account.generation())
            .with("version", version)
            .written();
    return rest.substring(0, rest.length() - 1) + ",\"box\":\"" + box + "\"}";
  }

  private static byte[] padded(byte[] content) {
    byte[] padded = Arrays.copyOf(content, (content.length / GRAIN_BYTES + 1) * GRAIN_BYTES);
    padded[content.length] = END;
    return padded;
  }

  private static byte[] unpadded(byte[] padded) {
    int at = padded.length - 1;
    while (at > 0 && padded[at] == 0) {
      at--;
    }
    return Arrays.copyOf(padded, at);
  }
}
