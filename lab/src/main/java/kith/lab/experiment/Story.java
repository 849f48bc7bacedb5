package kith.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import kith.core.bond.Answer;
import kith.core.bond.Apology;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.Matter;
import kith.core.bond.Prompt;
import kith.core.bond.Response;
import kith.core.bond.Seat;
import kith.core.deck.Deck;
import kith.core.json.Json;
import kith.core.json.JsonWriter;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Settings;
import kith.lab.people.Population;
import kith.lab.policy.Kith;

/// One simulated pair with Kith over a season: to be read, and as entries that the app takes. The
/// people are numbers; no words of theirs exist, so each answer says only how long it is.
public final class Story {
  private final List<String> lines = new ArrayList<>();
  private final List<Json> entries = new ArrayList<>();
  private final Dyad dyad;
  private final Cards cards;

  /// How often the two meet in the twelve weeks of a season.
  ///
  /// @param every a meeting each so many days; none: on workdays
  public record Rhythm(OptionalInt every) {
    private static final int DAYS = 84;
    private static final int WORKDAYS = 60;
    private static final int FRIDAY = 5;
    private static final int WEEKEND = 3;

    /// On workdays.
    public static final Rhythm ON_WORKDAYS = new Rhythm(OptionalInt.empty());

    private int meetings() {
      return every.isPresent() ? DAYS / every.getAsInt() : WORKDAYS;
    }

    /// The days after which the meeting of that number, from 0, takes place.
    private int days(int meeting) {
      return every.orElse(meeting % FRIDAY == FRIDAY - 1 ? WEEKEND : 1);
    }
  }

  /// Who they are: pair `seed` of a population.
  public record Pair(Population population, long seed) {}

  /// Lets a pair meet for a season.
  ///
  /// @param deck what stands on the cards
  public Story(Pair pair, Settings settings, Rhythm rhythm, Deck deck) {
    Population population = pair.population();
    long seed = pair.seed();
    cards = new Cards(deck);
    Dice own = Dice.seeded(seed);
    dyad = Dyad.of(population, settings, own);
    Kith kith = new Kith(dyad, settings, Set.of(), own.branch(7));
    kith.listen(this::hear);
    lines.add("Simulated: %s, pair %d. No real people.".formatted(population.title(), seed));
    state("At first");
    for (int i = 0; i < rhythm.meetings(); i++) {
      int days = rhythm.days(i);
      kith.meet(days);
      dyad.rest(days);
      if (i % 20 == 19) {
        state("After " + (i + 1) + " meetings");
      }
    }
  }

  private void state(String when) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: closeness %.1f and %.1f of 7, security %.1f and %.1f, deepest told %.2f and %.2f",
            when,
            dyad.person(0).closeness(),
            dyad.person(1).closeness(),
            dyad.person(0).security(),
            dyad.person(1).security(),
            dyad.person(0).deepest(),
            dyad.person(1).deepest()));
  }

  /// For readers.
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /// For the app: `{"v":1,"simulated":true,"made":"...","firstDay":20000,"entries":[...]}`, with
  /// an entry a line, each as docs/model.md has entries.
  ///
  /// @param made the command that makes it again
  public String json(String made) {
    String head =
        JsonWriter.write(
            Json.object()
                .with("v", 1)
                .with("simulated", true)
                .with("made", made)
                .with("firstDay", Kith.FIRST_DAY)
                .built());
    String lines = entries.stream().map(JsonWriter::write).collect(Collectors.joining(",\n"));
    return head.substring(0, head.length() - 1) + ",\"entries\":[\n" + lines + "\n]}";
  }

  private void hear(Entry entry) {
    Json.Building json = Json.object().with("seq", entry.seq()).with("day", entry.day());
    String told =
        switch (entry) {
          case Entry.Written written -> {
            json.with("by", written.by().number()).with("at", written.at().milliseconds());
            List<Json> events = new ArrayList<>();
            written.events().forEach(event -> events.add(json(event)));
            json.with("v", 1).with("events", new Json.Items(events));
            yield told(name(written.by()), written.events().getFirst());
          }
          case Entry.Opening opening -> {
            json.with("opened", json(opening));
            yield "both answers open";
          }
          case Entry.Binding binding -> {
            json.with("bound", Json.object().with("exchange", binding.exchange().text()).built());
            yield "";
          }
          case Entry.Agreed agreed -> {
            json.with("agreed", json(agreed));
            yield told(agreed.matter());
          }
          case Entry.Nothing nothing -> "";
          case Entry.Unreadable unreadable -> "";
        };
    entries.add(json.built());
    if (!told.isEmpty()) {
      lines.add("  day %d: %s".formatted(entry.day() - Kith.FIRST_DAY, told));
    }
  }

  private static String name(Seat seat) {
    return seat == Seat.ZERO ? "A" : "B";
  }

  private static String told(String who, Event event) {
    return switch (event) {
      case Event.Drew drew -> "%s draws a card, %s".formatted(who, cell(drew.prompt()));
      case Event.Offered offered ->
          "%s offers a first step, %s".formatted(who, cell(offered.prompt()));
      case Event.Swapped swapped -> "it is put back";
      case Event.SteppedBack back ->
          "%s is closed to ring %d".formatted(back.topic().word(), back.depth());
      case Event.Rested rested -> "the bond rests";
      case Event.Told told -> "%s tells of a misstep: %s".formatted(who, told.misstep().word());
      case Event.SaidBack said -> who + " says back what was heard";
      case Event.Owned owned -> who + " owns it";
      case Event.Responded responded -> "";
      default -> "";
    };
  }

  private static String cell(Prompt prompt) {
    return "%s, ring %d".formatted(prompt.topic().word(), prompt.ring().depth());
  }

  private static String told(Matter matter) {
    return switch (matter) {
      case Matter.Deeper deeper ->
          "both say yes: %s opens to ring %d"
              .formatted(deeper.topic().word(), deeper.ring().depth());
      case Matter.Mended() -> "both say that it is mended";
      case Matter.Tonight tonight -> "";
      case Matter.Resume() -> "both resume";
      case Matter.Evening() -> "";
    };
  }

  private static Json json(Entry.Opening opening) {
    Both<Answer> both = opening.answers();
    List<Json> answers = List.of(json(both.zero()), json(both.one()));
    return Json.object()
        .with("exchange", opening.exchange().text())
        .with("answers", new Json.Items(answers))
        .built();
  }

  private static Json json(Answer answer) {
    int length = answer.words().map(String::length).orElse(0);
    return Json.object()
        .with("at", answer.at().milliseconds())
        .with("words", "(a simulated answer of " + length + " characters)")
        .built();
  }

  private static Json json(Entry.Agreed agreed) {
    List<Json> yes = List.of(new Json.Truth(true), new Json.Truth(true));
    Json.Building json = Json.object();
    switch (agreed.matter()) {
      case Matter.Deeper deeper ->
          json.with("on", "deeper")
              .with("topic", deeper.topic().word())
              .with("ring", deeper.ring().depth());
      case Matter.Tonight tonight -> json.with("on", "tonight");
      case Matter.Resume() -> json.with("on", "resume");
      case Matter.Mended() -> json.with("on", "mended");
      case Matter.Evening() -> json.with("on", "evening");
    }
    return json.with("yes", new Json.Items(yes)).with("at", agreed.at().milliseconds()).built();
  }

  private Json json(Event event) {
    return switch (event) {
      case Event.Drew drew ->
          of("drawn", drew.exchange().text())
              .with("prompt", json(cards.next(drew.prompt()), drew.exchange().text()))
              .built();
      case Event.Offered offered ->
          of("offered", offered.exchange().text())
              .with("prompt", json(cards.next(offered.prompt()), offered.exchange().text()))
              .built();
      case Event.Swapped swapped -> of("swapped", swapped.exchange().text()).built();
      case Event.Responded responded -> responded(responded);
      case Event.SteppedBack back ->
          Json.object()
              .with("type", "stepped-back")
              .with("topic", back.topic().word())
              .with("ring", back.depth())
              .built();
      case Event.Rested rested -> {
        Json.Building json = Json.object().with("type", "rested");
        rested.until().ifPresent(day -> json.with("until", day));
        yield json.built();
      }
      case Event.Told told ->
          of("told", told.exchange().text())
              .with("misstep", told.misstep().word())
              .with("words", told.words())
              .built();
      case Event.SaidBack said ->
          of("said-back", said.exchange().text()).with("words", said.words()).built();
      case Event.Owned owned -> owned(owned.exchange().text(), owned.apology());
      default -> Json.object().with("type", "unknown").built();
    };
  }

  private static Json responded(Event.Responded responded) {
    Response response = responded.response();
    return of("responded", responded.exchange().text())
        .with("ways", Json.texts(response.ways().stream().map(way -> way.word()).toList()))
        .with("words", response.words())
        .built();
  }

  private static Json owned(String exchange, Apology apology) {
    return of("owned", exchange)
        .with("own", apology.own())
        .with("differently", apology.differently())
        .with("regret", apology.regret())
        .built();
  }

  private static Json.Building of(String type, String exchange) {
    return Json.object().with("type", type).with("exchange", exchange);
  }

  /// What somebody wrote themselves is named as its exchange.
  private static Json json(Prompt prompt, String exchange) {
    return Json.object()
        .with("deck", prompt.deck())
        .with("id", prompt.own() ? exchange : prompt.id())
        .with("topic", prompt.topic().word())
        .with("ring", prompt.ring().depth())
        .with("language", prompt.language())
        .with("text", prompt.text())
        .built();
  }
}
