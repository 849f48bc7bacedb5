package kith.core.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kith.core.bond.Answer;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Moment;
import kith.core.bond.Prompt;
import kith.core.bond.Response;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.bond.Way;
import kith.core.deck.Deck;
import kith.core.person.Mine;
import kith.core.person.Person;

/// A long history of whole exchanges, four entries each: drawn, opened, and a response of each.
final class Told {
  private static final long DAY = 20_000;

  /// Whole exchanges that fit into a day of talk.
  private static final int A_DAY = 12;

  private Told() {}

  static List<Entry> entries(int many) {
    List<Entry> entries = new ArrayList<>();
    while (entries.size() < many) {
      exchange(entries);
    }
    return entries.subList(0, many);
  }

  private static void exchange(List<Entry> into) {
    int number = into.size() / 4;
    long day = DAY + number / A_DAY;
    ExchangeId id = new ExchangeId("%021dA".formatted(number));
    Prompt prompt = new Prompt("own", "own", Topic.WORK, new Ring(1), "en", "What?");
    Moment at = Moment.startOf(day);
    Answer answer = new Answer(at, Optional.of("A few words."));
    Response heard = new Response(List.of(Way.HEARD), "");
    into.add(written(into, day, Seat.ZERO, new Event.Drew(id, prompt)));
    into.add(new Entry.Opening(into.size() + 1L, day, id, new Both<>(answer, answer)));
    into.add(written(into, day, Seat.ZERO, new Event.Responded(id, heard)));
    into.add(written(into, day, Seat.ONE, new Event.Responded(id, heard)));
  }

  private static Entry written(List<Entry> before, long day, Seat by, Event event) {
    return new Entry.Written(before.size() + 1L, day, by, Moment.startOf(day), List.of(event));
  }

  static Person folded(List<Entry> entries) {
    Person person = new Person(Seat.ZERO, "seed", new Deck(List.of()));
    entries.forEach(person::take);
    return person;
  }

  static Moment now(List<Entry> entries) {
    return entries.getLast().moment();
  }

  /// The last page of the story, as the app asks for it.
  static Mine page() {
    return new Mine(
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        OptionalInt.of(20));
  }
}
