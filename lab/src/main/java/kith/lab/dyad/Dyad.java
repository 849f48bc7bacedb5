package kith.lab.dyad;

import static kith.lab.dyad.Parameter.*;

import kith.lab.dice.Dice;
import kith.lab.people.Population;
import kith.lab.people.Traits;

/// Two people, and the process between them: invitation, disclosure, response, felt understanding,
/// trust and closeness; missteps, ruptures, mending; and retreat, where things go ill. One call is
/// one exchange. A function of its settings, people and dice alone.
public final class Dyad {
  private static final double WORDS_NOISE = 0.3;
  private static final double A_LITTLE = 0.1;
  private static final double MENDED = 0.3;
  private static final double TRUST_MENDED = 0.5;
  private static final double A_WEEK = 7;

  private final Settings settings;
  private final Dice dice;
  private final Disclosing disclosing;
  private final Hearing hearing;
  private final Bonding bonding;
  private final Partner zero;
  private final Partner one;
  private Levers levers = Levers.NONE;
  private double horizon = 1;
  private boolean ruptured;
  private boolean oneStarts;
  private int ruptures;
  private int exchanges;
  private double trustLost;
  private double apart = Double.NaN;
  private double fastLeft;
  private double hurtLeft;
  private double privacyLeft;

  /// Two people who never met.
  public Dyad(Settings settings, Traits zero, Traits one, Dice dice) {
    this.settings = settings;
    this.dice = dice;
    this.disclosing = new Disclosing(settings, dice);
    this.hearing = new Hearing(settings, dice);
    this.bonding = new Bonding(settings, dice);
    double shared = Math.sqrt(settings.of(AFFINITY_SHARED));
    double own = Math.sqrt(1 - settings.of(AFFINITY_SHARED));
    double pair = dice.normal();
    this.zero = new Partner(settings, zero, shared * pair + own * dice.normal());
    this.one = new Partner(settings, one, shared * pair + own * dice.normal());
  }

  /// A pair of `population`, with the talks behind it that the population has.
  public static Dyad of(Population population, Settings settings, Dice dice) {
    Traits zero = population.zero(dice.branch(1));
    Traits one = population.one(dice.branch(2));
    Dyad dyad = new Dyad(settings, zero, one, dice.branch(3));
    Manner talk = Manner.talk(settings).lasting(1).free(1);
    for (int i = 0; i < population.before(); i++) {
      dyad.exchange(dyad.freely(talk));
      dyad.mend(false);
      dyad.rest(1);
    }
    dyad.zero.forgetCounts();
    dyad.one.forgetCounts();
    dyad.ruptures = 0;
    return dyad;
  }

  /// What the experimenter lays down from now on.
  public void lay(Levers laid) {
    levers = laid;
  }

  /// Whether they expect to meet again: 0 not at all, 1 surely.
  public void expect(double future) {
    horizon = future;
  }

  /// Free talk: a topic that suits whoever begins, as deep as each likes.
  public Invitation freely(Manner manner) {
    int topic = disclosing.topic(oneStarts ? one : zero);
    return new Invitation(topic, Double.NaN, Tells.BOTH, manner);
  }

  /// One exchange. Where both seal, one who passes or stays away keeps it shut for both.
  ///
  /// @return whether anything was told
  public boolean exchange(Invitation invitation) {
    exchanges++;
    oneStarts = !oneStarts;
    begin(invitation.topic());
    Manner manner = invitation.manner();
    Partner first = oneStarts ? one : zero;
    Partner second = oneStarts ? zero : one;
    double firstAsked = asked(first, second, invitation);
    double secondAsked = asked(second, first, invitation);
    if (manner.sealed() && (first.passed || second.passed)) {
      return false;
    }
    tells(first, second.depth, firstAsked, invitation);
    tells(second, manner.sealed() ? first.before : first.depth, secondAsked, invitation);
    respond(manner);
    double imbalance = imbalance(invitation.tells());
    bonding.experience(zero, one, imbalance);
    bonding.experience(one, zero, imbalance);
    bonding.draw(zero, one, manner.hours());
    bonding.draw(one, zero, manner.hours());
    wound();
    return first.told || second.told;
  }

  private void begin(int topic) {
    double shared = Math.sqrt(settings.of(MOOD_SHARED));
    double own = Math.sqrt(1 - settings.of(MOOD_SHARED));
    double both = dice.normal();
    for (int person = 0; person < 2; person++) {
      Partner self = person(person);
      self.mood = shared * both + own * dice.normal();
      self.surprise *= horizon;
      self.willing = disclosing.willing(self, topic);
      self.passed = false;
      self.told = false;
      self.mistaken = false;
      self.pressed = 0;
      self.before = self.depth;
    }
  }

  /// How deep this person is asked to go, `Double.NaN` if it is left to them; and whether they pass
  private double asked(Partner self, Partner other, Invitation invitation) {
    boolean laid = self == one && !Double.isNaN(levers.depth());
    if (!invitation.tells().of(self == zero ? 0 : 1) || laid) {
      return Double.NaN;
    }
    if (!dice.chance(self.traits.presence())) {
      self.passed = true;
      return Double.NaN;
    }
    double pushed = disclosing.pushed(self, other, invitation.manner());
    double asked =
        Double.isNaN(pushed) ? invitation.depth() : Math.max(pushed, floor(invitation.depth()));
    if (!Double.isNaN(asked)) {
      disclosing.answerOrPass(self, other, asked, invitation.manner());
    }
    return asked;
  }

  private void tells(Partner self, double heard, double asked, Invitation invitation) {
    if (self.passed || !invitation.tells().of(self == zero ? 0 : 1)) {
      return;
    }
    if (self == one && !Double.isNaN(levers.depth())) {
      disclosing.told(self, invitation.topic(), levers.depth());
    } else {
      disclosing.tell(self, invitation, asked, heard);
    }
  }

  private static double floor(double depth) {
    return Double.isNaN(depth) ? 0 : depth;
  }

  private void respond(Manner manner) {
    if (zero.told) {
      hearing.respond(zero, one, manner, levers, true);
    }
    if (one.told) {
      hearing.respond(one, zero, manner, Levers.NONE, false);
    }
  }

  private double imbalance(Tells tells) {
    double uneven =
        settings.of(BALANCE_SPREAD) * (zero.traits.talk() - one.traits.talk()) * Math.sqrt(0.5)
            + WORDS_NOISE * dice.normal();
    double share = 0.5 + Bounds.within(-0.5, uneven / 4, 0.5);
    double spoken = Math.max(0.1, 1 + 0.3 * (zero.traits.talk() + one.traits.talk()));
    zero.words = zero.told ? spoken * share : 0;
    one.words = one.told ? spoken * (1 - share) : 0;
    if (zero.told != one.told) {
      return tells == Tells.BOTH ? 0.5 : 1;
    }
    return Math.abs(2 * share - 1);
  }

  private void wound() {
    double before = Math.max(zero.hurt, one.hurt);
    wound(zero, one);
    wound(one, zero);
    boolean breaks = Math.max(zero.hurt, one.hurt) > settings.of(RUPTURE_AT);
    if (breaks && before <= settings.of(RUPTURE_AT) && !ruptured) {
      ruptured = true;
      ruptures++;
    }
  }

  private void wound(Partner self, Partner other) {
    if (self.mistaken) {
      self.hurt += settings.of(MISSTEP_DROP) * self.depth;
      trustLost += settings.of(TRUST_LOSS) * self.depth;
    }
    double leaks = settings.of(LEAK) * 2 * self.depth * (1 - other.traits.loyalty() / 3);
    if (self.told && dice.chance(leaks)) {
      self.hurt += settings.of(RUPTURE_AT) + self.depth;
      self.trust = Bounds.share(self.trust - 2 * settings.of(TRUST_LOSS) * self.depth);
    }
    self.hurt = Bounds.within(0, self.hurt, 3);
  }

  /// A chance to mend what hurts, of itself, or guided: the hurt one is heard first.
  ///
  /// @return whether nothing is left to mend
  public boolean mend(boolean guided) {
    if (!ruptured && Math.max(zero.hurt, one.hurt) < A_LITTLE) {
      return true;
    }
    if (!dice.chance(settings.of(guided ? REPAIR_GUIDED : REPAIR_FREE))) {
      return false;
    }
    for (int person = 0; person < 2; person++) {
      Partner self = person(person);
      self.hurt *= MENDED;
      double back = TRUST_MENDED * trustLost / 2;
      self.trust = Bounds.share(self.trust + (guided ? back : 0));
    }
    trustLost = 0;
    ruptured = false;
    return true;
  }

  /// A topic that person `number` would bring up.
  public int topic(int number) {
    return disclosing.topic(person(number));
  }

  /// How deep person `number` is ready to go in `topic`, 0 to 1.
  public double willing(int number, int topic) {
    return disclosing.willing(person(number), topic);
  }

  /// Days apart, whole or in parts.
  public void rest(double days) {
    if (days != apart) {
      apart = days;
      fastLeft = StrictMath.pow(settings.of(FAST_DAY), days);
      hurtLeft = StrictMath.pow(settings.of(HURT_DAY), days);
      privacyLeft = StrictMath.pow(settings.of(PRIVACY_WEEK), days / A_WEEK);
    }
    for (int person = 0; person < 2; person++) {
      Partner self = person(person);
      self.fast *= fastLeft;
      self.hurt *= hurtLeft;
      self.privacy *= privacyLeft;
    }
  }

  /// What both are told of each other before they meet.
  ///
  /// @param expected how much better they expect to be met, standard score
  /// @param liked how much more they like each other for it, of 7
  public void prime(double expected, double liked) {
    for (int person = 0; person < 2; person++) {
      Partner self = person(person);
      self.expectation = Bounds.score(self.expectation + expected);
      self.liking = Bounds.seven(self.liking + liked);
    }
  }

  /// How awkward person `number` expects an exchange of that depth to be, 1 to 7: the better they
  /// expect to be met, the less.
  public double expectedAwkwardness(int number, double depth) {
    return awkwardness(person(number).expectation, depth);
  }

  /// How awkward the last exchange was for person `number`, by how they were met, 1 to 7.
  public double awkwardness(int number, double depth) {
    return awkwardness(person(number).response, depth);
  }

  private double awkwardness(double met, double depth) {
    double caring = Bounds.share(0.5 + met / 6);
    double deep = settings.of(AWKWARD_PER_DEPTH) * depth * (1 - caring / 2);
    return Bounds.seven(settings.of(AWKWARD_BASE) + deep);
  }

  /// Person 0 or 1.
  public Partner person(int number) {
    return number == 0 ? zero : one;
  }

  /// How far person `number` underrates how much the other likes them, in points of 7.
  public double likingGap(int number) {
    return person(number).likedLess(person(1 - number));
  }

  /// Whether a rupture is open.
  public boolean ruptured() {
    return ruptured;
  }

  /// How many ruptures there were.
  public int ruptures() {
    return ruptures;
  }

  /// How many exchanges there were.
  public int exchanges() {
    return exchanges;
  }
}
