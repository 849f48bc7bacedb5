package kith.lab.people;

import java.util.Optional;
import kith.lab.dice.Dice;

/// The kinds of pairs that are looked at. Person 0 is the one whom the name speaks of first.
public enum Population {
  /// Two who never met.
  STRANGERS("strangers", 0),
  /// Two who have had some talks.
  NEW_FRIENDS("new friends", 40),
  /// Two who have long been together.
  LONG_COUPLES("long couples", 400),
  /// One anxious, one avoidant.
  ANXIOUS_AVOIDANT("anxious x avoidant", 20),
  /// One of the two hardly ever takes part.
  SILENT("the silent", 20),
  /// One tells far more than the other is ready to hear.
  OVER_DISCLOSER("the over-discloser", 0),
  /// One asks for more than is offered.
  PROBER("the prober", 0),
  /// One presses, and the other finds it hard to say no.
  CONTROLLING("the controlling and the compliant", 20);

  private static final double FAR = 1.5;

  private final String title;
  private final int before;

  Population(String title, int before) {
    this.title = title;
    this.before = before;
  }

  /// Its name for readers.
  public String title() {
    return title;
  }

  /// Its name on the command line.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// The population of that name.
  public static Optional<Population> named(String word) {
    for (Population population : values()) {
      if (population.word().equals(word)) {
        return Optional.of(population);
      }
    }
    return Optional.empty();
  }

  /// How many exchanges of free talk they have behind them.
  public int before() {
    return before;
  }

  /// Person 0.
  public Traits zero(Dice dice) {
    Traits one = Traits.drawn(dice);
    return switch (this) {
      case STRANGERS, NEW_FRIENDS, LONG_COUPLES -> one;
      case ANXIOUS_AVOIDANT -> one.attached(FAR, 0);
      case SILENT -> one.telling(-1, 0.35, 0);
      case OVER_DISCLOSER -> one.telling(2, one.presence(), 0.25);
      case PROBER -> one.pressing(0.5, one.compliance(), one.responsiveness());
      case CONTROLLING -> one.pressing(0.9, 0, -1);
    };
  }

  /// Person 1.
  public Traits one(Dice dice) {
    Traits one = Traits.drawn(dice);
    return switch (this) {
      case STRANGERS, NEW_FRIENDS, LONG_COUPLES, SILENT, OVER_DISCLOSER, PROBER -> one;
      case ANXIOUS_AVOIDANT -> one.attached(0, FAR);
      case CONTROLLING -> one.pressing(0, 0.9, one.responsiveness());
    };
  }
}
