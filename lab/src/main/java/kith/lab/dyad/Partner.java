package kith.lab.dyad;

import static kith.lab.dyad.Parameter.*;

import kith.lab.people.Traits;

/// One person of a pair: what they bring along, what they feel towards the other, and what happened
/// to them in the last exchange. Everything is bounded; `Dyad` alone changes it.
public final class Partner {
  /// Topics, as many as `kith.core.bond.Topic` has.
  public static final int TOPICS = 8;

  private static final double OPENED = 0.05;
  private static final double TRUST_SPREAD = 0.2;

  final Traits traits;
  final double affinity;
  final double style;
  final double[] reach = new double[TOPICS];

  double trust;
  double expectation;
  double liking;
  double liked;
  double slow;
  double fast;
  double hurt;
  double privacy;
  double level;
  double habit;
  double security = 4.5;
  double understanding;
  double surprise;

  double mood;
  double willing;
  boolean passed;
  boolean told;
  double depth;
  double before;
  double emotion;
  double fact;
  double response;
  double followUps;
  double pressed;
  double experience;
  boolean mistaken;

  int exposures;
  int overridden;
  int passes;
  double depthTold;
  double words;

  Partner(Settings settings, Traits traits, double affinity) {
    this.traits = traits;
    this.affinity = affinity;
    this.style = settings.of(STYLE_SPREAD) * traits.style();
    trust = settings.of(TRUST_START);
    double gap = settings.of(CARING_GAP) + settings.of(SHYNESS_TO_GAP) * traits.shyness();
    liking = settings.of(LIKING_BASE) + settings.of(AFFINITY_TO_LIKING) * affinity - 1;
    expectation = Bounds.score(settings.of(LIKING_TO_RESPONSE) * fondness(settings) - gap);
    liked = liking - gap;
    slow = settings.of(STRANGER_CLOSENESS);
    habit = settings.of(DEPTH_BASE);
    understanding = settings.of(UNDERSTANDING_BASE);
    depth = habit;
  }

  void forgetCounts() {
    exposures = 0;
    overridden = 0;
    passes = 0;
    depthTold = 0;
  }

  double trusting(Settings settings) {
    return Bounds.within(-3, (trust - settings.of(TRUST_START)) / TRUST_SPREAD, 3);
  }

  double fondness(Settings settings) {
    return liking - settings.of(LIKING_BASE);
  }

  double understood(Settings settings) {
    return understanding - settings.of(UNDERSTANDING_BASE);
  }

  /// Who they are.
  public Traits traits() {
    return traits;
  }

  /// How close they say they feel, 1 to 7.
  public double closeness() {
    return Bounds.seven(slow + fast + style);
  }

  /// What of it lasts, apart from how they use the scale, 1 to 7.
  public double lastingCloseness() {
    return slow;
  }

  /// How close they say they wish to be, 1 to 7 and beyond.
  public double desired(Settings settings) {
    double more = settings.of(DESIRE_BASE) + settings.of(DESIRE_PER_ANXIETY) * traits.anxiety();
    return slow + fast + style + more;
  }

  /// How much they say they like the other, 1 to 7.
  public double liking() {
    return Bounds.seven(liking + style / 2);
  }

  /// How much they think the other likes them, less how much the other does.
  double likedLess(Partner other) {
    return other.liking - liked;
  }

  /// How understood they felt when they last told something, 1 to 7.
  public double understanding() {
    return understanding;
  }

  /// How secure they feel: at ease, and free to say no, 1 to 7.
  public double security() {
    return security;
  }

  /// How far they trust, 0 to 1.
  public double trust() {
    return trust;
  }

  /// What still hurts; 1 is a rupture.
  public double hurt() {
    return hurt;
  }

  /// How deep they are ready to go in the topic of the last exchange, 0 to 1.
  public double willing() {
    return willing;
  }

  /// Whether they passed on the last exchange.
  public boolean passed() {
    return passed;
  }

  /// Whether they told something in it.
  public boolean told() {
    return told;
  }

  /// How deep they told, 0 to 1.
  public double depth() {
    return depth;
  }

  /// How much feeling was in it, 0 to 1.
  public double emotion() {
    return emotion;
  }

  /// How much fact was in it, 0 to 1.
  public double fact() {
    return fact;
  }

  /// How close the last exchange felt, 1 to 7.
  public double experience() {
    return experience;
  }

  /// How well the other responded in it, standard score.
  public double response() {
    return response;
  }

  /// Whether the other's response landed badly.
  public boolean mistaken() {
    return mistaken;
  }

  /// How many words they used in it, in hundreds.
  public double words() {
    return words;
  }

  /// How often they told or heard more than they were ready for.
  public int exposures() {
    return exposures;
  }

  /// How often they told something though they wished to pass.
  public int overridden() {
    return overridden;
  }

  /// The sum of all depths told.
  public double depthTold() {
    return depthTold;
  }

  /// In how many topics they have told something.
  public int breadth() {
    int opened = 0;
    for (double each : reach) {
      opened += each > OPENED ? 1 : 0;
    }
    return opened;
  }

  /// How deep they have gone in the topic where they went deepest, 0 to 1.
  public double deepest() {
    double deepest = 0;
    for (double each : reach) {
      deepest = Math.max(deepest, each);
    }
    return deepest;
  }
}
