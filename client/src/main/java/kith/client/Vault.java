package kith.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.crypto.Account;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.Identity;
import kith.crypto.Rejected;
import kith.crypto.Statement;
import kith.crypto.Unlocker;

/// What a person keeps on this device: an account behind its ways in, and sealed records. The
/// root key itself is never written.
final class Vault {

  private static final String DEVICE = "device";

  private static final String BOND = "bond-";

  private static final String PERSONAL = "personal";

  /// What the account says of itself, and the locks of its ways in.
  private static final String ACCOUNT = "account";

  /// Keys of this account that were left behind, oldest first, in what it says of itself.
  static final String EARLIER = "earlier";

  /// What the vault on the relay was last known to hold.
  private static final String MIRROR = "mirror";

  /// The device file of the next generation, while records are being sealed anew.
  private static final String NEXT = "next";

  private final Store store;
  private final Surroundings world;
  private final Kept device;
  private final WaysIn.Opened opened;
  private final Records records;
  private final Identity me;

  private Vault(Store store, Surroundings world, Kept device, WaysIn.Opened opened) {
    this.store = store;
    this.world = world;
    this.device = device;
    this.opened = opened;
    AccountKeys keys = AccountKeys.derive(opened.account());
    this.me = new Identity(keys, statement(device, keys));
    this.records = new Records(store, keys, world.suite());
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

  private static Optional<Kept> file(Store store, String name) {
    return store
        .read(name)
        .map(file -> Kept.read(new String(file, StandardCharsets.UTF_8)))
        .filter(file -> file.has("account"));
  }

  /// Whether this device opens only by unlock words or the recovery code.
  static boolean isLocked(Store store) {
    return file(store, DEVICE).map(WaysIn::isLocked).orElse(false);
  }

  /// Whether there is nothing on this device that an account from elsewhere would push out.
  static boolean isEmpty(Store store) {
    return !Records.isAny(store, BOND) && !Records.isAny(store, PERSONAL);
  }

  /// Unlocks with this device; makes the account when there is none yet.
  static Vault open(Store store, Surroundings world) {
    Optional<Kept> kept = file(store, DEVICE);
    Kept device = kept.orElseGet(() -> newDevice(world));
    if (kept.isEmpty()) {
      write(store, DEVICE, device);
    }
    try {
      return whole(new Vault(store, world, device, WaysIn.open(device)));
    } catch (Rejected changed) {
      throw new IllegalStateException("this device's own file was changed", changed);
    }
  }

  /// Unlocks with what was typed; refused when it does not fit.
  static Vault open(Store store, Surroundings world, Key key) throws Refused {
    Kept device = file(store, DEVICE).orElseThrow(() -> new Refused("wrong-key"));
    try {
      return whole(new Vault(store, world, device, WaysIn.open(device, key)));
    } catch (Rejected wrong) {
      throw new Refused("wrong-key");
    }
  }

  /// A step to the next generation that was stopped is finished.
  private static Vault whole(Vault vault) throws Rejected {
    Optional<Kept> next = file(vault.store, NEXT);
    if (next.isEmpty()) {
      return vault;
    }
    Unlocker unlocker = vault.opened.unlocker();
    boolean own = next.get().has("secret") && !WaysIn.knows(next.get(), unlocker.id());
    return vault.moved(
        next.get(), own ? WaysIn.open(next.get()) : WaysIn.open(next.get(), unlocker));
  }

  /// An account from elsewhere comes to live on this device, in the place of what was there.
  static Vault settle(Store store, Surroundings world, Arrival from) {
    Unlocker own = WaysIn.own(from.device());
    Kept device = from.device().with("statement", from.statement().signed()).with("kept", 1);
    Records.clear(store);
    write(store, DEVICE, device);
    return new Vault(store, world, device, new WaysIn.Opened(from.account(), own));
  }

  /// An account that comes from elsewhere.
  ///
  /// @param device this device's own way into it, as [WaysIn#opening] makes it
  record Arrival(Account account, Kept device, Statement statement) {}

  private static Kept newDevice(Surroundings world) {
    Account account = Account.create(world.suite());
    return WaysIn.opening(account, world.suite()).with("created", world.clock().millis());
  }

  private static void write(Store store, String name, Kept content) {
    store.write(name, content.written().getBytes(StandardCharsets.UTF_8));
  }

  private Vault with(Kept next) {
    write(store, DEVICE, next);
    return new Vault(store, world, next, opened);
  }

  /// The ways in that this device knows.
  List<String> ways() {
    return WaysIn.kinds(device);
  }

  /// The way by which it was opened: it signs logins.
  Unlocker unlocker() {
    return opened.unlocker();
  }

  Account account() {
    return opened.account();
  }

  Identity me() {
    return me;
  }

  /// Who this person was under keys that were left behind, oldest first.
  List<Identity> before() {
    return records.load(ACCOUNT).items(EARLIER).stream().map(Kept::of).map(this::then).toList();
  }

  private Identity then(Kept earlier) {
    try {
      Statement statement = Statement.open(earlier.bytes("statement"));
      Account account =
          new Account(account().id(), statement.generation(), earlier.secret("rootKey"));
      return new Identity(AccountKeys.derive(account), statement);
    } catch (Rejected changed) {
      throw new IllegalStateException("an earlier statement was changed", changed);
    }
  }

  /// Whether there is a vault on the relay.
  boolean isKept() {
    return device.has("kept");
  }

  /// There is a vault on the relay from now on, or there is none any more.
  Vault kept(boolean is) {
    return with(is ? device.with("kept", 1) : device.without("kept"));
  }

  /// The way by which this device was opened, as it is listed.
  Kept listed(String label) {
    Unlocker unlocker = opened.unlocker();
    Locks.Label labelled = new Locks.Label(label, world.clock().millis());
    return Locks.listed(unlocker, WaysIn.way(device, unlocker), labelled);
  }

  /// A way in that was made: its id, and how it is listed. It counts once the vault is [#saved].
  record Grown(Vault vault, String id, Kept listed) {}

  /// This one counts from now on.
  Vault saved() {
    return with(device);
  }

  /// The same with one more way in, in the place of the one of its kind.
  Grown with(Key key) throws Refused {
    try {
      WaysIn.Added added = WaysIn.with(device, opened.account(), key, world.suite());
      Locks.Label label = new Locks.Label("", world.clock().millis());
      Kept listed = Locks.listed(added.unlocker(), added.way(), label);
      // Who came in by what it replaces goes on by the new one.
      boolean isOwn = added.unlocker().kind() == opened.unlocker().kind();
      WaysIn.Opened by = isOwn ? new WaysIn.Opened(opened.account(), added.unlocker()) : opened;
      Vault vault = new Vault(store, world, added.device(), by);
      return new Grown(vault, added.way().text("unlocker"), listed);
    } catch (Rejected odd) {
      throw new Refused("wrong-key");
    }
  }

  /// This device opens by itself no more. Refused when there is no other way in.
  void lock() throws Refused {
    if (device.items("ways").isEmpty()) {
      throw new Refused("no-other-way");
    }
    write(store, DEVICE, device.without("secret").without("unlocker").without("envelope"));
  }

  /// It opens by itself again, by a way in of its own.
  ///
  /// @param own that way, as [WaysIn#opening] makes it
  Grown stayingUnlocked(Kept own, String label) {
    Kept bare = device.with("secret", own.text("secret")).with("unlocker", own.text("unlocker"));
    Unlocker unlocker = WaysIn.own(bare);
    Kept next = bare.with("envelope", unlocker.makeEnvelope(opened.account()));
    WaysIn.Opened by = new WaysIn.Opened(opened.account(), unlocker);
    Vault vault = new Vault(store, world, next, by);
    return new Grown(vault, own.text("unlocker"), vault.listed(label));
  }

  /// The ways in that this device can try without the relay are those that are listed; each with
  /// the root key of this account sealed to it.
  private Kept knowing(Kept known, Account account, Kept locks) {
    Kept next = known.with("generation", account.generation()).with("ways", List.of());
    for (String id : locks.fields().values().keySet()) {
      next = WaysIn.knowing(next, account, id, locks.inner(id));
    }
    return next;
  }

  /// Ways in that were made or taken away on another device open, or open no longer, this one
  /// too.
  Vault knowing(Kept locks) {
    if (WaysIn.idsKnowing(device, locks).equals(WaysIn.ids(device))) {
      return this;
    }
    return with(knowing(device, opened.account(), locks));
  }

  /// The same person under a new root key, signed by the one before: every record is sealed anew,
  /// and what whoever has this device's old copy holds opens nothing of it.
  ///
  /// @param locks of the ways in that stay
  Vault become(Account after, Statement statement, Kept locks) {
    Kept stated = device.with("statement", statement.signed());
    boolean own = device.textIf("unlocker").filter(locks::has).isPresent();
    Kept open = own ? stated : stated.without("secret").without("unlocker").without("envelope");
    Kept next = knowing(open, after, locks);
    write(store, NEXT, next);
    return moved(next, new WaysIn.Opened(after, opened.unlocker()));
  }

  /// The same where there is no vault on the relay: a new secret for this device, too.
  ///
  /// @param locks of the ways in that stay, which can be typed here
  Vault renewed(Account after, Statement statement, Kept locks) {
    Kept own = WaysIn.opening(after, world.suite()).with("statement", statement.signed());
    Kept next = knowing(own, after, locks);
    write(store, NEXT, next);
    return moved(next, new WaysIn.Opened(after, WaysIn.own(next)));
  }

  /// Seals every record anew, then lets the next generation take the place of this one. Stopped
  /// anywhere, it is finished when this device is opened again.
  private Vault moved(Kept next, WaysIn.Opened after) {
    Vault there = new Vault(store, world, next, after);
    records.moveTo(there.records);
    write(store, DEVICE, next);
    write(store, NEXT, Kept.NOTHING);
    return there;
  }

  /// All bonds, by their names on this device, which mean nothing anywhere else.
  Map<String, Kept> bonds() {
    return records.all(BOND);
  }

  /// What this person keeps for themselves, whichever the bond.
  Kept personal() {
    return records.load(PERSONAL);
  }

  /// Keeps the next version of it, and gives it back.
  Kept savePersonal(Kept personal) {
    return records.save(PERSONAL, personal);
  }

  /// Keeps the next version of a bond's record, and gives it back.
  Kept save(String local, Kept record) {
    return records.save(BOND + local, record);
  }

  /// `statement`, `locks` by the ids of the ways in, and what other devices list besides.
  Kept listing() {
    String signed = Base64Url.format(me.statement().signed().toArray());
    return records.load(ACCOUNT).without("version").with("statement", signed);
  }

  void saveListing(Kept locks) {
    saveWhole(listing().with("locks", locks));
  }

  void saveWhole(Kept listing) {
    long version = records.load(ACCOUNT).number("version", 0);
    records.save(ACCOUNT, listing.with("version", version));
  }

  Kept mirror() {
    return records.load(MIRROR);
  }

  Kept saveMirror(Kept mirror) {
    return records.save(MIRROR, mirror);
  }
}
