package kith.client;

import java.util.Optional;
import kith.crypto.Account;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.RecoveryCode;
import kith.crypto.Rejected;
import kith.crypto.Statement;
import kith.crypto.Unlocker;
import kith.crypto.VaultRecords;

/// Comes to a person's vault from a device that knows nothing yet.
public final class Arriving {

  private final Surroundings world;
  private final Store store;
  private final VaultRelay relay;

  private Arriving(Surroundings world, Store store) {
    this.world = world;
    this.store = store;
    this.relay = new VaultRelay(world.network());
  }

  /// What somebody has who comes with a sheet.
  ///
  /// @param whose its first line, as it was typed
  /// @param key words, or the sheet's other two lines
  public record Claim(String whose, Key key) {}

  /// Opens the vault with a sheet, and makes this device a way in of its own. Refused when it is
  /// not right, and when there is something on this device already.
  ///
  /// @param label what this device calls itself
  public static Kith bySheet(Surroundings world, Store store, Claim claim, String label)
      throws Refused, Unreachable, Problem {
    Arriving arriving = new Arriving(world, store);
    arriving.checkEmpty();
    Bytes account = account(claim.whose());
    Kept challenge = arriving.relay.challenge(VaultRelay.vault(account));
    Unlocker unlocker = unlocker(account, challenge, claim.key());
    return arriving.come(unlocker, challenge, label).kith();
  }

  private void checkEmpty() throws Refused {
    if (!Vault.isEmpty(store)) {
      throw new Refused("not-empty");
    }
  }

  private static Bytes account(String line) throws Refused {
    try {
      return RecoveryCode.readAccountLine(line);
    } catch (Rejected slip) {
      throw new Refused("sheet-slip");
    }
  }

  private static Unlocker unlocker(Bytes account, Kept challenge, Key key) throws Refused {
    Kept way =
        switch (key) {
          case Key.Words _ -> {
            Kept words = challenge.inner("words");
            yield words.with("cost", words.number("kdf"));
          }
          case Key.Recovery _ -> challenge.inner("recovery");
        };
    try {
      return WaysIn.unlocker(account, way, key);
    } catch (Rejected odd) {
      throw new Refused("wrong-key");
    }
  }

  /// A device that was linked comes by the way in that was made for it, and puts one of its own
  /// in its place.
  static Kith byLink(Surroundings world, Store store, WaysIn.Opened granted, String label)
      throws Refused, Unreachable, Problem {
    Arriving arriving = new Arriving(world, store);
    arriving.checkEmpty();
    Unlocker first = granted.unlocker();
    Kept challenge = arriving.relay.challenge(VaultRelay.vault(first.account()));
    Come come = arriving.come(first, challenge, label);
    come.keeping().remove(Base64Url.format(first.id().toArray()));
    return come.kith();
  }

  /// Who has come.
  private record Come(Kith kith, Keeping keeping) {}

  private Come come(Unlocker unlocker, Kept challenge, String label)
      throws Refused, Unreachable, Problem {
    VaultRelay.Entered entered = entered(unlocker, challenge);
    Account account = account(unlocker, entered);
    AccountKeys keys = AccountKeys.derive(account);
    VaultRecords records = new VaultRecords(keys, world.suite());
    Kept listing = Mirror.read(relay, entered.at(), records, Keeping.ACCOUNT);
    Statement statement = statement(listing, keys);
    Kept device = WaysIn.opening(account, world.suite());
    Locks.Label labelled = new Locks.Label(label, world.clock().millis());
    Kept own = Locks.listed(WaysIn.own(device), device, labelled);
    String id = device.text("unlocker");
    relay.add(entered.at(), Locks.unlocker(account, id, own));
    Vault.Arrival arrival = new Vault.Arrival(account, device, statement);
    Vault vault = Vault.settle(store, world, arrival);
    vault.saveWhole(listing.with("locks", listing.inner("locks").with(id, own)));
    Holding holding = new Holding(world, vault);
    Keeping keeping = new Keeping(holding);
    keeping.bring();
    return new Come(new Kith(holding, keeping), keeping);
  }

  /// A vault that is not there and words that are not right are refused alike.
  private VaultRelay.Entered entered(Unlocker unlocker, Kept challenge)
      throws Refused, Unreachable, Problem {
    try {
      return relay.enter(unlocker, challenge, Optional.empty(), world.clock().millis());
    } catch (Problem no) {
      if (no.name().equals("not-unlocked")) {
        throw new Refused("wrong-key");
      }
      throw no;
    }
  }

  private static Account account(Unlocker unlocker, VaultRelay.Entered entered) throws Refused {
    try {
      return unlocker.openEnvelope((int) entered.generation(), entered.envelope());
    } catch (Rejected changed) {
      throw new Refused("wrong-key");
    }
  }

  private static Statement statement(Kept listing, AccountKeys keys) throws Refused {
    try {
      Statement statement = Statement.open(listing.bytes("statement"));
      if (!Keeping.isOf(statement, keys)) {
        throw new Refused("vault-changed");
      }
      return statement;
    } catch (Rejected changed) {
      throw new Refused("vault-changed");
    }
  }
}
