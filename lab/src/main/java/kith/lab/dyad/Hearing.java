package kith.lab.dyad;

import static kith.lab.dyad.Parameter.*;

import kith.lab.dice.Dice;

/// Disclosure to response to felt understanding, and what is learnt from it.
final class Hearing {
  private static final double SILENCE = -1;
  private static final double LEAST_MISSTEP = 0.1;
  private static final double MOST_MISSTEP = 3;

  private final Settings settings;
  private final Dice dice;

  Hearing(Settings settings, Dice dice) {
    this.settings = settings;
    this.dice = dice;
  }

  /// How `listener` responds to what `teller` told, and how it lands.
  void respond(Partner teller, Partner listener, Manner manner, Levers levers, boolean subject) {
    double beyond = teller.depth - listener.willing - settings.of(STEP);
    double overload = Math.max(0, beyond) / settings.of(DEPTH_SPREAD);
    listener.exposures += teller.depth - listener.willing > Disclosing.UNWANTED_TO_HEAR ? 1 : 0;
    listener.followUps = questions(listener, manner);
    double response =
        dice.chance(listener.traits.presence()) ? response(listener, manner, overload) : SILENCE;
    boolean laid = subject && !Double.isNaN(levers.response());
    teller.response = Bounds.score(laid ? levers.response() : response);
    teller.mistaken = !laid && dice.chance(misstep(teller));
    land(teller, levers, subject);
    learn(teller);
  }

  private double questions(Partner listener, Manner manner) {
    double asked = Double.isNaN(manner.followUps()) ? rate(listener) : manner.followUps();
    double whole = (int) asked;
    return whole + (dice.chance(asked - whole) ? 1 : 0);
  }

  private double rate(Partner listener) {
    double trait = 1 + 0.3 * listener.traits.responsiveness();
    return Math.max(0, settings.of(FOLLOW_UP_RATE) * trait);
  }

  private double response(Partner listener, Manner manner, double overload) {
    return settings.of(TRAIT_TO_RESPONSE) * listener.traits.responsiveness()
        + settings.of(AFFINITY_TO_RESPONSE) * listener.affinity
        + settings.of(LIKING_TO_RESPONSE) * listener.fondness(settings)
        + settings.of(RESPONSE_NOISE) * dice.normal()
        + settings.of(FOLLOW_UP) * (listener.followUps - settings.of(FOLLOW_UP_RATE))
        + (manner.coached() ? settings.of(COACHING) : 0)
        - settings.of(OVERLOAD) * overload
        - listener.hurt;
  }

  private double misstep(Partner teller) {
    double clumsy = Bounds.within(LEAST_MISSTEP, 1 - teller.response / 2, MOST_MISSTEP);
    return settings.of(MISSTEP) * 2 * teller.depth * clumsy;
  }

  private void land(Partner teller, Levers levers, boolean subject) {
    double shown =
        (teller.emotion
                - settings.of(EMOTION_BASE)
                - settings.of(EMOTION_PER_DEPTH) * settings.of(DEPTH_BASE))
            / settings.of(EMOTION_SPREAD);
    double felt =
        settings.of(EMOTION_TO_UNDERSTANDING) * shown
            + settings.of(RESPONSE_TO_UNDERSTANDING) * teller.response
            + settings.of(EXPECTATION_FILTER) * teller.expectation
            - settings.of(ANXIETY_FILTER) * teller.traits.anxiety()
            + settings.of(UNDERSTANDING_NOISE) * dice.normal()
            - (teller.mistaken ? settings.of(MISSTEP_DROP) : 0);
    boolean laid = subject && !Double.isNaN(levers.understanding());
    teller.understanding =
        laid ? levers.understanding() : Bounds.seven(settings.of(UNDERSTANDING_BASE) + felt);
  }

  private void learn(Partner teller) {
    double rate = settings.of(EXPECTATION_RATE);
    teller.expectation =
        Bounds.score(teller.expectation + rate * (teller.response - teller.expectation));
    teller.surprise = Math.max(0, teller.response - teller.level);
    teller.level =
        Bounds.score(teller.level + settings.of(LEVEL_RATE) * (teller.response - teller.level));
  }
}
