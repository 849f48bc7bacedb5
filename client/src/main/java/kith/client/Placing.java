package kith.client;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kith.crypto.Base64Url;
import kith.crypto.UnlockerKind;
import org.jspecify.annotations.Nullable;

/// Puts words or a code in place, in three steps that can each be the last for a while: see
/// [Coming].
final class Placing {

  /// Another took its place meanwhile, so that it does not count.
  private static final String NOT_COME = "not-come";

  private final Holding holding;
  private final VaultRelay relay;
  private final Mirror mirror;

  /// What was made last since this was opened.
  private Vault.@Nullable Grown made;

  Placing(Holding holding, VaultRelay relay, Mirror mirror) {
    this.holding = holding;
    this.relay = relay;
    this.mirror = mirror;
  }

  /// Comes in anew.
  interface Entering {
    VaultRelay.Open again() throws Unreachable, Problem, Refused;
  }

  private Vault vault() {
    return holding.vault();
  }

  private Kept locks() {
    return vault().listing().inner("locks");
  }

  /// Lets it count on this device, where there is no vault.
  String here(Key key) throws Refused {
    Vault.Grown grown = vault().with(key);
    vault().saveListing(Coming.come(locks().with(grown.id(), grown.listed()), grown.id()));
    holding.become(grown.vault().saved());
    return grown.id();
  }

  /// Lists it as coming, in the place of the one that is there now. Gives its id.
  String begin(VaultRelay.Open at, Key key) throws Refused, Unreachable, Problem {
    Vault.Grown grown = vault().with(key);
    long kind = Locks.kind(grown.listed()).number();
    Kept listed = grown.listed();
    for (Kept there : relay.unlockers(at)) {
      listed =
          there.number("kind") == kind
              ? listed.with(Coming.REPLACES, there.text("unlocker"))
              : listed;
    }
    made = new Vault.Grown(grown.vault(), grown.id(), listed);
    vault().saveListing(Coming.with(locks(), grown.id(), listed));
    return grown.id();
  }

  /// What is coming is put in its place; what was begun on another device, too. Gives the session
  /// to go on with: one ends with the way in by which it was opened.
  ///
  /// @param lost what counts no longer, and takes the place of nothing
  VaultRelay.Open finished(VaultRelay.Open at, Set<String> lost, Entering entering)
      throws Unreachable, Problem, Refused {
    VaultRelay.Open within = at;
    for (String id : Coming.in(without(lost), now())) {
      try {
        within = placed(within, id, entering);
      } catch (Problem no) {
        // One that is refused keeps nothing else waiting.
        if (no.name().equals("not-unlocked")) {
          throw no;
        }
      } catch (Refused no) {
        if (!no.reason().equals(NOT_COME)) {
          throw no;
        }
      }
    }
    return within;
  }

  /// Puts that one in its place; taken off the list, and said so, when the relay refuses it.
  VaultRelay.Open placed(VaultRelay.Open at, String id, Entering entering)
      throws Unreachable, Problem, Refused {
    Vault.Grown own = made(id);
    if (own == null && !locks().has(id)) {
      throw new Refused(NOT_COME);
    }
    Kept listed = own == null ? locks().inner(id) : own.listed();
    boolean isOut = isReplacedBy(id, Locks.kind(listed));
    // Nobody is put out by what they came in with, unless they hold what takes its place.
    if (isOut && own == null) {
      return at;
    }
    put(at, id, listed);
    if (own != null) {
      holding.become(own.vault().saved());
    }
    vault().saveListing(Coming.come(locks().with(id, listed), id));
    VaultRelay.Open within = isOut ? entering.again() : at;
    mirror.bring(within);
    return within;
  }

  /// Refused unless what was made here is there now, on the relay and on the list, as it was made.
  void sure(VaultRelay.Open at, String id) throws Unreachable, Problem, Refused {
    Kept own = madeHere(id);
    if (!isListed(id, own) || !isThere(at, id, own)) {
      throw new Refused(NOT_COME);
    }
  }

  private boolean isListed(String id, Kept own) {
    Kept listed = locks().inner(id);
    return !Coming.is(listed)
        && Stream.of("publicKey", "psk", "login")
            .allMatch(name -> listed.fields().at(name).equals(own.fields().at(name)));
  }

  /// The way by which this was opened and what was made here, by what this device itself holds.
  Kept ownLocks(String id) throws Refused {
    Kept own = madeHere(id).without(Coming.REPLACES);
    String here = here();
    if (here.equals(id)) {
      return Kept.NOTHING.with(id, own);
    }
    String label = locks().has(here) ? locks().inner(here).text("label") : "";
    return Kept.NOTHING.with(here, vault().listed(label)).with(id, own);
  }

  /// Those that stay when these are lost: of a kind that is single the one that is in force.
  Kept staying(VaultRelay.Open at, Set<String> lost) throws Unreachable, Problem {
    Set<String> held = new HashSet<>();
    relay.unlockers(at).forEach(each -> held.add(each.text("unlocker")));
    return Coming.holding(without(lost), here(), held, now());
  }

  private Kept madeHere(String id) throws Refused {
    Vault.Grown own = made(id);
    if (own == null) {
      throw new Refused(NOT_COME);
    }
    return own.listed();
  }

  private Kept without(Set<String> lost) {
    Kept left = locks();
    for (String id : lost) {
      left = left.without(id);
    }
    return left;
  }

  private String here() {
    return Base64Url.format(vault().unlocker().id().toArray());
  }

  private long now() {
    return holding.world().clock().millis();
  }

  /// Whether a new one of this kind takes the place of the way by which this was opened.
  private boolean isReplacedBy(String id, UnlockerKind kind) {
    return Locks.isSingle(kind) && vault().unlocker().kind() == kind && !here().equals(id);
  }

  /// What takes the place of the way by which this was opened, if that may have happened.
  Optional<Vault.Grown> successor() {
    return Optional.ofNullable(made)
        .flatMap(last -> Optional.ofNullable(made(last.id())))
        .filter(last -> isReplacedBy(last.id(), Locks.kind(last.listed())));
  }

  private Vault.@Nullable Grown made(String id) {
    Vault.Grown last = made;
    boolean isIt =
        last != null
            && last.id().equals(id)
            && last.vault().account().generation() == vault().account().generation();
    return isIt ? last : null;
  }

  private void put(VaultRelay.Open at, String id, Kept listed)
      throws Unreachable, Problem, Refused {
    if (isThere(at, id, listed)) {
      return;
    }
    try {
      Kept unlocker = Locks.unlocker(vault().account(), id, listed);
      relay.add(at, unlocker, listed.textIf(Coming.REPLACES));
    } catch (Problem no) {
      boolean isTaken = no.name().equals("unlocker-exists");
      if (!isTaken && !no.name().equals("too-many")) {
        throw no;
      }
      // Another device of mine may have put this very one there just now.
      if (isThere(at, id, listed)) {
        return;
      }
      vault().saveListing(locks().without(id));
      if (isTaken) {
        throw new Refused(NOT_COME);
      }
      throw no;
    }
  }

  /// Whether it is on the relay, and is that very one.
  private boolean isThere(VaultRelay.Open at, String id, Kept listed) throws Unreachable, Problem {
    return relay.unlockers(at).stream()
        .filter(each -> each.text("unlocker").equals(id))
        .anyMatch(each -> each.text("public_key").equals(listed.text("login")));
  }
}
