package kith.client;

import java.util.Optional;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Unlocker;

/// This device's sessions in the vault: how it comes in, and what it does there.
final class Sessions {

  /// Marks a session while new keys are on their way: it stays open when they are there, so that a
  /// device that was stopped then would go on under the old ones. Only entering anew tells.
  private static final String DOUBTED = "doubted";

  private final Holding holding;
  private final VaultRelay relay;
  private final Mirror mirror;
  private final Placing placing;
  private final Following following;
  private boolean removed;

  /// Takes up a later root key, which another device has made.
  interface Following {
    void follow(VaultRelay.Entered entered) throws Unreachable, Problem, Refused;
  }

  /// What is done within a session.
  interface Work {
    void with(VaultRelay.Open at) throws Unreachable, Problem, Refused;
  }

  Sessions(Holding holding, VaultRelay relay, Mirror mirror, Placing placing, Following following) {
    this.holding = holding;
    this.relay = relay;
    this.mirror = mirror;
    this.placing = placing;
    this.following = following;
  }

  /// Whether another of one's devices has shut this one out, by what the relay last said.
  boolean isRemoved() {
    return removed;
  }

  /// This device is let in.
  void in() {
    removed = false;
  }

  /// New keys are on their way, or they are there.
  void doubted(boolean is) {
    Kept state = mirror.state();
    mirror.keep(is ? state.with(DOUBTED, new Json.Truth(true)) : state.without(DOUBTED));
  }

  /// Does something within a session, unless this device has stopped with the vault.
  void within(Work work) throws Unreachable, Problem, Refused {
    if (mirror.alarm().isPresent()) {
      throw new Refused("vault-stopped");
    }
    anyway(work);
  }

  /// Comes in anew once when the relay no longer knows the session.
  void anyway(Work work) throws Unreachable, Problem, Refused {
    try {
      String session = mirror.session();
      if (session == null || mirror.state().isTrue(DOUBTED) || !isDone(work, session)) {
        work.with(entered());
      }
    } catch (MalformedText odd) {
      throw new Unreachable("the answer is not the relay's", odd);
    }
  }

  private boolean isDone(Work work, String session) throws Unreachable, Problem, Refused {
    try {
      work.with(new VaultRelay.Open(vault(), session));
      return true;
    } catch (Problem no) {
      if (!no.name().equals("not-unlocked")) {
        throw no;
      }
      return false;
    }
  }

  /// Comes in anew.
  VaultRelay.Open entered() throws Unreachable, Problem, Refused {
    VaultRelay.Entered entered = byAnyOfTwo();
    long generation = holding.vault().account().generation();
    if (entered.generation() < generation) {
      throw new Refused("vault-changed");
    }
    if (entered.generation() > generation) {
      following.follow(entered);
    }
    mirror.keep(mirror.state().without(DOUBTED).with("session", entered.at().session()));
    return entered.at();
  }

  /// By the way by which this was opened; or by what took its place, where the answer about that
  /// was lost.
  private VaultRelay.Entered byAnyOfTwo() throws Unreachable, Problem {
    try {
      return enteredBy(holding.vault().unlocker());
    } catch (Problem no) {
      removed = no.name().equals("not-unlocked");
      Optional<Vault.Grown> next = placing.successor();
      if (!removed || next.isEmpty()) {
        throw no;
      }
      VaultRelay.Entered entered = enteredBy(next.get().vault().unlocker());
      holding.become(next.get().vault().saved());
      return entered;
    }
  }

  private VaultRelay.Entered enteredBy(Unlocker unlocker) throws Unreachable, Problem {
    Kept challenge = relay.challenge(vault());
    long now = holding.world().clock().millis();
    return relay.enter(unlocker, challenge, Optional.ofNullable(mirror.session()), now);
  }

  private String vault() {
    return VaultRelay.vault(holding.vault().account().id());
  }
}
