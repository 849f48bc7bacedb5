package kith.lab.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kith.core.bond.Apology;
import kith.core.bond.Entry;
import kith.core.bond.ExchangeId;
import kith.core.bond.Matter;
import kith.core.bond.Misstep;
import kith.core.bond.Pace;
import kith.core.bond.Ring;
import kith.core.person.Command;
import kith.core.person.Mine;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Invitation;
import kith.lab.dyad.Manner;
import kith.lab.dyad.Parameter;
import kith.lab.dyad.Partner;
import kith.lab.dyad.Settings;
import kith.lab.dyad.Tells;

/// Two simulated people who use Kith. They wish, tell and respond as the model has them; what they
/// may do, Kith's core says. Rules can be taken away.
public final class Kith {
  /// The day before the first meetings, in whole days since 1970; any would do.
  public static final long FIRST_DAY = 20_000;

  private static final double[] RING_DEPTH = {0, 0.2, 0.4, 0.6, 0.8};
  private static final double HESITATION = 0.08;
  private static final double READY = 0.15;
  private static final double PRESSING = 0.35;
  private static final double TELLS_OF_IT = 0.5;
  private static final double SAYS_IT_BACK = 0.8;
  private static final double STEPS_FORTH = 0.1;
  private static final double UNEASY = 3.5;
  private static final double AFRAID = 2.5;
  private static final int A_WEEK = 7;
  private static final Apology APOLOGY = new Apology("own", "differently", "");

  private final Dyad dyad;
  private final Settings settings;
  private final Set<Rule> without;
  private final Dice dice;
  private final Table table;
  private final Manner manner;
  private Consumer<Entry> heard = entry -> {};
  private final List<Private> own = List.of(new Private(), new Private());
  private Optional<ExchangeId> told = Optional.empty();
  private long day = FIRST_DAY;
  private int drawer;

  /// @param without the rules that are taken away
  public Kith(Dyad dyad, Settings settings, Set<Rule> without, Dice dice) {
    this.dyad = dyad;
    this.settings = settings;
    this.without = without;
    this.dice = dice;
    Pace pace = Pace.WEEKS;
    for (Rule rule : without) {
      pace = rule.without(pace);
    }
    this.table = new Table(pace, entry -> heard.accept(entry));
    this.manner = manner();
  }

  private boolean has(Rule rule) {
    return !without.contains(rule);
  }

  private Manner manner() {
    boolean unseen = has(Rule.SEALED) && has(Rule.PRIVATE_PASS);
    double freedom = unseen ? 1 : 1 - settings.of(Parameter.NORM_TO_ANSWER);
    return new Manner(
        settings.of(Parameter.ADHERENCE),
        has(Rule.SEALED),
        has(Rule.LISTENING),
        freedom,
        settings.of(Parameter.OUTSIDE_PRESSURE),
        has(Rule.PAUSE),
        HOURS,
        Double.NaN);
  }

  /// Tells every entry of the bond to `listener` from now on.
  public void listen(Consumer<Entry> listener) {
    heard = listener;
  }

  /// Hours that writing, reading and responding take.
  public static final double HOURS = 0.25;

  /// One exchange, after so many days.
  public void meet(int days) {
    day += days;
    table.on(day);
    retreat();
    if (!table.goesOn()) {
      return;
    }
    mend();
    drawer = 1 - drawer;
    if (!stepForth()) {
      card();
    }
  }

  private void retreat() {
    for (int person = 0; person < 2; person++) {
      Partner self = dyad.person(person);
      if (has(Rule.STEP_BACK) && self.security() < AFRAID && dice.chance(READY)) {
        table.rest(person, day + A_WEEK);
      }
    }
  }

  private void card() {
    int topic = topic();
    int ring = ring(topic);
    Optional<ExchangeId> card = table.draw(drawer, topic, ring);
    if (card.isEmpty()) {
      return;
    }
    Manner how = ring > 2 ? manner : unpaused();
    Invitation invitation = new Invitation(topic, RING_DEPTH[ring], Tells.BOTH, how);
    if (dyad.exchange(invitation) && opened(card.get(), ring)) {
      settle(card.get(), topic, ring);
    } else {
      table.putBack(dice.below(2), card.get());
    }
  }

  private Manner unpaused() {
    return new Manner(
        manner.adherence(),
        manner.sealed(),
        manner.coached(),
        manner.freedom(),
        manner.exposure(),
        false,
        manner.hours(),
        Double.NaN);
  }

  private boolean opened(ExchangeId card, int ring) {
    return table.open(card, ring, new double[] {dyad.person(0).words(), dyad.person(1).words()});
  }

  /// A topic that is open and suits whoever draws.
  private int topic() {
    int topic = dyad.topic(drawer);
    for (int again = 0; again < 8 && table.open(topic) == 0; again++) {
      topic = dyad.topic(drawer);
    }
    return table.open(topic) == 0 ? 0 : topic;
  }

  /// As deep as whoever draws would like, within the open rings; lighter after strain or hard talk.
  private int ring(int topic) {
    boolean light = table.bond().heavy() || strained(drawer);
    double wished = dyad.willing(drawer, topic) + dyad.person(drawer).traits().beyond();
    wished += dice.chance(dyad.person(drawer).traits().push()) ? PRESSING : 0;
    int ring = Ring.OUTERMOST;
    while (!light && ring < table.open(topic) && RING_DEPTH[ring + 1] <= wished + READY) {
      ring++;
    }
    return ring;
  }

  /// Looked up only where it can be so, since a view costs more than all else.
  private boolean strained(int person) {
    boolean perhaps = dyad.person(person).security() < UNEASY || dyad.person(person).hurt() > 1;
    return perhaps && has(Rule.STRAIN) && table.strained(person, own.get(person).mine());
  }

  private boolean stepForth() {
    int topic = topic();
    int ring = Math.min(Ring.INNERMOST, table.open(topic) + 1);
    double wished = dyad.willing(drawer, topic) + dyad.person(drawer).traits().beyond();
    if (wished < RING_DEPTH[ring] + READY || !dice.chance(STEPS_FORTH)) {
      return false;
    }
    int other = 1 - drawer;
    Optional<ExchangeId> step = table.offer(drawer, topic, ring);
    boolean ready = dyad.willing(other, topic) > RING_DEPTH[ring] - 2 * READY;
    if (step.isEmpty() || !ready) {
      step.ifPresent(id -> table.putBack(other, id));
      return false;
    }
    Tells tells = drawer == 0 ? Tells.ZERO : Tells.ONE;
    dyad.exchange(new Invitation(topic, RING_DEPTH[ring], tells, manner));
    if (dyad.person(drawer).told() && opened(step.get(), ring)) {
      settle(step.get(), topic, ring);
    } else {
      table.putBack(drawer, step.get());
    }
    return true;
  }

  private void settle(ExchangeId id, int topic, int ring) {
    for (int person = 0; person < 2; person++) {
      Partner self = dyad.person(person);
      if (self.told()) {
        table.respond(1 - person, id);
        own.get(person).note(id, self, dice);
      }
    }
    for (int person = 0; person < 2; person++) {
      if (dyad.person(person).mistaken()) {
        hurt(person, id);
      }
      backAway(person, topic, ring);
    }
    deepen(topic);
    if (table.open(LOVE) == 0) {
      deepen(LOVE);
    }
  }

  private static final int LOVE = 4;

  private void hurt(int person, ExchangeId id) {
    boolean tells = has(Rule.REPAIR) && told.isEmpty() && dice.chance(TELLS_OF_IT);
    if (tells && table.act(person, new Command.Tell(id, Misstep.JUDGED, ""), Mine.NOTHING)) {
      told = Optional.of(id);
      if (dice.chance(SAYS_IT_BACK)) {
        sayBack(id);
      }
    } else {
      own.get(person).mark(id);
    }
  }

  private void mend() {
    boolean mended = dyad.mend(told.isPresent());
    if (told.isEmpty()) {
      return;
    }
    if (mended && table.may(new Matter.Mended())) {
      table.agree(new Matter.Mended());
      told = Optional.empty();
    } else if (dice.chance(SAYS_IT_BACK)) {
      sayBack(told.get());
    }
  }

  /// Whoever has to; the core refuses it of the one who was hurt, and what was said before.
  private void sayBack(ExchangeId id) {
    for (int person = 0; person < 2; person++) {
      table.act(person, new Command.SayBack(id, "heard"), Mine.NOTHING);
      table.act(person, new Command.Own(id, APOLOGY), Mine.NOTHING);
    }
  }

  private void backAway(int person, int topic, int ring) {
    boolean uneasy = dyad.person(person).security() < UNEASY && ring > 1;
    if (uneasy && has(Rule.STEP_BACK) && dice.chance(0.5)) {
      table.stepBack(person, topic, ring - 1);
    }
  }

  /// Each is asked whether they would go one ring deeper there; with both yeses it opens.
  private void deepen(int topic) {
    Optional<Matter> matter = table.deeper(topic);
    if (matter.isEmpty()) {
      return;
    }
    double depth = RING_DEPTH[table.open(topic) + 1];
    int yes = 0;
    for (int person = 0; person < 2; person++) {
      Private mine = own.get(person);
      if (!mine.saidYes(topic, day) && saysYes(person, topic, depth, matter.get())) {
        mine.yes(topic, day);
      }
      yes += mine.saidYes(topic, day) ? 1 : 0;
    }
    if (yes == 2 || (yes == 1 && !has(Rule.DOUBLE_YES))) {
      table.agree(matter.get());
      own.forEach(each -> each.forget(topic));
    }
  }

  /// What one wishes; or, where a yes is seen, what one is brought to. The core has the last word.
  private boolean saysYes(int person, int topic, double depth, Matter matter) {
    Partner self = dyad.person(person);
    double pressing = dyad.person(1 - person).traits().push() * self.traits().compliance();
    double ready = dyad.willing(person, topic) + self.traits().beyond() + READY;
    boolean wishes = ready + HESITATION * dice.normal() > depth || self.traits().push() > 0;
    boolean waitedFor = own.get(1 - person).saidYes(topic, day);
    double swayed = pressing + (waitedFor ? settings.of(Parameter.NORM_TO_ANSWER) / 2 : 0);
    boolean brought = !has(Rule.PRIVATE_YES) && dice.chance(swayed);
    if (!wishes && !brought) {
      return false;
    }
    double fear = 2 * pressing * (has(Rule.PRIVATE_YES) ? 1 : 0);
    own.get(person).check(day, self, fear, dice);
    return table.act(person, new Command.Vote(matter), own.get(person).mine());
  }
}
