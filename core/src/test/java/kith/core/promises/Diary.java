package kith.core.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kith.core.bond.Answer;
import kith.core.bond.Bond;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Matter;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Prompt;
import kith.core.bond.Response;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Shape;
import kith.core.bond.Topic;
import kith.core.bond.Way;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import kith.core.person.Person;
import kith.core.person.View;

/// A bond told entry by entry, and the person at seat 0 who looks at it.
final class Diary {
  static final long NOON = 12 * 3_600_000;
  private static final long A_DAY = 86_400_000;

  /// Every ring opens when both say so; the guards are the usual ones.
  static final Pace FREE =
      new Pace(
          new Pace.Table(7, 30, 0, 99, 6, 3),
          new Pace.Deeper(0, 0, 0, 0, 0, 0, 0, 0, 0),
          Pace.WEEKS.guard(),
          new Ring(1));

  final Bond bond;
  final Person zero;
  long day = World.FIRST_DAY;
  final List<Entry> told = new ArrayList<>();
  private final List<ExchangeId> names = new ArrayList<>();
  private long seq;

  Diary(Pace pace) {
    this(new Bond(pace));
  }

  Diary(Bond bond) {
    this.bond = bond;
    this.zero = new Person(Seat.ZERO, "seed", World.DECK, bond);
  }

  Moment now() {
    return new Moment(day * A_DAY + NOON);
  }

  void take(Entry entry) {
    told.add(entry);
    Faults.mustTake(zero::take, entry);
  }

  long next() {
    return ++seq;
  }

  void write(Seat by, Event event) {
    take(new Entry.Written(next(), day, by, now(), List.of(event)));
  }

  static Prompt prompt(Topic topic, int ring) {
    return new Prompt("own", "own", topic, new Ring(ring), "en", "What?");
  }

  ExchangeId laid(Kind kind, Seat by, Topic topic, int ring) {
    ExchangeId id = new ExchangeId("%021dA".formatted(names.size()));
    names.add(id);
    switch (kind) {
      case SEALED -> write(by, new Event.Drew(id, prompt(topic, ring)));
      case FIRST_STEP -> write(by, new Event.Offered(id, prompt(topic, ring), Optional.empty()));
      case ASK -> write(by, new Event.Asked(id, prompt(topic, ring)));
    }
    return id;
  }

  void open(ExchangeId id, int ring, String zero, String one) {
    if (ring >= Shape.HELD_FROM) {
      take(new Entry.Binding(next(), day, id));
    }
    Answer first = new Answer(now(), Optional.of(zero));
    Answer second = new Answer(now(), Optional.of(one));
    take(new Entry.Opening(next(), day, id, new Both<>(first, second)));
  }

  void respond(Seat by, ExchangeId id) {
    write(by, new Event.Responded(id, new Response(List.of(Way.HEARD), "")));
  }

  ExchangeId settled(Kind kind, Seat by, Topic topic, int ring) {
    ExchangeId id = laid(kind, by, topic, ring);
    open(id, ring, "words", "words");
    respond(Seat.ZERO, id);
    respond(Seat.ONE, id);
    return id;
  }

  void agree(Matter matter) {
    take(new Entry.Agreed(next(), day, matter, new Both<>(true, true), now()));
  }

  void deepen(Topic topic, int ring) {
    for (int depth = bond.openRing(topic) + 1; depth <= ring; depth++) {
      agree(new Matter.Deeper(topic, new Ring(depth)));
    }
  }

  Decision decide(Command command) {
    return zero.decide(command, Mine.NOTHING, now());
  }

  View view(Mine mine) {
    return zero.view(mine, now());
  }

  Mine mine(List<Mine.Note> notes, List<Mine.Check> checks, List<Mine.Safety> safety) {
    return new Mine(
        Set.of(),
        List.of(),
        notes,
        checks,
        safety,
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        OptionalInt.empty());
  }

  Mine.Check check(int comfort, int free) {
    return new Mine.Check(day, comfort, free);
  }

  static Mine.Note note(ExchangeId id, int landed, int brushed) {
    OptionalInt points = OptionalInt.of(landed);
    return new Mine.Note(id, points, points, points, OptionalInt.of(brushed));
  }
}
