package kith.lab.policy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import kith.core.bond.Answer;
import kith.core.bond.Bond;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Matter;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Prompt;
import kith.core.bond.Response;
import kith.core.bond.Ring;
import kith.core.bond.Rules;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.bond.Verdict;
import kith.core.bond.Way;
import kith.core.deck.Deck;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import kith.core.person.Person;

/// A bond of Kith as the lab runs it: the core's own rules decide and fold, and this stands for the
/// relay, which orders entries and opens both answers together. Both people look at one fold; that
/// two folds agree is shown by the core's own tests.
final class Table {
  private static final long A_DAY = 86_400_000;
  private static final long NOON = A_DAY / 2;
  private static final long A_WHILE = 6 * 60_000;
  private static final String FILLING = "x".repeat(4000);
  private static final int LEAST_WORDS = 20;
  private static final Deck NO_DECK = new Deck(List.of());
  private static final Response HEARD = new Response(List.of(Way.HEARD), "");
  private static final List<Topic> TOPICS = List.of(Topic.values());
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final Prompt[][] PROMPTS = prompts();

  private final Bond bond;
  private final Person[] people;
  private final Consumer<Entry> heard;
  private long day;
  private long seq;
  private int names;

  /// @param heard is told every entry
  Table(Pace pace, Consumer<Entry> heard) {
    this.heard = heard;
    bond = new Bond(pace);
    people =
        new Person[] {
          new Person(Seat.ZERO, "lab", NO_DECK, bond), new Person(Seat.ONE, "lab", NO_DECK, bond)
        };
  }

  private static Prompt[][] prompts() {
    Prompt[][] prompts = new Prompt[TOPICS.size()][Ring.INNERMOST + 1];
    for (int topic = 0; topic < TOPICS.size(); topic++) {
      for (int ring = 1; ring <= Ring.INNERMOST; ring++) {
        prompts[topic][ring] =
            new Prompt(
                Prompt.OWN, "lab", TOPICS.get(topic), new Ring(ring), "en", "something of mine");
      }
    }
    return prompts;
  }

  void on(long today) {
    day = today;
  }

  long day() {
    return day;
  }

  Bond bond() {
    return bond;
  }

  private Moment now() {
    return new Moment(day * A_DAY + NOON);
  }

  private static Seat seat(int person) {
    return person == 0 ? Seat.ZERO : Seat.ONE;
  }

  int open(int topic) {
    return bond.openRing(TOPICS.get(topic), now());
  }

  boolean goesOn() {
    return new Rules(bond, now()).goesOn() instanceof Verdict.Allowed;
  }

  private ExchangeId fresh() {
    int number = names++;
    StringBuilder name = new StringBuilder("AAAAAAAAAAAAAAAAAA");
    name.append(DIGITS.charAt(number >> 12 & 63));
    name.append(DIGITS.charAt(number >> 6 & 63));
    return new ExchangeId(name.append(DIGITS.charAt(number & 63)).append('A').toString());
  }

  /// Lays a card; nothing if the rules refuse it.
  Optional<ExchangeId> draw(int person, int topic, int ring) {
    ExchangeId id = fresh();
    boolean laid = act(person, new Command.Write(id, PROMPTS[topic][ring]), Mine.NOTHING);
    return laid ? Optional.of(id) : Optional.empty();
  }

  /// Offers a first step; nothing if the rules or one's own guards refuse it.
  Optional<ExchangeId> offer(int person, int topic, int ring) {
    ExchangeId id = fresh();
    Command offer = new Command.Offer(id, PROMPTS[topic][ring], Optional.empty());
    return act(person, offer, Mine.NOTHING) ? Optional.of(id) : Optional.empty();
  }

  /// What both sealed opens.
  boolean open(ExchangeId id, int ring, double[] words) {
    for (int person = 0; person < 2; person++) {
      long since = now().milliseconds() - A_WHILE;
      Command seal = new Command.Seal(id, OptionalInt.empty(), OptionalLong.of(since));
      if (people[person].decide(seal, Mine.NOTHING, now()) instanceof Decision.Refused) {
        return false;
      }
    }
    if (ring > 2) {
      append(new Entry.Binding(seq + 1, day, id));
    }
    Answer zero = new Answer(now(), Optional.of(words(words[0])));
    Answer one = new Answer(now(), Optional.of(words(words[1])));
    append(new Entry.Opening(seq + 1, day, id, new Both<>(zero, one)));
    return true;
  }

  private static String words(double hundreds) {
    int length = LEAST_WORDS + (int) (hundreds * 500);
    return FILLING.substring(0, Math.min(length, FILLING.length()));
  }

  void putBack(int person, ExchangeId id) {
    act(person, new Command.Swap(id), Mine.NOTHING);
  }

  void respond(int person, ExchangeId id) {
    act(person, new Command.Respond(id, HEARD), Mine.NOTHING);
  }

  boolean act(int person, Command command, Mine mine) {
    return switch (people[person].decide(command, mine, now())) {
      case Decision.Accepted(List<Event> events, List<Event> later) -> {
        if (!events.isEmpty()) {
          append(new Entry.Written(seq + 1, day, seat(person), now(), events));
        }
        yield true;
      }
      case Decision.Refused refused -> false;
    };
  }

  /// What would open next in `topic`, if the shared rules allow it now.
  Optional<Matter> deeper(int topic) {
    int next = open(topic) + 1;
    if (next > Ring.INNERMOST) {
      return Optional.empty();
    }
    Matter matter = new Matter.Deeper(TOPICS.get(topic), new Ring(next));
    return may(matter) ? Optional.of(matter) : Optional.empty();
  }

  /// Whether the shared rules let both agree on that now.
  boolean may(Matter matter) {
    return new Rules(bond, now()).agree(matter) instanceof Verdict.Allowed;
  }

  void agree(Matter matter) {
    append(new Entry.Agreed(seq + 1, day, matter, new Both<>(true, true), now()));
  }

  void stepBack(int person, int topic, int ring) {
    act(person, new Command.StepBack(TOPICS.get(topic), ring), Mine.NOTHING);
  }

  void rest(int person, long until) {
    act(person, new Command.Rest(OptionalLong.of(until)), Mine.NOTHING);
  }

  boolean strained(int person, Mine mine) {
    return people[person].view(mine, now()).own().lighter();
  }

  private void append(Entry entry) {
    seq++;
    bond.take(entry);
    heard.accept(entry);
  }
}
