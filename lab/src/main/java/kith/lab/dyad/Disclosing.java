package kith.lab.dyad;

import static kith.lab.dyad.Parameter.*;

import kith.lab.dice.Dice;

/// Invitation to disclosure: who is ready for what, who passes, who is pressed, how deep they tell.
final class Disclosing {
  /// How deep each topic itself is, in the order of `kith.core.bond.Topic`: everyday, work, family,
  /// friends, love, body, feelings, beliefs. From the rated questions of SCIENCE 1.2 (habits .34,
  /// background .35, identity .53, religion .55, politics .55, morality .60), assigned by us (H).
  private static final double[] TOPIC_DEPTH = {.33, .38, .46, .42, .58, .55, .56, .53};

  private static final double MEAN_TOPIC = 0.47625;

  /// More than this beyond one's readiness is unwanted: one standard deviation (H).
  static final double UNWANTED = 0.15;

  /// Hearing bears twice of that (H).
  static final double UNWANTED_TO_HEAR = 0.3;

  private static final int TRIES = 4;
  private static final int EVERYDAY = 0;
  private static final double LEAST = 0.05;
  private static final double HESITATION = 0.08;
  private static final double PRESSING = 0.35;

  private final Settings settings;
  private final Dice dice;

  Disclosing(Settings settings, Dice dice) {
    this.settings = settings;
    this.dice = dice;
  }

  static double topicDepth(int topic) {
    return TOPIC_DEPTH[topic];
  }

  /// How deep this person is ready to go in that topic.
  double willing(Partner self, int topic) {
    double score =
        settings.of(OPENNESS_TO_DEPTH) * self.traits.openness()
            + settings.of(TRUST_TO_DEPTH) * self.trusting(settings)
            + settings.of(LIKING_TO_DEPTH) * self.fondness(settings)
            + settings.of(EXPECTATION_TO_DEPTH) * self.expectation
            - settings.of(AVOIDANCE_TO_DEPTH) * self.traits.avoidance()
            + settings.of(ANXIETY_TO_DEPTH) * self.traits.anxiety()
            - settings.of(PRIVACY_TO_DEPTH) * self.privacy
            + settings.of(SURPRISE_TO_DEPTH) * self.surprise
            - self.hurt;
    double topicShift = settings.of(TOPIC_TO_DEPTH) * (TOPIC_DEPTH[topic] - MEAN_TOPIC);
    double depth = settings.of(DEPTH_BASE) + settings.of(DEPTH_SPREAD) * score - topicShift;
    return Bounds.within(LEAST, depth, 1);
  }

  /// Whether this person passes on being asked to go to `asked`; if they wish to and do not, what
  /// pressed them is kept.
  void answerOrPass(Partner self, Partner other, double asked, Manner manner) {
    double beyond = asked - self.willing - self.traits.beyond();
    boolean wishes = beyond + HESITATION * dice.normal() > UNWANTED;
    double pushing = other.traits.push() * manner.exposure();
    if (!wishes) {
      return;
    }
    double freedom = manner.freedom() * (1 - pushing * (0.5 + self.traits.compliance() / 2));
    if (dice.chance(freedom)) {
      self.passed = true;
      self.passes++;
    } else {
      self.overridden++;
      self.pressed = Math.max(0, beyond) * (0.5 + pushing);
    }
  }

  /// How much more than offered the other asks for; nothing, most of the time.
  double pushed(Partner self, Partner other, Manner manner) {
    boolean pushes = dice.chance(other.traits.push() * manner.exposure());
    return pushes ? Math.min(1, self.willing + PRESSING) : Double.NaN;
  }

  /// Tells: depth, feeling, fact.
  ///
  /// @param heard how deep the other told last
  void tell(Partner self, Invitation invitation, double asked, double heard) {
    double own = ownDepth(self, invitation.topic(), heard);
    boolean prompted = !Double.isNaN(asked);
    double adherence = invitation.prompted() ? invitation.manner().adherence() : 1;
    double depth = prompted ? adherence * asked + (1 - adherence) * own : own;
    boolean unwanted = prompted && depth - self.willing - self.traits.beyond() > UNWANTED;
    if (unwanted && invitation.manner().paused() && dice.chance(settings.of(REGRET))) {
      depth = self.willing + UNWANTED / 2;
      unwanted = false;
    }
    self.exposures += unwanted ? 1 : 0;
    told(self, invitation.topic(), Bounds.share(depth + self.traits.beyond()));
  }

  private double ownDepth(Partner self, int topic, double heard) {
    double inertia = settings.of(DEPTH_INERTIA);
    double matching =
        settings.of(RECIPROCITY)
            * Math.max(0, 1 - settings.of(AVOIDANT_MUTING) * Math.max(0, self.traits.avoidance()));
    double towards = Double.isNaN(heard) ? 0 : matching * (heard - self.depth);
    double noise = settings.of(DEPTH_SPREAD) * settings.of(DEPTH_NOISE) * dice.normal();
    double own = (1 - inertia) * self.willing + inertia * self.depth + towards + noise;
    return Bounds.share(Math.min(own, self.reach[topic] + settings.of(STEP)));
  }

  void told(Partner self, int topic, double depth) {
    self.told = true;
    self.depth = depth;
    self.depthTold += depth;
    self.reach[topic] = Math.max(self.reach[topic], depth);
    double moved =
        settings.of(UNDERSTANDING_TO_EMOTION) * self.understood(settings) + 0.7 * dice.normal();
    self.emotion =
        Bounds.share(
            settings.of(EMOTION_BASE)
                + settings.of(EMOTION_PER_DEPTH) * depth
                + settings.of(EMOTION_SPREAD) * moved);
    self.fact = Bounds.share(0.5 + settings.of(EMOTION_SPREAD) * dice.normal());
    double beyondHabit = (depth - self.habit) / settings.of(DEPTH_SPREAD);
    self.privacy =
        Bounds.score(
            (1 - settings.of(PRIVACY_DECAY)) * self.privacy
                + settings.of(PRIVACY_GAIN) * beyondHabit);
  }

  /// A topic to bring up: at random, the too deep ones left aside; if none comes, everyday life.
  int topic(Partner self) {
    for (int tries = 0; tries < TRIES; tries++) {
      int topic = dice.below(Partner.TOPICS);
      if (TOPIC_DEPTH[topic] <= willing(self, topic) + UNWANTED) {
        return topic;
      }
    }
    return EVERYDAY;
  }
}
