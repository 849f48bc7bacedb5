package kith.lab.dyad;

import static kith.lab.dyad.Parameter.*;

import kith.lab.dice.Dice;

/// What an exchange does to closeness, liking, trust and security.
final class Bonding {
  private static final double LN_2 = 0.6931471805599453;
  private static final double MOST_DEEP = 2;

  private final Settings settings;
  private final Dice dice;

  Bonding(Settings settings, Dice dice) {
    this.settings = settings;
    this.dice = dice;
  }

  /// How close the exchange felt to `self`.
  ///
  /// @param imbalance of the words, 0 even to 1 a monologue
  void experience(Partner self, Partner other, double imbalance) {
    double felt =
        settings.of(EXPERIENCE_BASE)
            + settings.of(AFFINITY_TO_CLOSENESS) * self.affinity
            + settings.of(TRUST_TO_CLOSENESS) * self.trusting(settings)
            + settings.of(LIKING_TO_CLOSENESS) * self.fondness(settings)
            + settings.of(MOOD_TO_CLOSENESS) * self.mood
            + settings.of(EXPERIENCE_NOISE) * dice.normal()
            - settings.of(IMBALANCE_TO_CLOSENESS) * imbalance
            - settings.of(HURT_TO_CLOSENESS) * self.hurt
            - self.pressed;
    if (self.told) {
      felt +=
          settings.of(EMOTION_SELF) * shown(self)
              + settings.of(FACT_TO_CLOSENESS) * (self.fact - 0.5) / settings.of(EMOTION_SPREAD)
              + settings.of(UNDERSTANDING_TO_CLOSENESS) * self.understood(settings);
    }
    if (other.told) {
      felt += settings.of(EMOTION_OTHER) * shown(other);
    }
    double beyondHabit = shared(self, other) - self.habit;
    self.experience = Bounds.seven(felt + settings.of(DEPTH_TO_CLOSENESS) * beyondHabit);
  }

  private double shown(Partner teller) {
    double usual =
        settings.of(EMOTION_BASE) + settings.of(EMOTION_PER_DEPTH) * settings.of(DEPTH_BASE);
    return (teller.emotion - usual) / settings.of(EMOTION_SPREAD);
  }

  /// How deep what was told went, told or heard.
  private static double shared(Partner self, Partner other) {
    if (self.told && other.told) {
      return (self.depth + other.depth) / 2;
    }
    return self.told ? self.depth : other.told ? other.depth : 0;
  }

  void draw(Partner self, Partner other, double hours) {
    double shared = shared(self, other);
    self.fast += settings.of(FAST_RATE) * (self.experience - self.slow - self.fast);
    double meant = hours * (1 + settings.of(MEANING_SPEED) * shared);
    double rate = meant / (meant + settings.of(SLOW_HOURS) / LN_2);
    self.slow += rate * (self.experience - self.slow);
    self.habit += settings.of(HABIT_RATE) * (shared - self.habit);
    like(self, other);
    trust(self);
    secure(self);
  }

  private void like(Partner self, Partner other) {
    double felt =
        settings.of(LIKING_BASE)
            + settings.of(AFFINITY_TO_LIKING) * self.affinity
            - settings.of(PRESSURE_TO_LIKING) * self.pressed
            - self.hurt;
    double heard = other.told ? other.depth : 0;
    double deep = (heard - settings.of(DEPTH_BASE)) / settings.of(DEPTH_SPREAD);
    felt += settings.of(DEPTH_TO_LIKING) * Bounds.within(-MOST_DEEP, deep, MOST_DEEP);
    if (self.told) {
      double asked = other.followUps - settings.of(FOLLOW_UP_RATE);
      felt += settings.of(RESPONSE_TO_LIKING) * self.response;
      felt += settings.of(FOLLOW_UP_TO_LIKING) * asked;
    }
    self.liking = Bounds.seven(self.liking + settings.of(LIKING_RATE) * (felt - self.liking));
    double shown = other.liking + dice.normal();
    self.liked = Bounds.seven(self.liked + settings.of(LIKED_RATE) * (shown - self.liked));
  }

  private void trust(Partner self) {
    if (!self.told) {
      return;
    }
    double landed = (self.understanding - 1) / 6;
    double rate = settings.of(TRUST_RATE) * 2 * self.depth;
    double lost = self.mistaken ? settings.of(TRUST_LOSS) * self.depth : 0;
    self.trust = Bounds.share(self.trust + rate * (landed - self.trust) - lost);
  }

  private void secure(Partner self) {
    double at =
        3.5
            + 4 * self.trust
            - settings.of(PRESSED_TO_SECURITY) * self.pressed
            - settings.of(HURT_TO_CLOSENESS) * self.hurt;
    self.security = Bounds.seven(self.security + settings.of(SECURITY_RATE) * (at - self.security));
  }
}
