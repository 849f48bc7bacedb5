package kith.core.deck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kith.core.bond.Bond;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
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

  private static final List<Topic> TOPICS = List.of(Topic.values());

  /// A prompt, and what every look asks for: its key, and where its topic stands in [#TOPICS].
  private record Ranked(Listed listed, String key, Rank rank, int topic) {
    static int compare(Ranked one, Ranked other) {
      int byRank = one.rank().compareTo(other.rank());
      return byRank != 0 ? byRank : one.key().compareTo(other.key());
    }
  }

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

  /// What is offered already, which puts more of the same behind the rest.
  private record Taken(Set<Topic> topics, Set<PromptKind> kinds) {
    /// Each look compares some thousand times, so it is spelt out.
    int compare(Open one, Open other) {
      int order = Integer.compare(one.times(), other.times());
      if (order == 0) {
        order = Boolean.compare(crowds(one), crowds(other));
      }
      if (order == 0 && one.topic() != other.topic()) {
        order = Boolean.compare(topics.contains(one.topic()), topics.contains(other.topic()));
      }
      return order != 0 ? order : Integer.compare(one.topicDrawn(), other.topicDrawn());
    }

    private boolean crowds(Open one) {
      return one.crowded() || kinds.contains(one.kind());
    }

    void add(Open one) {
      topics.add(one.topic());
      if (one.kind() != PromptKind.QUESTION) {
        kinds.add(one.kind());
      }
    }
  }

  /// The offers of `deck` in the order that `seed` (the bond id, in hex) gives it. A prompt's rank
  /// hangs on the seed and its own name only, so that a deck may grow without shuffling what it
  /// had.
  public Offers(Deck deck, String seed) {
    this.deck = deck;
    Rank.Begun begun = Rank.begin(seed + "/");
    List<Ranked> prompts = new ArrayList<>();
    for (Listed one : deck.all()) {
      String key = one.prompt().key();
      int topic = TOPICS.indexOf(one.prompt().topic());
      prompts.add(new Ranked(one, key, begun.of(key), topic));
    }
    prompts.sort(Ranked::compare);
    ranked = List.copyOf(prompts);
  }

  /// Up to three prompts within the open rings. First the least drawn, so that one drawn before is
  /// offered only when fewer than three fresh ones are left; then no kind too soon again; then
  /// different topics; then the topics drawn least, for breadth; then the order of the seed.
  public List<Offer> of(Bond bond) {
    List<Open> open = open(bond);
    List<Offer> offered = new ArrayList<>();
    Taken taken = new Taken(EnumSet.noneOf(Topic.class), EnumSet.noneOf(PromptKind.class));
    while (offered.size() < HOW_MANY && !open.isEmpty()) {
      Open next = Collections.min(open, taken::compare);
      open.remove(next);
      offered.add(next.offer());
      taken.add(next);
    }
    return offered;
  }

  /// Those within the open rings, by rank; `Collections.min` keeps the first of equals.
  private List<Open> open(Bond bond) {
    int[] rings = rings(bond);
    int[] drawn = new int[rings.length];
    int[] times = new int[ranked.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = bond.timesDrawn(ranked.get(i).key());
      drawn[ranked.get(i).topic()] += times[i];
    }
    Set<PromptKind> lately = lately(bond);
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      Listed one = ranked.get(i).listed();
      int topic = ranked.get(i).topic();
      if (one.prompt().ring().depth() <= rings[topic]) {
        open.add(new Open(one, times[i], lately.contains(one.kind()), drawn[topic]));
      }
    }
    return bond.heavy() ? lighter(open) : open;
  }

  /// How deep each of [#TOPICS] is open: asked once, and not for each of many prompts.
  private static int[] rings(Bond bond) {
    int[] rings = new int[TOPICS.size()];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = bond.openRing(TOPICS.get(i));
    }
    return rings;
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
}
