package kith.core.deck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.core.bond.Bond;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
import kith.core.bond.Prompt;
import kith.core.bond.Ring;
import kith.core.bond.Topic;

/// Which prompts a bond is offered: from its seed and its shared state alone, so that both people
/// are offered the same and no private wish shows (docs/prompts.md, "Which are offered").
public final class Offers {
  /// Enough to choose from at a glance.
  public static final int HOW_MANY = 3;

  /// So many exchanges pass between two of one kind: something to do, or a light one, soon wears
  /// off. Questions are what a bond lives on and are not spaced.
  public static final int BETWEEN_ONE_KIND = 4;

  private final Deck deck;
  private final List<Ranked> ranked;

  /// A prompt, and its key, which every look asks for.
  private record Ranked(Listed listed, String key, long rank) {}

  /// One that may be offered, with what its place hangs on.
  private record Open(Listed listed, int times, boolean crowded, int topicDrawn) {
    Topic topic() {
      return listed.prompt().topic();
    }

    PromptKind kind() {
      return listed.kind();
    }

    Offer offer() {
      return new Offer(listed.prompt(), listed.kind(), times > 0);
    }
  }

  /// The offers of `deck` in the order that `seed` (the bond id, in hex) gives it. A prompt's rank
  /// hangs on the seed and its own name only, so that a deck may grow without shuffling what it
  /// had.
  public Offers(Deck deck, String seed) {
    this.deck = deck;
    List<Ranked> prompts = new ArrayList<>();
    for (Listed one : deck.all()) {
      String key = one.prompt().key();
      prompts.add(new Ranked(one, key, rank(seed + "/" + key)));
    }
    prompts.sort(Comparator.comparingLong(Ranked::rank).thenComparing(Ranked::key));
    ranked = List.copyOf(prompts);
  }

  /// Up to three prompts within the open rings. First the least drawn, so that one drawn before is
  /// offered only when fewer than three fresh ones are left; then no kind too soon again; then
  /// different topics; then the topics drawn least, for breadth; then the order of the seed.
  public List<Offer> of(Bond bond) {
    List<Open> open = open(bond);
    List<Offer> offered = new ArrayList<>();
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    Set<PromptKind> kinds = EnumSet.noneOf(PromptKind.class);
    Comparator<Open> order =
        Comparator.comparingInt(Open::times)
            .thenComparing(one -> one.crowded() || kinds.contains(one.kind()))
            .thenComparing(one -> topics.contains(one.topic()))
            .thenComparingInt(Open::topicDrawn);
    while (offered.size() < HOW_MANY && !open.isEmpty()) {
      Open next = Collections.min(open, order);
      open.remove(next);
      offered.add(next.offer());
      topics.add(next.topic());
      if (next.kind() != PromptKind.QUESTION) {
        kinds.add(next.kind());
      }
    }
    return offered;
  }

  /// Those within the open rings, by rank; `Collections.min` keeps the first of equals.
  private List<Open> open(Bond bond) {
    Map<Topic, Integer> drawn = new EnumMap<>(Topic.class);
    for (Ranked one : ranked) {
      drawn.merge(one.listed().prompt().topic(), bond.timesDrawn(one.key()), Integer::sum);
    }
    Set<PromptKind> lately = lately(bond);
    List<Open> open = new ArrayList<>();
    for (Ranked one : ranked) {
      Prompt prompt = one.listed().prompt();
      if (prompt.ring().depth() <= bond.openRing(prompt.topic())) {
        open.add(
            new Open(
                one.listed(),
                bond.timesDrawn(one.key()),
                lately.contains(one.listed().kind()),
                drawn.getOrDefault(prompt.topic(), 0)));
      }
    }
    return bond.heavy() ? lighter(open) : open;
  }

  /// After heavy talk only light and grateful prompts, or where a deck has none, those of the
  /// outermost ring: shared, so that both are offered the same.
  private static List<Open> lighter(List<Open> open) {
    List<Open> outermost = new ArrayList<>();
    List<Open> light = new ArrayList<>();
    for (Open one : open) {
      if (one.listed().prompt().ring().depth() == Ring.OUTERMOST) {
        outermost.add(one);
        if (one.kind() == PromptKind.LIGHT || one.kind() == PromptKind.GRATEFUL) {
          light.add(new Open(one.listed(), one.times(), false, one.topicDrawn()));
        }
      }
    }
    return light.isEmpty() ? outermost : light;
  }

  /// The kinds of what was opened last, questions left out.
  private Set<PromptKind> lately(Bond bond) {
    List<ExchangeId> heard = bond.heard();
    Set<PromptKind> lately = EnumSet.noneOf(PromptKind.class);
    int since = Math.max(0, heard.size() - BETWEEN_ONE_KIND);
    for (ExchangeId id : heard.subList(since, heard.size())) {
      if (bond.exchange(id).orElse(new Exchange.Gone(id)) instanceof Exchange.Heard one) {
        lately.add(deck.kind(one.prompt()));
      }
    }
    lately.remove(PromptKind.QUESTION);
    return lately;
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
