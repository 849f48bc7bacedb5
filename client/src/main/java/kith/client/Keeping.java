package kith.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kith.core.json.Json;
import kith.crypto.Account;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Rejected;
import kith.crypto.Statement;
import kith.crypto.UnlockerKind;
import org.jspecify.annotations.Nullable;

/// The vault on the relay as this device sees it: the ways in, and everything that follows.
final class Keeping implements Copies {

  /// The name under which an account keeps what it says of itself, and its list of locks.
  static final String ACCOUNT = "account";

  /// So many generations are remembered: whoever has not been heard of for longer has to be met
  /// anew.
  private static final int MOST_EARLIER = 8;

  private final Holding holding;
  private final VaultRelay relay;
  private final Copies shared;
  private final Mirror mirror;
  private final Placing placing;
  private final Sessions sessions;
  private int strangers;

  /// A way in of this device's own that was made, and may not count yet.
  private @Nullable Kept ownWay;

  Keeping(Holding holding) {
    this.holding = holding;
    this.relay = new VaultRelay(holding.world().network());
    this.shared = new Shared(holding);
    this.mirror = new Mirror(holding, relay, this);
    this.placing = new Placing(holding, relay, mirror);
    this.sessions = new Sessions(holding, relay, mirror, placing, this::follow);
  }

  private Vault vault() {
    return holding.vault();
  }

  Mirror mirror() {
    return mirror;
  }

  /// Whether another of one's devices has shut this one out, by what the relay last said.
  boolean isRemoved() {
    return sessions.isRemoved();
  }

  /// How many ways in the relay lists that none of one's devices has listed.
  int strangers() {
    return strangers;
  }

  /// The locks of one's ways in, by their ids.
  Kept locks() {
    return vault().listing().inner("locks");
  }

  @Override
  public Map<String, Json> all() {
    Map<String, Json> all = new LinkedHashMap<>();
    all.put(ACCOUNT, listing().fields());
    all.putAll(shared.all());
    return all;
  }

  private Kept listing() {
    return vault().listing().with("locks", locks());
  }

  /// The list for the next generation: with the keys that are left behind, since partners may not
  /// have heard of the later ones yet.
  Kept listing(Statement statement, Kept locks) {
    Kept left =
        Kept.NOTHING
            .with("statement", vault().me().statement().signed())
            .with("rootKey", vault().account().rootKey());
    List<Json> earlier = new ArrayList<>(listing().items(Vault.EARLIER));
    earlier.add(left.fields());
    List<Json> last = earlier.subList(Math.max(0, earlier.size() - MOST_EARLIER), earlier.size());
    return listing()
        .with("statement", statement.signed())
        .with("locks", locks)
        .with(Vault.EARLIER, List.copyOf(last));
  }

  @Override
  public void take(String name, @Nullable Json base, Json theirs) {
    if (!name.equals(ACCOUNT)) {
      shared.take(name, base, theirs);
      return;
    }
    Json next = Merge.merged(base, listing().fields(), theirs);
    Kept listing = Kept.of(Objects.requireNonNull(next));
    if (!listing.equals(listing())) {
      vault().saveWhole(listing);
    }
  }

  /// Brings this device and the vault to the same; nothing happens before there is one.
  void bring() throws Unreachable, Problem, Refused {
    if (vault().isKept()) {
      sessions.within(at -> brought(at, Set.of()));
    }
  }

  /// What the vault refuses keeps nobody from talking; but keys that no other device of mine
  /// could read never go out.
  void follow(String local) throws Unreachable {
    try {
      bring();
    } catch (Refused | Problem | Unreachable stopped) {
      if (vault().isKept() && Renewing.isUnderWay(holding.record(local))) {
        throw new Unreachable("new keys wait until the vault has them", stopped);
      }
    }
  }

  private VaultRelay.Open brought(VaultRelay.Open within, Set<String> lost)
      throws Unreachable, Problem, Refused {
    mirror.bring(within);
    VaultRelay.Open at = placing.finished(within, lost, sessions::entered);
    String own = Base64Url.format(vault().unlocker().id().toArray());
    if (!locks().has(own) && vault().unlocker().kind() == UnlockerKind.DEVICE) {
      // A device that was let in and then stopped before it could list itself.
      vault().saveListing(locks().with(own, vault().listed("")));
      mirror.bring(at);
    }
    Vault knowing = vault().knowing(Coming.without(locks()));
    if (knowing != vault()) {
      holding.become(knowing);
    }
    int unknown = 0;
    for (Kept unlocker : relay.unlockers(at)) {
      unknown += locks().has(unlocker.text("unlocker")) ? 0 : 1;
    }
    strangers = unknown;
    sessions.in();
    return at;
  }

  /// A vault with all the ways in of this device.
  void begin(String label) throws Unreachable, Problem, Refused {
    if (!vault().isKept()) {
      String own = Base64Url.format(vault().unlocker().id().toArray());
      Kept locks = Coming.newest(locks(), now()).with(own, vault().listed(label));
      vault().saveListing(locks);
      mirror.forget();
      made(own, locks.inner(own));
      for (String id : locks.fields().values().keySet()) {
        if (!id.equals(own)) {
          sessions.within(at -> added(at, id, locks.inner(id)));
        }
      }
      holding.become(vault().kept(true));
    }
    bring();
  }

  /// A vault that is there already is this account's own, from before the answer was lost; if it
  /// is somebody else's, nobody comes in.
  private void made(String own, Kept listed) throws Unreachable, Problem {
    Kept unlocker = Locks.unlocker(vault().account(), own, listed);
    try {
      relay.create(VaultRelay.vault(vault().account().id()), unlocker);
    } catch (Problem no) {
      if (!no.name().equals("vault-exists")) {
        throw no;
      }
    }
  }

  /// One that is there already is the same, from before the answer was lost: its id was drawn
  /// here.
  private void added(VaultRelay.Open at, String id, Kept listed) throws Unreachable, Problem {
    try {
      relay.add(at, Locks.unlocker(vault().account(), id, listed));
    } catch (Problem no) {
      if (!no.name().equals("unlocker-exists")) {
        throw no;
      }
    }
  }

  /// Adds words or a code, for every device, in the place of those before: see [Coming] for what
  /// holds wherever it is stopped. Refused unless that very one is there in the end. Gives its id.
  String add(Key key) throws Unreachable, Problem, Refused {
    if (!vault().isKept()) {
      return placing.here(key);
    }
    List<String> id = new ArrayList<>();
    sessions.within(
        at -> {
          mirror.bring(at);
          id.add(placing.begin(at, key));
          mirror.bring(at);
          VaultRelay.Open within = placing.placed(at, id.getLast(), sessions::entered);
          placing.sure(brought(within, Set.of()), id.getLast());
        });
    return id.getLast();
  }

  /// Adds a device as a way in, for every device.
  void add(String id, Kept listed) throws Unreachable, Problem, Refused {
    if (!vault().isKept()) {
      listed(locks().with(id, listed));
      return;
    }
    sessions.within(
        at -> {
          mirror.bring(at);
          added(at, id, listed);
          listed(locks().with(id, listed));
          brought(at, Set.of());
        });
  }

  /// This device opens by itself again, by a way in of its own.
  void stayUnlocked(String label) throws Unreachable, Problem, Refused {
    bring();
    // The same each time: whoever tries again after a lost answer asks for nothing new.
    Kept made =
        ownWay == null ? WaysIn.opening(vault().account(), holding.world().suite()) : ownWay;
    ownWay = made;
    Vault.Grown grown = vault().stayingUnlocked(made, label);
    add(grown.id(), grown.listed());
    // There may be a later root key by now.
    holding.become(vault().stayingUnlocked(made, label).vault().saved());
    ownWay = null;
  }

  private void listed(Kept locks) {
    vault().saveListing(locks);
  }

  /// Takes a way in away; what was read by it stays read.
  void remove(String id) throws Unreachable, Problem, Refused {
    sessions.within(
        at -> {
          relay.remove(at, id);
          listed(locks().without(id));
          brought(at, Set.of());
        });
  }

  /// Erases the vault on the relay; what is on this device stays.
  void delete() throws Unreachable, Problem, Refused {
    sessions.anyway(relay::delete);
    holding.become(vault().kept(false));
    mirror.forget();
  }

  /// A new root key for every way in but these: whoever has copied the old one, or holds a way
  /// that is left out, comes to nothing that is kept from now on.
  void renew(Set<String> lost) throws Unreachable, Problem, Refused {
    sessions.within(
        before -> {
          VaultRelay.Open at = brought(before, lost);
          renewed(at, placing.staying(at, lost));
        });
    bring();
  }

  /// A new root key for the way by which this was opened and one that was made here alone,
  /// whatever the list says.
  void reset(String id) throws Unreachable, Problem, Refused {
    sessions.within(
        at -> {
          mirror.bring(at);
          renewed(at, placing.ownLocks(id));
        });
    bring();
  }

  private void renewed(VaultRelay.Open at, Kept locks) throws Unreachable, Problem, Refused {
    Account next = vault().account().next(holding.world().suite());
    AccountKeys keys = AccountKeys.derive(next);
    Statement statement = Statement.makeNext(vault().me(), keys, now());
    List<Json> unlockers = new ArrayList<>();
    for (String id : locks.fields().values().keySet()) {
      unlockers.add(Locks.unlocker(next, id, locks.inner(id)).fields());
    }
    // Whoever else is let in finds the statement there, wherever this device is stopped.
    Kept listing = listing(statement, locks);
    mirror.prepare(at, keys, ACCOUNT, listing);
    List<Mirror.Held> before = mirror.held();
    sessions.doubted(true);
    relay.renew(at, next.generation(), unlockers);
    become(next, statement, listing);
    sessions.doubted(false);
    mirror.bring(at);
    for (Mirror.Held held : before) {
      tidied(at, held);
    }
  }

  /// What lies under the old root key nobody can come to any more; that it goes is tidiness.
  private void tidied(VaultRelay.Open at, Mirror.Held held) throws Unreachable {
    try {
      relay.put(at, held.record(), held.version(), Optional.empty());
    } catch (Problem no) {
      // Another device has written there since, or it is gone: nothing to do.
    }
  }

  private void become(Account next, Statement statement, Kept listing) {
    holding.become(vault().become(next, statement, listing.inner("locks")));
    vault().saveWhole(listing);
    mirror.begin();
  }

  /// Another device has made a new root key, and has let this one in.
  private void follow(VaultRelay.Entered entered) throws Unreachable, Problem, Refused {
    try {
      Account next =
          vault().unlocker().openEnvelope((int) entered.generation(), entered.envelope());
      AccountKeys keys = AccountKeys.derive(next);
      Kept listing = mirror.read(entered.at(), keys, ACCOUNT);
      Statement statement = Statement.open(listing.bytes("statement"));
      boolean follows =
          entered.generation() > vault().account().generation() + 1L
              || statement.follows(vault().me().statement());
      if (!follows || !isOf(statement, keys)) {
        throw new Refused("vault-changed");
      }
      become(next, statement, listing);
    } catch (Rejected changed) {
      throw new Refused("vault-changed");
    }
  }

  /// Whether a statement is of these very keys.
  static boolean isOf(Statement statement, AccountKeys keys) {
    return statement.account().equals(keys.account())
        && statement.generation() == keys.generation()
        && statement.signPublicKey().equals(keys.signPublicKey())
        && statement.kemPublicKey().equals(keys.kemPublicKey());
  }

  long now() {
    return holding.world().clock().millis();
  }

  /// The id of the way by which this device was opened.
  Bytes here() {
    return vault().unlocker().id();
  }
}
