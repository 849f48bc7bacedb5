package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Matter;
import kith.core.bond.Moment;
import kith.core.bond.Prompt;
import kith.core.bond.Reason;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.bond.Verdict;
import kith.core.deck.Deck;
import kith.core.deck.Offer;
import kith.core.deck.Offers;
import kith.core.person.Card;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import kith.core.person.Question;
import kith.core.person.Softer;
import kith.core.person.View;
import kith.core.person.Wedge;
import org.junit.jupiter.api.Test;

/// What one's own device asks, and holds back, from what only it knows.
final class GuardsTest {
  private static final long A_MINUTE = 60_000;
  private static final ExchangeId FRESH = new ExchangeId("FFFFFFFFFFFFFFFFFFFFFA");
  private final Diary diary = new Diary(Diary.FREE);

  private Decision seal(ExchangeId id, long minutesAgo) {
    long since = diary.now().milliseconds() - minutesAgo * A_MINUTE;
    return diary.decide(new Command.Seal(id, OptionalInt.of(9), OptionalLong.of(since)));
  }

  private static Decision no(Reason reason) {
    return new Decision.Refused(reason);
  }

  private static final Decision YES = new Decision.Accepted(List.of());

  @Test
  void deep_words_wait_five_minutes_and_light_ones_do_not() {
    diary.deepen(Topic.WORK, 3);
    ExchangeId deep = diary.laid(Kind.SEALED, Seat.ONE, Topic.WORK, 3);
    assertThat(seal(deep, 4)).isEqualTo(no(Reason.TOO_SOON));
    assertThat(seal(deep, 5)).isEqualTo(YES);
    assertThat(diary.decide(new Command.Seal(deep, OptionalInt.of(9), OptionalLong.empty())))
        .isEqualTo(no(Reason.TOO_SOON));
    diary.write(Seat.ONE, new Event.Swapped(deep));
    ExchangeId light = diary.laid(Kind.SEALED, Seat.ONE, Topic.WORK, 2);
    assertThat(seal(light, 0)).isEqualTo(YES);
    assertThat(Softer.around(Reason.TOO_SOON)).contains(Softer.KEEP_SAFE, Softer.SOFTEN);
  }

  @Test
  void after_a_share_at_the_core_twenty_hours_pass() {
    diary.deepen(Topic.WORK, 4);
    diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 4);
    Moment shared = diary.now();
    diary.day++;
    ExchangeId next = diary.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 4);
    Command seal = new Command.Seal(next, OptionalInt.of(9), OptionalLong.of(0));
    long twenty = shared.milliseconds() + 20 * 60 * A_MINUTE;
    assertThat(diary.zero.decide(seal, Mine.NOTHING, new Moment(twenty))).isEqualTo(YES);
    assertThat(diary.bond.lastCore()).contains(shared);
  }

  @Test
  void the_same_day_no_second_card_of_the_core_is_drawn() {
    diary.deepen(Topic.WORK, 4);
    diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 4);
    assertThat(diary.decide(new Command.Write(FRESH, Diary.prompt(Topic.WORK, 4))))
        .isEqualTo(no(Reason.TOO_SOON));
  }

  @Test
  void nobody_goes_four_deep_steps_ahead() {
    diary.deepen(Topic.WORK, 3);
    for (int step = 0; step < 3; step++) {
      assertThat(offer(3)).isInstanceOf(Decision.Accepted.class);
      diary.settled(Kind.FIRST_STEP, Seat.ZERO, Topic.WORK, 3);
    }
    assertThat(offer(3)).isEqualTo(no(Reason.TOO_MUCH));
    assertThat(offer(2)).isInstanceOf(Decision.Accepted.class);
    diary.settled(Kind.ASK, Seat.ZERO, Topic.WORK, 3);
    assertThat(offer(3)).isInstanceOf(Decision.Accepted.class);
  }

  private Decision offer(int ring) {
    return diary.decide(new Command.Offer(FRESH, Diary.prompt(Topic.WORK, ring), Optional.empty()));
  }

  @Test
  void who_has_said_most_lets_the_other_come_closer() {
    talk(9, "x".repeat(73), "x".repeat(27));
    assertThat(offer(1)).isInstanceOf(Decision.Accepted.class);
    talk(1, "x".repeat(73), "x".repeat(27));
    assertThat(offer(1)).isEqualTo(no(Reason.TOO_MUCH));
    talk(1, "x".repeat(60), "x".repeat(40));
    assertThat(offer(1)).isInstanceOf(Decision.Accepted.class);
  }

  private void talk(int times, String mine, String theirs) {
    for (int i = 0; i < times; i++) {
      diary.open(diary.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 1), 1, mine, theirs);
    }
  }

  @Test
  void what_is_too_deep_is_refused_with_softer_ways() {
    assertThat(diary.decide(new Command.Write(FRESH, Diary.prompt(Topic.WORK, 2))))
        .isEqualTo(no(Reason.RING_CLOSED));
    assertThat(Softer.around(Reason.RING_CLOSED))
        .containsExactly(Softer.KEEP_SAFE, Softer.FIRST_STEP, Softer.SOFTEN);
    assertThat(diary.decide(new Command.Ask(FRESH, Diary.prompt(Topic.WORK, 2))))
        .isEqualTo(no(Reason.RING_CLOSED));
  }

  private Verdict deeper(Mine mine) {
    return wedge(mine).deeper();
  }

  private Wedge topic(Mine mine, Topic topic) {
    return diary.view(mine).topics().stream()
        .filter(wedge -> wedge.topic() == topic)
        .findFirst()
        .orElseThrow();
  }

  private Wedge wedge(Mine mine) {
    return topic(mine, Topic.WORK);
  }

  private static Verdict refused(Reason reason) {
    return new Verdict.Refused(reason);
  }

  @Test
  void a_yes_needs_comfort_five_and_freedom_six_today() {
    assertThat(deeper(Mine.NOTHING)).isEqualTo(refused(Reason.COMFORT_NOT_ASKED));
    assertThat(deeper(checked(diary.check(5, 6)))).isEqualTo(Verdict.ALLOWED);
    assertThat(deeper(checked(diary.check(4, 7)))).isEqualTo(refused(Reason.NOT_COMFORTABLE));
    assertThat(deeper(checked(diary.check(7, 5)))).isEqualTo(refused(Reason.NOT_COMFORTABLE));
    Mine before = checked(new Mine.Check(diary.day - 1, 7, 7));
    assertThat(deeper(before)).isEqualTo(refused(Reason.COMFORT_NOT_ASKED));
    assertThat(questions(Mine.NOTHING)).contains(new Question.Comfort());
    assertThat(questions(checked(diary.check(7, 7))))
        .contains(new Question.Deeper(Topic.WORK, new Ring(2)))
        .doesNotContain(new Question.Comfort());
  }

  private Mine checked(Mine.Check check) {
    return diary.mine(List.of(), List.of(check), List.of());
  }

  private List<Question> questions(Mine mine) {
    return diary.view(mine).own().questions();
  }

  @Test
  void a_yes_fades_after_thirty_days() {
    Matter matter = new Matter.Deeper(Topic.WORK, new Ring(2));
    for (int age : List.of(0, 29, 30)) {
      Mine mine =
          new Mine(
              Set.of(),
              List.of(new Mine.Vote(matter, diary.day - age)),
              List.of(),
              List.of(diary.check(7, 7)),
              List.of(),
              List.of(),
              Set.of(),
              Set.of(),
              Set.of(),
              OptionalInt.empty());
      assertThat(diary.view(mine).own().yes()).isEqualTo(age < 30 ? List.of(matter) : List.of());
      assertThat(wedge(mine).myYes()).isEqualTo(age < 30);
    }
  }

  @Test
  void a_yes_stands_on_the_comfort_of_its_day_until_its_owner_says_otherwise() {
    Mine.Check well = diary.check(7, 7);
    assertThat(stands(0, List.of(well))).isTrue();
    assertThat(stands(0, List.of())).isFalse();
    assertThat(stands(0, List.of(new Mine.Check(diary.day - 1, 7, 7)))).isFalse();
    diary.day += 20;
    assertThat(stands(20, List.of(well))).isTrue();
    assertThat(stands(19, List.of(well))).isFalse();
    assertThat(stands(20, List.of(well, diary.check(4, 7)))).isFalse();
    assertThat(stands(20, List.of(well, diary.check(7, 5)))).isFalse();
    assertThat(stands(20, List.of(well, new Mine.Check(diary.day - 3, 4, 7)))).isFalse();
    assertThat(stands(20, List.of(well, new Mine.Check(diary.day - 3, 4, 7), diary.check(6, 7))))
        .isTrue();
  }

  /// Whether a yes that is so many days old stands, of one who must be asked before a new one.
  private boolean stands(int age, List<Mine.Check> checks) {
    Matter matter = new Matter.Deeper(Topic.WORK, new Ring(2));
    Mine mine =
        new Mine(
            Set.of(),
            List.of(new Mine.Vote(matter, diary.day - age)),
            List.of(),
            checks,
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            OptionalInt.empty());
    boolean asked = !checks.isEmpty() && checks.getLast().day() == diary.day;
    assertThat(
            wedge(mine).deeper() instanceof Verdict.Refused(Reason reason)
                && reason == Reason.COMFORT_NOT_ASKED)
        .isNotEqualTo(asked);
    assertThat(wedge(mine).myYes()).isEqualTo(diary.view(mine).own().yes().contains(matter));
    return wedge(mine).myYes();
  }

  @Test
  void a_yes_is_private_and_makes_no_event() {
    Mine calm = checked(diary.check(7, 7));
    Command vote = new Command.Vote(new Matter.Deeper(Topic.WORK, new Ring(2)));
    assertThat(diary.zero.decide(vote, calm, diary.now())).isEqualTo(YES);
    assertThat(diary.zero.decide(vote, Mine.NOTHING, diary.now()))
        .isEqualTo(no(Reason.COMFORT_NOT_ASKED));
  }

  @Test
  void what_landed_badly_of_late_closes_depth_and_too_few_notes_do_not() {
    List<Mine.Note> notes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ExchangeId id = diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
      assertThat(noted(notes)).isEqualTo(Verdict.ALLOWED);
      notes.add(Diary.note(id, 4, 1));
    }
    assertThat(noted(notes)).isEqualTo(refused(Reason.NOT_LANDED_WELL));
    notes.replaceAll(note -> Diary.note(note.exchange(), 5, 3));
    assertThat(noted(notes)).isEqualTo(Verdict.ALLOWED);
    notes.replaceAll(note -> Diary.note(note.exchange(), 5, 4));
    assertThat(noted(notes)).isEqualTo(refused(Reason.NOT_LANDED_WELL));
  }

  private Verdict noted(List<Mine.Note> notes) {
    return deeper(diary.mine(notes, List.of(diary.check(7, 7)), List.of()));
  }

  @Test
  void two_that_landed_badly_in_a_row_go_lighter_for_five() {
    List<Mine.Note> notes = new ArrayList<>();
    notes.add(Diary.note(diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1), 1, 7));
    assertThat(noted(notes)).isEqualTo(Verdict.ALLOWED);
    notes.add(Diary.note(diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1), 1, 7));
    for (int after = 0; after < 5; after++) {
      assertThat(noted(notes)).as("after " + after).isEqualTo(refused(Reason.STRAINED));
      diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    }
    assertThat(noted(notes)).isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void two_low_checks_in_a_row_go_lighter_for_five() {
    List<Mine.Check> checks =
        List.of(new Mine.Check(diary.day - 1, 3, 7), new Mine.Check(diary.day, 3, 7));
    diary.day++;
    for (int after = 0; after < 5; after++) {
      assertThat(diary.view(diary.mine(List.of(), checks, List.of())).own().lighter()).isTrue();
      diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    }
    assertThat(diary.view(diary.mine(List.of(), checks, List.of())).own().lighter()).isFalse();
    List<Mine.Check> one = List.of(new Mine.Check(diary.day, 4, 7), checks.get(1));
    assertThat(diary.view(diary.mine(List.of(), one, List.of())).own().lighter()).isFalse();
  }

  @Test
  void who_cannot_say_no_without_fear_is_offered_no_depth_and_nobody_is_told() {
    diary.deepen(Topic.WORK, 2);
    ExchangeId id = diary.laid(Kind.SEALED, Seat.ONE, Topic.WORK, 2);
    Mine afraid =
        diary.mine(
            List.of(), List.of(diary.check(7, 7)), List.of(new Mine.Safety(diary.day, false)));
    View view = diary.view(afraid);
    assertThat(deeper(afraid)).isEqualTo(refused(Reason.NOT_SAFE));
    assertThat(view.own().help()).isTrue();
    assertThat(view.table().getFirst().ratherNot()).isTrue();
    assertThat(diary.zero.decide(new Command.Swap(id), afraid, diary.now()))
        .isEqualTo(diary.decide(new Command.Swap(id)));
  }

  @Test
  void the_safety_question_comes_every_four_weeks() {
    assertThat(questions(Mine.NOTHING)).doesNotContain(new Question.Safety());
    diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    assertThat(questions(Mine.NOTHING)).contains(new Question.Safety());
    Mine asked = diary.mine(List.of(), List.of(), List.of(new Mine.Safety(diary.day, true)));
    diary.day += 27;
    assertThat(questions(asked)).doesNotContain(new Question.Safety());
    diary.day++;
    assertThat(questions(asked)).contains(new Question.Safety());
  }

  @Test
  void how_it_landed_is_asked_once_the_other_has_responded() {
    ExchangeId id = diary.laid(Kind.FIRST_STEP, Seat.ZERO, Topic.WORK, 1);
    diary.open(id, 1, "words", "");
    assertThat(questions(Mine.NOTHING)).doesNotContain(new Question.Landed(id));
    diary.respond(Seat.ONE, id);
    assertThat(questions(Mine.NOTHING)).contains(new Question.Landed(id));
    Mine noted = diary.mine(List.of(Diary.note(id, 6, 1)), List.of(), List.of());
    assertThat(questions(noted)).doesNotContain(new Question.Landed(id));
  }

  @Test
  void after_three_hard_exchanges_something_light_is_offered() {
    var deck = new ArrayList<Prompt>();
    for (int ring = 1; ring <= 3; ring++) {
      deck.add(new Prompt("d", "w" + ring, Topic.WORK, new Ring(ring), "en", "What?"));
    }
    Offers offers = new Offers(new Deck(deck), "seed");
    diary.deepen(Topic.WORK, 3);
    for (int hard = 0; hard < 3; hard++) {
      assertThat(offers.of(diary.bond)).hasSize(3);
      diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 3);
    }
    assertThat(offers.of(diary.bond)).extracting(Offer::prompt).containsExactly(deck.getFirst());
    assertThat(diary.view(Mine.NOTHING).together().light()).isTrue();
  }

  @Test
  void an_untold_misstep_closes_depth_there_and_nowhere_else() {
    ExchangeId id = diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    Mine mine =
        new Mine(
            Set.of(),
            List.of(),
            List.of(),
            List.of(diary.check(7, 7)),
            List.of(),
            List.of(),
            Set.of(id),
            Set.of(),
            Set.of(),
            OptionalInt.empty());
    assertThat(deeper(mine)).isEqualTo(refused(Reason.STRAINED));
    assertThat(topic(mine, Topic.FAMILY).deeper()).isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void what_one_keeps_safe_says_when_it_may_be_shared() {
    Mine mine =
        new Mine(
            Set.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Mine.Kept("k", Topic.WORK, new Ring(3))),
            Set.of(),
            Set.of("own/own"),
            Set.of(),
            OptionalInt.empty());
    assertThat(kept(mine).share()).isEqualTo(refused(Reason.RING_CLOSED));
    assertThat(kept(mine).firstStep()).isEqualTo(refused(Reason.RING_CLOSED));
    diary.deepen(Topic.WORK, 2);
    assertThat(kept(mine).firstStep()).isEqualTo(Verdict.ALLOWED);
    diary.deepen(Topic.WORK, 3);
    assertThat(kept(mine).share()).isEqualTo(Verdict.ALLOWED);
    diary.laid(Kind.SEALED, Seat.ONE, Topic.WORK, 1);
    Card card = diary.view(mine).table().getFirst();
    assertThat(card.ratherNot()).isTrue();
  }

  private View.Drawer kept(Mine mine) {
    return diary.view(mine).own().drawer().getFirst();
  }
}
