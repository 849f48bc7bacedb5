package kith.lab.policy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import kith.core.bond.ExchangeId;
import kith.core.person.Mine;
import kith.lab.dice.Dice;
import kith.lab.dyad.Partner;

/// What one simulated person's own device knows: notes of how it landed, checks, marks, yeses. Only
/// the latest are kept, as many as the core looks at.
final class Private {
  private static final long NEVER = Long.MIN_VALUE;
  private static final int NOTES = 8;
  private static final int CHECKS = 3;
  private static final int MARKS = 20;
  private static final double NOTED = 0.7;
  private static final int YES_DAYS = 30;

  private final Deque<Mine.Note> notes = new ArrayDeque<>();
  private final Deque<Mine.Check> checks = new ArrayDeque<>();
  private final Set<ExchangeId> marks = new LinkedHashSet<>();
  private final long[] yes = new long[Partner.TOPICS];

  Private() {
    Arrays.fill(yes, NEVER);
  }

  void note(ExchangeId exchange, Partner self, Dice dice) {
    if (!dice.chance(NOTED)) {
      return;
    }
    double brushed = self.mistaken() ? 5.5 : 2;
    notes.addLast(
        new Mine.Note(
            exchange,
            seven(self.understanding() + dice.normal() / 2),
            seven(self.understanding() + dice.normal() / 2),
            seven(self.understanding() + dice.normal() / 2),
            seven(brushed + dice.normal() / 2)));
    if (notes.size() > NOTES) {
      notes.removeFirst();
    }
  }

  private static OptionalInt seven(double rated) {
    return OptionalInt.of(rounded(rated));
  }

  private static int rounded(double rated) {
    return (int) Math.round(Math.max(1, Math.min(7, rated)));
  }

  /// Comfortable, and free to say no, today.
  void check(long day, Partner self, double fear, Dice dice) {
    int comfort = rounded(self.security() + 0.5 + dice.normal() / 2);
    int free = rounded(self.security() + 1.5 - fear + dice.normal() / 2);
    if (!checks.isEmpty() && checks.getLast().day() == day) {
      checks.removeLast();
    }
    checks.addLast(new Mine.Check(day, comfort, free));
    if (checks.size() > CHECKS) {
      checks.removeFirst();
    }
  }

  void mark(ExchangeId exchange) {
    if (marks.size() < MARKS) {
      marks.add(exchange);
    }
  }

  void yes(int topic, long day) {
    yes[topic] = day;
  }

  void forget(int topic) {
    yes[topic] = NEVER;
  }

  boolean saidYes(int topic, long day) {
    return yes[topic] != NEVER && day - yes[topic] < YES_DAYS;
  }

  Mine mine() {
    return new Mine(
        Set.of(),
        List.of(),
        List.copyOf(notes),
        List.copyOf(checks),
        List.of(),
        List.of(),
        marks,
        Set.of(),
        Set.of(),
        OptionalInt.empty());
  }
}
