package kith.core.promises;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import kith.core.bond.ExchangeId;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.deck.Wish;
import kith.core.deck.Wishes;
import kith.core.person.Card;
import kith.core.person.Mine;

/// What a person notes, checks, marks, keeps and wishes on their own, by dice. They have another
/// bond too, and wishes that bear on it alone.
final class PrivateLife {
  private static final String THIS_BOND = "00";
  private static final String OTHER_BOND = "11";
  private static final Topic[] TOPICS = Topic.values();

  private final World world;
  private final Seat seat;
  private final SplittableRandom dice;
  private final List<Wish> wishes = new ArrayList<>();

  PrivateLife(World world, Seat seat, SplittableRandom dice) {
    this.world = world;
    this.seat = seat;
    this.dice = dice;
  }

  /// One private thing more.
  void goOn() {
    Mine kept = world.kept(seat);
    List<Mine.Note> notes = new ArrayList<>(kept.notes());
    List<Mine.Check> checks = new ArrayList<>(kept.checks());
    List<Mine.Safety> safety = new ArrayList<>(kept.safety());
    List<Mine.Kept> drawer = new ArrayList<>(kept.drawer());
    Set<ExchangeId> marks = new HashSet<>(kept.marks());
    Set<ExchangeId> thrown = new HashSet<>(kept.thrown());
    long today = world.now(seat).day();
    switch (dice.nextInt(7)) {
      case 0 -> some().forEach(id -> notes.add(note(id)));
      case 1 -> checks.add(new Mine.Check(today, points(), points()));
      case 2 -> safety.add(new Mine.Safety(today, dice.nextBoolean()));
      case 3 -> drawer.add(item(drawer.size()));
      case 4 -> marks.addAll(some());
      case 5 -> world.view(seat).own().held().forEach(one -> thrown.add(one.held().exchange()));
      default -> wishes.add(wish());
    }
    Set<String> unwished = new Wishes(wishes).unwished(THIS_BOND, today);
    world.keep(
        seat,
        new Mine(
            kept.sealed(),
            kept.votes(),
            notes,
            checks,
            safety,
            drawer,
            marks,
            unwished,
            thrown,
            OptionalInt.empty()));
  }

  private List<ExchangeId> some() {
    List<Card> cards = Promises.cards(world.view(seat));
    return cards.isEmpty() ? List.of() : List.of(cards.get(dice.nextInt(cards.size())).exchange());
  }

  private int points() {
    return dice.nextInt(1, 8);
  }

  private OptionalInt skippable() {
    return dice.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(points());
  }

  private Mine.Note note(ExchangeId id) {
    return new Mine.Note(id, skippable(), skippable(), skippable(), skippable());
  }

  private Mine.Kept item(int number) {
    Topic topic = TOPICS[dice.nextInt(TOPICS.length)];
    return new Mine.Kept(
        "kept by " + seat + " " + number, topic, new Ring(dice.nextInt(1, Ring.INNERMOST + 1)));
  }

  private Wish wish() {
    return switch (dice.nextInt(5)) {
      case 0 -> new Wish.Favourite("own/own");
      case 1 -> new Wish.NotNow("own/own", world.now(seat).day() + dice.nextInt(9));
      case 2 -> new Wish.NotWithYou("own/own", THIS_BOND);
      case 3 -> new Wish.NotWithYou("own/own", OTHER_BOND);
      default -> new Wish.NotEver("own/own");
    };
  }
}
