package kith.core.border;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.Moment;
import kith.core.bond.Reason;
import kith.core.bond.Seat;
import kith.core.bond.Verdict;
import kith.core.deck.Deck;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;
import kith.core.json.MalformedText;
import kith.core.person.Decision;
import kith.core.person.Mine;
import kith.core.person.Person;
import kith.core.person.Softer;

/// The core, text in and text out: the same for JavaScript and the JVM.
///
/// Nothing is thrown. What cannot be done comes back as
/// `{"error":{"reason":"malformed","detail":"entry.day is missing"}}` (reason: a name of `Reason`;
/// detail: for the maker of the text, never quoting it), and has changed nothing.
public final class Border {
  /// Sixteen bytes, the bond's id, in hex.
  private static final int SEED_LENGTH = 32;

  private final Optional<Person> person;
  private final String problem;

  private Border(Optional<Person> person, String problem) {
    this.person = person;
    this.problem = problem;
  }

  /// Opens a bond that has no entries yet, for the person at `seat` (0 or 1).
  ///
  /// @param seed the bond's id in lower-case hex, the same for both
  /// @param deck the text of a deck or of several, as [DeckText] says
  public static Border open(int seat, String seed, String deck) {
    return open(seat, seed, () -> DeckText.read(deck));
  }

  /// The same for a caller who has read the deck already.
  public static Border open(int seat, String seed, Json deck) {
    return open(seat, seed, () -> DeckText.of(deck));
  }

  private static Border open(int seat, String seed, Supplier<Deck> deck) {
    try {
      Person person = new Person(seat(seat), seed(seed), deck.get());
      return new Border(Optional.of(person), "");
    } catch (MalformedText malformed) {
      return new Border(Optional.empty(), error(Reason.MALFORMED, malformed.what()));
    }
  }

  private static Seat seat(int seat) {
    return switch (seat) {
      case 0 -> Seat.ZERO;
      case 1 -> Seat.ONE;
      default -> throw new MalformedText("seat is not 0 or 1");
    };
  }

  private static String seed(String seed) {
    boolean hex = seed.length() == SEED_LENGTH;
    for (int i = 0; i < seed.length(); i++) {
      hex &= "0123456789abcdef".indexOf(seed.charAt(i)) >= 0;
    }
    if (!hex) {
      throw new MalformedText("seed is not 16 bytes in lower-case hex");
    }
    return seed;
  }

  /// Nothing (""), or why the bond could not be opened; then everything else answers the same.
  public String problem() {
    return problem;
  }

  /// Nothing (""), or why what an author wrote is not to be read, as [AuthorText] says. To be asked
  /// of every text out of a box before any of it is used.
  public static String authored(String text) {
    try {
      AuthorText.read(text);
      return "";
    } catch (MalformedText malformed) {
      return error(Reason.MALFORMED, malformed.what());
    }
  }

  /// Takes the bond's next entry: "" if taken, else an error.
  public String take(String entry) {
    return answer(open -> taken(open, EntryText.read(entry)));
  }

  /// The same for a caller who has read the entry already.
  public String take(Json entry) {
    return answer(open -> taken(open, EntryText.of(entry)));
  }

  private static String taken(Person open, Entry entry) {
    return switch (open.take(entry)) {
      case Verdict.Allowed() -> "";
      case Verdict.Refused(Reason reason) -> error(reason, "entry.seq is not the next");
    };
  }

  /// What this person sees.
  ///
  /// @param mine their private state, as [MineText] says
  /// @param now their own clock, in milliseconds since 1970 UTC; best held within the relay's day
  public String view(String mine, long now) {
    return answer(open -> JsonWriter.write(seen(open, MineText.read(mine), now)));
  }

  /// The same for a caller who has values already, in the place of texts.
  public Json view(Json mine, long now) {
    try {
      return person
          .map(open -> seen(open, MineText.of(mine), now))
          .orElseGet(() -> JsonReader.read(problem, problem.length()));
    } catch (MalformedText malformed) {
      return problem(Reason.MALFORMED, malformed.what());
    }
  }

  private static Json seen(Person open, Mine mine, long now) {
    return ViewText.write(open.view(mine, new Moment(now)));
  }

  /// Whether this person may do it: `{"accepted":{"events":[...]}}`, with `"later":[...]` for what
  /// the relay keeps until a day, or `{"refused":"reason"}`, with `"softer":[...]` where there is a
  /// softer way.
  public String decide(String command, String mine, long now) {
    return answer(
        open -> {
          Mine own = MineText.read(mine);
          return JsonWriter.write(
              written(open.decide(CommandText.read(command), own, new Moment(now))));
        });
  }

  private String answer(Function<Person, String> question) {
    try {
      return person.map(question).orElse(problem);
    } catch (MalformedText malformed) {
      return error(Reason.MALFORMED, malformed.what());
    }
  }

  private static Json written(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted(accepted);
      case Decision.Refused(Reason reason) -> refused(reason);
    };
  }

  private static Json refused(Reason reason) {
    Json.Building refused = Json.object().with("refused", reason.word());
    List<String> softer = new ArrayList<>();
    for (Softer way : Softer.around(reason)) {
      softer.add(way.word());
    }
    return (softer.isEmpty() ? refused : refused.with("softer", Json.texts(softer))).built();
  }

  private static Json accepted(Decision.Accepted accepted) {
    Json.Building list = Json.object().with("events", written(accepted.events()));
    if (!accepted.later().isEmpty()) {
      list.with("later", written(accepted.later()));
    }
    return Json.object().with("accepted", list.built()).built();
  }

  private static Json written(List<Event> events) {
    List<Json> written = new ArrayList<>();
    for (Event event : events) {
      written.add(EventText.write(event));
    }
    return new Json.Items(written);
  }

  static String error(Reason reason, String detail) {
    return JsonWriter.write(problem(reason, detail));
  }

  private static Json problem(Reason reason, String detail) {
    Json error = Json.object().with("reason", reason.word()).with("detail", detail).built();
    return Json.object().with("error", error).built();
  }
}
