package kith.lab.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Manner;
import kith.lab.dyad.Settings;

/// A way in which pairs meet over a season: the same number of exchanges on the same days, whatever
/// the way.
public sealed interface Policy {
  /// Exchanges of a season: five a week for twelve weeks.
  int SEASON = 60;

  /// Its name on the command line and in tables.
  String word();

  /// What it is, for readers.
  String title();

  /// Lets a pair meet for a season of `exchanges`.
  void season(Dyad dyad, Settings settings, Dice dice, int exchanges);

  /// Talk or a task.
  record Talking(Talk talk) implements Policy {
    private static final int BLOCK = 12;

    @Override
    public String word() {
      return switch (talk) {
        case FREE -> "free-talk";
        case SMALL -> "small-talk";
        case ESCALATING -> "escalating";
        case SWAP -> "monologue-swap";
      };
    }

    @Override
    public String title() {
      return switch (talk) {
        case FREE -> "free talk";
        case SMALL -> "small talk";
        case ESCALATING -> "escalating prompts";
        case SWAP -> "monologue, then swap";
      };
    }

    @Override
    public void season(Dyad dyad, Settings settings, Dice dice, int exchanges) {
      Manner manner = Manner.talk(settings).lasting(Kith.HOURS);
      for (int i = 0; i < exchanges; i++) {
        Talk.Step step =
            talk == Talk.SWAP
                ? new Talk.Step(i % BLOCK, BLOCK, dice)
                : new Talk.Step(i, exchanges, dice);
        dyad.exchange(talk.next(dyad, manner, settings, step));
        dyad.mend(false);
        dyad.rest(apart(i));
      }
    }
  }

  /// Kith, or Kith without some rules.
  record Kithly(Set<Rule> without) implements Policy {
    public Kithly {
      without = Set.copyOf(without);
    }

    @Override
    public String word() {
      return without.isEmpty() ? "kith" : "without-" + without.iterator().next().word();
    }

    @Override
    public String title() {
      return without.isEmpty() ? "Kith" : "without " + without.iterator().next().title();
    }

    @Override
    public void season(Dyad dyad, Settings settings, Dice dice, int exchanges) {
      Kith kith = new Kith(dyad, settings, without, dice);
      for (int i = 0; i < exchanges; i++) {
        kith.meet(apart(i));
        dyad.rest(apart(i));
      }
    }
  }

  /// Days until the next exchange: Monday to Friday.
  private static int apart(int exchange) {
    return exchange % 5 == 4 ? 3 : 1;
  }

  /// Kith with all its rules.
  static Policy kith() {
    return new Kithly(Set.of());
  }

  /// Kith without one rule.
  static Policy without(Rule rule) {
    return new Kithly(EnumSet.of(rule));
  }

  /// The talks and tasks, Kith, and Kith without each rule.
  static List<Policy> all() {
    List<Policy> all = new ArrayList<>();
    for (Talk talk : Talk.values()) {
      all.add(new Talking(talk));
    }
    all.add(kith());
    for (Rule rule : Rule.values()) {
      all.add(without(rule));
    }
    return all;
  }

  /// The policy of that name.
  static Optional<Policy> named(String word) {
    return all().stream().filter(one -> one.word().equals(word)).findFirst();
  }
}
