package kith.core.promises;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.core.bond.Answer;
import kith.core.bond.Bond;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
import kith.core.bond.Matter;
import kith.core.bond.Seat;
import kith.core.bond.Standing;
import kith.core.bond.Topic;

/// Properties of each step of a fold, asked without the plain rules.
final class Steps {
  private Steps() {}

  /// Property 3, of every entry: a topic grows deeper only by what both said yes to, and never
  /// while something is to be mended or the bond rests.
  static void opensOnlyByBoth(World world) {
    Bond bond = new Bond(world.pace);
    for (Entry entry : world.log) {
      Map<Topic, Integer> before = rings(bond);
      boolean mending = !bond.openRepairs().isEmpty();
      boolean goesOn =
          bond.standing(entry.moment().orLater(bond.moment())) instanceof Standing.GoesOn;
      bond.take(entry);
      for (Topic topic : Topic.values()) {
        boolean grew = bond.openRing(topic) > Optional.ofNullable(before.get(topic)).orElse(0);
        if (grew && !(agreed(entry, topic) && goesOn && !mending)) {
          throw new AssertionError(topic + " grew deeper by " + entry);
        }
      }
    }
  }

  private static Map<Topic, Integer> rings(Bond bond) {
    Map<Topic, Integer> rings = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      rings.put(topic, bond.openRing(topic));
    }
    return rings;
  }

  private static boolean agreed(Entry entry, Topic topic) {
    if (!(entry instanceof Entry.Agreed agreed) || !agreed.yes().zero() || !agreed.yes().one()) {
      return false;
    }
    return switch (agreed.matter()) {
      case Matter.Deeper deeper -> deeper.topic() == topic;
      case Matter.Tonight tonight -> tonight.topic() == topic;
      case Matter.Resume resume -> false;
      case Matter.Mended mended -> false;
      case Matter.Evening evening -> false;
    };
  }

  /// Property 4, of every entry: answers appear by an opening alone, both at once, and stay as they
  /// are unless they are taken back.
  static void answersStay(World world) {
    Bond bond = new Bond(world.pace);
    Map<ExchangeId, Both<Answer>> first = new HashMap<>();
    for (Entry entry : world.log) {
      bond.take(entry);
      for (ExchangeId id : bond.heard()) {
        if (bond.exchange(id).orElseThrow() instanceof Exchange.Heard heard) {
          if (!first.containsKey(id)) {
            openedBy(entry, id, heard.answers());
            first.put(id, heard.answers());
          }
          unchanged(Optional.ofNullable(first.get(id)).orElseThrow(), heard.answers());
        }
      }
    }
  }

  private static void openedBy(Entry entry, ExchangeId id, Both<Answer> answers) {
    if (!(entry instanceof Entry.Opening opening)
        || !opening.exchange().equals(id)
        || !opening.answers().equals(answers)) {
      throw new AssertionError("answers of " + id + " came by " + entry);
    }
  }

  private static void unchanged(Both<Answer> before, Both<Answer> after) {
    for (Seat seat : List.of(Seat.ZERO, Seat.ONE)) {
      if (!after.of(seat).withdrawn() && !after.of(seat).equals(before.of(seat))) {
        throw new AssertionError("an answer changed: " + before + " " + after);
      }
    }
  }
}
