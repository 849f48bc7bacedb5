package kith.core.promises;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import kith.core.bond.Bond;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Moment;
import kith.core.bond.Part;
import kith.core.bond.Seat;
import kith.core.bond.Standing;
import kith.core.bond.Verdict;
import kith.core.person.Card;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import kith.core.person.Person;
import kith.core.person.View;

/// The seven properties of docs/model.md, asked of one history.
final class Promises {
  private Promises() {}

  /// Of what both devices show at one moment.
  static void ofEachView(World world, Tally tally) {
    for (Seat seat : Seat.values()) {
      tally.hold(Property.ONE_FOLD, () -> Delivery.showsWhatItTook(world, seat));
      tally.hold(Property.SEALED, () -> showsOnlyWhatOpened(world, seat));
      tally.hold(Property.TAKEN_BACK, () -> Forgetting.forgetsWhatWasTakenBack(world, seat));
      tally.hold(Property.BOUNDED, () -> Sizes.boundedByWhatIsShown(world, seat));
    }
    tally.hold(Property.FREE, () -> trapsNobody(world));
  }

  /// Of all entries, step by step.
  ///
  /// @param known of how many of them the same has been asked before
  static void ofTheFold(World world, int known, Tally tally) {
    tally.hold(Property.BOTH_YES, () -> Steps.opensOnlyByBoth(world));
    tally.hold(Property.BOTH_YES, () -> agreesWithThePlainRules(world, known));
    tally.hold(Property.SEALED, () -> Steps.answersStay(world));
  }

  /// Property 2 of one private act: it writes nothing, and until something opens for both it
  /// changes not a byte of what the other sees.
  static void hidesWhatIsPrivate(World before, World after, int by) {
    Seat other = by == 0 ? Seat.ONE : Seat.ZERO;
    same(before.log, after.log.subList(0, before.log.size()), "past");
    if (before.log.size() == after.log.size()) {
      same(before.shown(other), after.shown(other), "view of the other");
    }
    for (Entry entry : after.log.subList(before.log.size(), after.log.size())) {
      if (entry instanceof Entry.Written) {
        throw new AssertionError("a private act wrote " + entry);
      }
    }
  }

  /// Property 1, 3, 4 and 5 at every step: the core and the plain rules agree about everything.
  static void agreesWithThePlainRules(World world, int known) {
    Bond bond = new Bond(world.pace);
    Plain plain = new Plain(world.pace);
    for (Entry entry : world.log) {
      bond.take(entry);
      plain.take(entry);
      if (entry.seq() <= known) {
        continue;
      }
      String core = Picture.of(bond);
      String slow = Picture.of(plain);
      if (!core.equals(slow)) {
        throw new AssertionError(
            "the core and the plain rules differ after "
                + entry
                + "\ncore:  "
                + core
                + "\nplain: "
                + slow);
      }
    }
  }

  /// What both devices show once they have the same entries is the same, seen from two sides.
  static void bothSeeTheSame(World world) {
    View zero = world.view(Seat.ZERO);
    View one = world.view(Seat.ONE);
    same(zero.map(), one.map(), "map");
    same(zero.offers(), one.offers(), "offers");
    same(zero.setAside(), one.setAside(), "set aside");
    same(zero.together().standing(), one.together().standing(), "standing");
    same(mirrored(zero, false), mirrored(one, true), "cards");
  }

  private static List<String> mirrored(View view, boolean turned) {
    List<String> cards = new ArrayList<>();
    for (Card card : cards(view)) {
      var a = turned ? card.answers().theirs() : card.answers().mine();
      var b = turned ? card.answers().mine() : card.answers().theirs();
      var r = turned ? card.responses().theirs() : card.responses().mine();
      var s = turned ? card.responses().mine() : card.responses().theirs();
      cards.add(
          card.exchange()
              + ""
              + card.state()
              + card.bound()
              + card.day()
              + card.lastDay()
              + a
              + b
              + r
              + s);
    }
    return cards;
  }

  /// Property 4 and 5, of one view: words only of what opened, and never of what was taken back.
  static void showsOnlyWhatOpened(World world, Seat seat) {
    List<Entry> seen = world.log.subList(0, world.taken(seat));
    Set<String> may = new HashSet<>();
    Map<ExchangeId, Set<Seat>> back = new HashMap<>();
    for (Entry entry : seen) {
      if (entry instanceof Entry.Opening opening) {
        may.add(opening.exchange().text());
      }
      takenBack(entry, back);
    }
    for (Card card : cards(world.view(seat))) {
      for (Seat teller : Seat.values()) {
        var side = teller == seat ? card.answers().mine() : card.answers().theirs();
        boolean words = side.flatMap(answer -> answer.words()).isPresent();
        if (words && !may.contains(card.exchange().text())) {
          throw new AssertionError("words before an opening: " + card);
        }
        if (words && back.getOrDefault(card.exchange(), Set.of()).contains(teller)) {
          throw new AssertionError("words that were taken back: " + card);
        }
      }
    }
  }

  /// Only what came after the opening counts as taken back.
  private static void takenBack(Entry entry, Map<ExchangeId, Set<Seat>> back) {
    if (entry instanceof Entry.Opening opening) {
      back.putIfAbsent(opening.exchange(), new HashSet<>());
    }
    if (entry instanceof Entry.Written written) {
      for (var event : written.events()) {
        if (event instanceof Event.Withdrew withdrew
            && withdrew.part() == Part.ANSWER
            && back.containsKey(withdrew.exchange())) {
          back.get(withdrew.exchange()).add(written.by());
        }
      }
    }
  }

  /// Property 6: from every state each can pass, rest, step back, take back and end; and the table
  /// is free again when the last day is over.
  static void trapsNobody(World world) {
    for (Seat seat : Seat.values()) {
      Person person = world.person(seat);
      Mine mine = world.mine(seat);
      Moment now = world.now(seat);
      View view = world.view(seat);
      boolean over = view.together().standing() instanceof Standing.Over;
      boolean rests = view.together().standing() instanceof Standing.Rests;
      must(over || may(person.decide(new Command.End("", true, false), mine, now)), "end");
      must(over || may(person.decide(new Command.End("", true, true), mine, now)), "end later");
      must(
          over || rests || may(person.decide(new Command.Rest(OptionalLong.empty()), mine, now)),
          "rest");
      for (var wedge : view.topics()) {
        must(
            over
                || wedge.ring() == 0
                || may(person.decide(new Command.StepBack(wedge.topic(), 0), mine, now)),
            "step back");
      }
      for (Card card : view.table()) {
        if (card.state() == Card.State.DRAWN) {
          must(may(person.decide(new Command.Swap(card.exchange()), mine, now)), "pass");
        }
      }
      for (Card card : cards(view)) {
        boolean words = card.answers().mine().filter(answer -> !answer.withdrawn()).isPresent();
        must(
            !words
                || may(
                    person.decide(new Command.Withdraw(card.exchange(), Part.ANSWER), mine, now)),
            "take back");
      }
      Moment later = Moment.startOf(now.day() + world.pace.lapseDays() + 1);
      View then = person.view(mine, later);
      boolean free = then.draw() instanceof Verdict.Allowed;
      boolean still = !(then.together().standing() instanceof Standing.GoesOn);
      must(free || still, "draw again");
    }
  }

  private static boolean may(Decision decision) {
    return decision instanceof Decision.Accepted;
  }

  private static void must(boolean fine, String what) {
    if (!fine) {
      throw new AssertionError("somebody is trapped: cannot " + what);
    }
  }

  static List<Card> cards(View view) {
    List<Card> cards = new ArrayList<>(view.table());
    cards.addAll(view.story());
    return cards;
  }

  private static void same(Object zero, Object one, String what) {
    if (!zero.equals(one)) {
      throw new AssertionError("not the same " + what + ":\n" + zero + "\n" + one);
    }
  }
}
