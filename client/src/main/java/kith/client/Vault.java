package kith.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kith.core.json.MalformedText;
import kith.crypto.Account;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Identity;
import kith.crypto.LocalState;
import kith.crypto.Rejected;
import kith.crypto.Statement;
import kith.crypto.Unlocker;

/// What a person keeps on this device: an account behind a device unlocker, and one sealed record
/// a bond. The root key itself is never written.
final class Vault {

  private static final String DEVICE = "device";

  private static final String BOND = "bond-";

  private static final String PERSONAL = "personal";

  /// Records are filled up to a multiple of this, so that a file's size says little.
  private static final int GRAIN_BYTES = 16 * 1024;

  private static final byte END = (byte) 0x80;

  private final Store store;
  private final LocalState state;
  private final Identity me;

  private Vault(Store store, Identity me, LocalState state) {
    this.store = store;
    this.me = me;
    this.state = state;
  }

  /// Unlocks with this device; makes the account when there is none yet.
  static Vault open(Store store, Surroundings world) {
    Optional<byte[]> kept = store.read(DEVICE);
    Kept device = kept.map(Vault::text).map(Kept::read).orElseGet(() -> newDevice(world));
    if (kept.isEmpty()) {
      store.write(DEVICE, device.written().getBytes(StandardCharsets.UTF_8));
    }
    try {
      Account account = unlocker(device).openEnvelope(1, device.bytes("envelope"));
      AccountKeys keys = AccountKeys.derive(account);
      Identity me = new Identity(keys, Statement.make(keys, device.number("created")));
      return new Vault(store, me, new LocalState(keys, world.suite()));
    } catch (Rejected changed) {
      throw new IllegalStateException("this device's own file was changed", changed);
    }
  }

  private static Kept newDevice(Surroundings world) {
    Account account = Account.create(world.suite());
    Unlocker unlocker =
        new Unlocker(world.suite().newSecret(), world.suite().newId(), account.id());
    return Kept.NOTHING
        .with("v", 1)
        .with("secret", unlocker.secret())
        .with("unlocker", unlocker.id())
        .with("account", account.id())
        .with("envelope", unlocker.makeEnvelope(account))
        .with("created", world.clock().millis());
  }

  private static Unlocker unlocker(Kept device) {
    return new Unlocker(device.secret("secret"), device.bytes("unlocker"), device.bytes("account"));
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
    byte[] content = padded(next.written().getBytes(StandardCharsets.UTF_8));
    Bytes box = state.seal(new LocalState.Place(name, version), content);
    String text = Base64Url.format(box.toArray());
    Kept file = Kept.NOTHING.with("v", 1).with("version", version).with("box", text);
    store.write(name, file.written().getBytes(StandardCharsets.UTF_8));
    return next;
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
