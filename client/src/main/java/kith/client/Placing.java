package kith.client;

import java.util.List;
import java.util.Optional;
import kith.crypto.Base64Url;
import kith.crypto.UnlockerKind;
import org.jspecify.annotations.Nullable;

/// Puts words or a code in place, in three steps that can each be the last for a while: see
/// [Coming].
final class Placing {

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
  void here(Key key) throws Refused {
    Vault.Grown grown = vault().with(key);
    vault().saveListing(Coming.come(locks().with(grown.id(), grown.listed()), grown.id()));
    holding.become(grown.vault().saved());
  }

  /// Lists it as coming.
  void begin(Key key) throws Refused {
    Vault.Grown grown = vault().with(key);
    made = grown;
    vault().saveListing(Coming.with(locks(), grown.id(), grown.listed()));
  }

  /// What is coming is put in its place; what was begun on another device, too. Gives the session
  /// to go on with: one ends with the way in by which it was opened.
  VaultRelay.Open finished(VaultRelay.Open at, Entering entering)
      throws Unreachable, Problem, Refused {
    VaultRelay.Open within = at;
    for (String id : Coming.in(locks())) {
      Vault.Grown own = made(id);
      boolean isOut = isReplacedBy(id, Locks.kind(locks().inner(id)));
      // Nobody is put out by what they came in with, unless they hold what takes its place.
      if (!isOut || own != null) {
        put(within, id, Locks.kind(locks().inner(id)));
        if (own != null) {
          holding.become(own.vault().saved());
        }
        vault().saveListing(Coming.come(locks(), id));
        within = isOut ? entering.again() : within;
        mirror.bring(within);
      }
    }
    return within;
  }

  /// Whether a new one of this kind takes the place of the way by which this was opened.
  private boolean isReplacedBy(String id, UnlockerKind kind) {
    return Locks.isSingle(kind)
        && vault().unlocker().kind() == kind
        && !Base64Url.format(vault().unlocker().id().toArray()).equals(id);
  }

  private Vault.@Nullable Grown made(String id) {
    Vault.Grown last = made;
    boolean isIt =
        last != null
            && last.id().equals(id)
            && last.vault().account().generation() == vault().account().generation();
    return isIt ? last : null;
  }

  private void put(VaultRelay.Open at, String id, UnlockerKind kind) throws Unreachable, Problem {
    List<Kept> there = relay.unlockers(at);
    if (there.stream().anyMatch(each -> each.text("unlocker").equals(id))) {
      return;
    }
    Optional<String> before =
        there.stream()
            .filter(each -> Locks.isSingle(kind) && each.number("kind") == kind.number())
            .map(each -> each.text("unlocker"))
            .findFirst();
    relay.add(at, Locks.unlocker(vault().account(), id, locks().inner(id)), before);
  }

  /// Whether the relay may know the way by which this was opened no longer, since the answer about
  /// what took its place was lost: then this goes on by that.
  boolean hasTakenOver() {
    Vault.Grown last = made == null ? null : made(made.id());
    if (last == null || !isReplacedBy(last.id(), Locks.kind(last.listed()))) {
      return false;
    }
    holding.become(last.vault().saved());
    return true;
  }
}
