package kith.core.deck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kith.core.bond.Bond;
import kith.core.bond.Prompt;
import kith.core.bond.Ring;
import kith.core.bond.Topic;

/// Which prompts a bond is offered: from its seed and its shared state alone, so that both people
/// are offered the same and no private wish shows. Fresh ones come before those drawn before.
public final class Offers {
  /// Enough to choose from at a glance.
  public static final int HOW_MANY = 3;

  private final List<Ranked> ranked;

  private record Ranked(Prompt prompt, long rank) {}

  /// The offers of `deck` in the order that `seed` (the bond id, in hex) gives it. A prompt's rank
  /// hangs on the seed and its own name only, so that a deck may grow without shuffling what it
  /// had.
  public Offers(Deck deck, String seed) {
    List<Ranked> prompts = new ArrayList<>();
    for (Prompt prompt : deck.prompts()) {
      prompts.add(new Ranked(prompt, rank(seed + "/" + prompt.key())));
    }
    prompts.sort(Comparator.comparingLong(Ranked::rank).thenComparing(one -> one.prompt().id()));
    ranked = List.copyOf(prompts);
  }

  /// Up to three prompts within the open rings: the least drawn first, so that one drawn before is
  /// offered only when fewer than three fresh ones are left; among equals, of different topics
  /// where it can be.
  public List<Prompt> of(Bond bond) {
    List<Prompt> open = open(bond);
    List<Prompt> offered = new ArrayList<>();
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    Comparator<Prompt> freshThenOtherTopic =
        Comparator.<Prompt>comparingInt(bond::timesDrawn)
            .thenComparing(prompt -> topics.contains(prompt.topic()));
    while (offered.size() < HOW_MANY && !open.isEmpty()) {
      Prompt next = Collections.min(open, freshThenOtherTopic);
      open.remove(next);
      offered.add(next);
      topics.add(next.topic());
    }
    return offered;
  }

  /// Those within the open rings, by rank; `Collections.min` keeps the first of equals. After heavy
  /// talk only those of the outermost ring: shared, so that both are offered the same.
  private List<Prompt> open(Bond bond) {
    int deepest = bond.heavy() ? Ring.OUTERMOST : Ring.INNERMOST;
    List<Prompt> open = new ArrayList<>();
    for (Ranked one : ranked) {
      int depth = one.prompt().ring().depth();
      if (depth <= Math.min(deepest, bond.openRing(one.prompt().topic()))) {
        open.add(one.prompt());
      }
    }
    return open;
  }

  /// FNV-1a, then the finisher of SplitMix64: fixed for ever, since both devices must agree. Not
  /// for secrets.
  private static long rank(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
