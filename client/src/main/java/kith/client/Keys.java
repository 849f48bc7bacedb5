package kith.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kith.crypto.Account;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.RecoveryCode;
import kith.crypto.Statement;
import kith.crypto.UnlockWords;
import kith.crypto.UnlockerKind;

/// A person's ways in, their devices, and the vault on the relay that all of them open.
public final class Keys {

  private final Kith kith;
  private final Holding holding;
  private final Keeping keeping;

  Keys(Kith kith, Holding holding, Keeping keeping) {
    this.kith = kith;
    this.holding = holding;
    this.keeping = keeping;
  }

  /// A way in as it is listed.
  ///
  /// @param kind `passkey`, `words`, `recovery` or `device`
  /// @param label what the device calls itself; empty for what needs no name
  /// @param made milliseconds since 1970 UTC
  /// @param here whether it is this very device
  /// @param coming whether it is being put in place, so that it is not certain yet that it counts
  public record Way(
      String id, String kind, String label, long made, boolean here, boolean coming) {}

  /// How it stands with what others of one's devices could come to.
  ///
  /// @param kept whether there is a vault on the relay
  /// @param removed whether another of one's devices has shut this one out, by the relay's word
  /// @param alarm why this device has stopped with the vault: `rollback`, `fork`, `changed`
  /// @param unreadable how many boxes lie there that do not open with the present keys
  /// @param strangers how many ways in the relay lists that none of one's devices has made
  public record Standing(
      boolean kept,
      List<Way> ways,
      boolean removed,
      Optional<String> alarm,
      int unreadable,
      int strangers) {}

  /// How it stands, as far as this device knows.
  public Standing standing() {
    List<Way> ways = new ArrayList<>();
    String here = Base64Url.format(keeping.here().toArray());
    Kept locks = keeping.locks();
    for (String id : locks.fields().values().keySet()) {
      Kept lock = locks.inner(id);
      String kind = lock.text("kind");
      String label = lock.text("label");
      long made = Coming.made(lock, keeping.now());
      ways.add(new Way(id, kind, label, made, id.equals(here), Coming.is(lock)));
    }
    ways.sort(Comparator.comparingLong(Way::made));
    return new Standing(
        holding.vault().isKept(),
        ways,
        keeping.isRemoved(),
        keeping.mirror().alarm(),
        keeping.mirror().unreadable(),
        keeping.strangers());
  }

  /// The ways in that this device knows: `device`, `words`, `recovery`.
  public List<String> ways() {
    return holding.vault().ways();
  }

  /// Six new words, made here; they are a way in only once [#addWay] was given them as typed.
  public String newWords() {
    return UnlockWords.make(holding.world().suite());
  }

  /// A new recovery code, as two lines to be written down.
  public List<String> newRecovery() {
    return RecoveryCode.make(holding.world().suite()).lines();
  }

  /// The first line of a recovery sheet: whose it is.
  public String accountLine() {
    return RecoveryCode.accountLine(holding.vault().account().id());
  }

  /// Adds a way in, in the place of the one of its kind; where there is a vault, for every
  /// device. It counts when this returns.
  public void addWay(Key key) throws Refused, Unreachable, Problem {
    keeping.add(key);
  }

  /// This device opens by itself no more, from the next start on. Refused when there is no other
  /// way in.
  public void lock() throws Refused {
    holding.vault().lock();
  }

  /// It opens by itself again.
  ///
  /// @param label what this device calls itself
  public void stayUnlocked(String label) throws Refused, Unreachable, Problem {
    keeping.stayUnlocked(label);
  }

  /// From now on there is a vault on the relay, sealed, that every way in opens. Refused while
  /// this device is the only way in: a vault that only it opens would help nobody.
  ///
  /// @param label what this device calls itself
  public void keep(String label) throws Refused, Unreachable, Problem {
    boolean firm =
        standing().ways().stream()
            .filter(way -> !way.coming())
            .anyMatch(way -> Locks.isSingle(UnlockerKind.named(way.kind()).orElseThrow()));
    if (!firm) {
      throw new Refused("no-other-way");
    }
    keeping.begin(label);
  }

  /// Brings this device and the vault to the same; nothing happens before there is one.
  public void bring() throws Refused, Unreachable, Problem {
    keeping.bring();
  }

  /// Takes a way in away; what was read by it stays read ([#deviceLost] is for what was lost).
  public void remove(String id) throws Refused, Unreachable, Problem {
    keeping.remove(id);
  }

  /// Erases the vault on the relay; what is on this device stays.
  public void letGo() throws Refused, Unreachable, Problem {
    keeping.delete();
  }

  /// A device was lost: a new root key, signed by the one before, and for every bond a new
  /// capability and new keys. What lies on the lost device opens nothing that comes after.
  ///
  /// @param lost the ids of the ways in that count no longer
  public void deviceLost(Set<String> lost) throws Unreachable, Problem, Refused {
    if (holding.vault().isKept()) {
      keeping.renew(lost);
    } else {
      holding.become(renewed(this::isWords));
    }
    kith.renewAllKeys();
  }

  /// The same, with a new recovery code and no other way in but it and this device: for whoever
  /// has nothing left but the sheet, or does not know who has seen it.
  ///
  /// @param code as it was typed from what [#newRecovery] gave
  public void reset(Key.Recovery code) throws Unreachable, Problem, Refused {
    String id = keeping.add(code);
    if (holding.vault().isKept()) {
      keeping.reset(id);
    } else {
      holding.become(renewed(id::equals));
    }
    kith.renewAllKeys();
  }

  /// Without a vault: unlock words stay; the recovery code does not.
  private boolean isWords(String id) {
    return keeping.locks().inner(id).text("kind").equals(UnlockerKind.WORDS.word());
  }

  private Vault renewed(Predicate<String> stays) {
    Account next = holding.vault().account().next(holding.world().suite());
    AccountKeys keys = AccountKeys.derive(next);
    long now = holding.world().clock().millis();
    Kept locks = keeping.locks();
    for (String id : keeping.locks().fields().values().keySet()) {
      locks = stays.test(id) ? locks : locks.without(id);
    }
    Statement statement = Statement.makeNext(holding.vault().me(), keys, now);
    Kept listing = keeping.listing(statement, locks);
    Vault vault = holding.vault().renewed(next, statement, locks);
    vault.saveWhole(listing);
    return vault;
  }

  /// Shows another device of this person the way to the vault.
  public LinkFromHere link() throws Unreachable, Problem, Refused {
    if (!holding.vault().isKept()) {
      throw new Refused("not-kept");
    }
    return LinkFromHere.begin(holding, keeping);
  }
}
