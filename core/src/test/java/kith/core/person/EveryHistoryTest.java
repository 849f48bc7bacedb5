package kith.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import kith.core.bond.Verdict;
import kith.core.bond.Way;
import kith.core.deck.Deck;
import org.junit.jupiter.api.Test;

/// All histories of two people up to a depth: what the rules allow and what they do not, by either,
/// in every order. Each history is folded by two devices apart; a state seen before is looked at
/// once.
final class EveryHistoryTest {
  private static final int DEPTH = 5;
  private static final long FIRST_DAY = 20_000;
  private static final int LATE = 8;
  private static final ExchangeId A = new ExchangeId("AAAAAAAAAAAAAAAAAAAAAA");
  private static final ExchangeId B = new ExchangeId("BBBBBBBBBBBBBBBBBBBBBA");
  private static final ExchangeId FRESH = new ExchangeId("CCCCCCCCCCCCCCCCCCCCCA");
  private static final Prompt WORK = prompt(Topic.WORK, 1);
  private static final Deck DECK = new Deck(List.of(WORK));
  private static final Response HEARD = new Response(List.of(Way.HEARD), "");
  private static final Mine SEALED = new Mine(Set.of(A, B));

  /// Something that may come next; `what` is empty for an entry that cannot be read.
  private record Act(
      Optional<Seat> by, Optional<Event> what, Optional<ExchangeId> opens, int days) {
    Entry entry(long seq, long day) {
      if (opens.isPresent()) {
        return new Entry.Opening(seq, day, opens.get(), new Both<>(answer(seq), answer(-seq)));
      }
      return what.isPresent()
          ? new Entry.Written(seq, day, by.get(), Moment.START, List.of(what.get()))
          : new Entry.Unreadable(seq, day);
    }
  }

  private final List<Act> acts =
      List.of(
          act(Seat.ZERO, new Event.Drew(A, WORK)),
          act(Seat.ONE, new Event.Drew(A, WORK)),
          act(Seat.ONE, new Event.Drew(B, WORK)),
          act(Seat.ZERO, new Event.Drew(B, prompt(Topic.WORK, 2))),
          act(Seat.ONE, new Event.Drew(B, prompt(Topic.LOVE, 1))),
          act(Seat.ZERO, new Event.Swapped(A)),
          act(Seat.ONE, new Event.Swapped(A)),
          act(Seat.ZERO, new Event.Swapped(B)),
          act(Seat.ZERO, new Event.Responded(A, HEARD)),
          act(Seat.ONE, new Event.Responded(A, HEARD)),
          act(Seat.ONE, new Event.Responded(B, HEARD)),
          new Act(Optional.empty(), Optional.empty(), Optional.of(A), 0),
          new Act(Optional.empty(), Optional.empty(), Optional.of(B), 0),
          new Act(Optional.empty(), Optional.empty(), Optional.empty(), LATE));

  private final Set<Both<View>> seen = new HashSet<>();
  private int histories;

  @Test
  void every_short_history_keeps_the_promises() {
    follow(new ArrayList<>(), FIRST_DAY, new HashMap<>());
    System.out.printf(
        "every history: depth %d, %d acts, %,d histories, %d states%n",
        DEPTH, acts.size(), histories, seen.size());
    assertThat(histories).isEqualTo(579_195);
    assertThat(seen).hasSizeGreaterThan(100);
  }

  private void follow(List<Entry> entries, long day, Map<ExchangeId, Both<Answer>> before) {
    histories++;
    Both<Person> people = new Both<>(folded(Seat.ZERO, entries), folded(Seat.ONE, entries));
    Moment now = Moment.startOf(day);
    Both<View> views = views(people, Mine.NOTHING, now);
    Map<ExchangeId, Both<Answer>> opened = openedStaysAsItWas(views, before);
    if (seen.add(views)) {
      bothSeeTheSame(views);
      nothingIsReadBeforeItOpens(views, entries);
      nobodyIsTrapped(people, views, now);
      nothingPrivateShows(people, views, now);
    }
    if (entries.size() == DEPTH) {
      return;
    }
    for (Act act : acts) {
      long then = day + act.days();
      entries.add(act.entry(entries.size() + 1L, then));
      follow(entries, then, opened);
      entries.removeLast();
    }
  }

  private static void bothSeeTheSame(Both<View> views) {
    View zero = views.zero();
    View one = views.one();
    assertThat(ids(zero.table())).isEqualTo(ids(one.table()));
    assertThat(ids(zero.story())).isEqualTo(ids(one.story()));
    assertThat(zero.offers()).isEqualTo(one.offers());
    assertThat(zero.draw()).isEqualTo(one.draw());
    assertThat(zero.map()).isEqualTo(one.map());
    assertThat(zero.setAside()).isEqualTo(one.setAside());
    for (int i = 0; i < zero.table().size(); i++) {
      assertThat(zero.table().get(i).answers().mine())
          .isEqualTo(one.table().get(i).answers().theirs());
      assertThat(zero.table().get(i).responses().theirs())
          .isEqualTo(one.table().get(i).responses().mine());
    }
  }

  private static void nothingIsReadBeforeItOpens(Both<View> views, List<Entry> entries) {
    for (Card card : cards(views.zero())) {
      boolean opened =
          entries.stream()
              .anyMatch(
                  entry ->
                      entry instanceof Entry.Opening opening
                          && opening.exchange().equals(card.exchange()));
      boolean words = card.answers().mine().isPresent() || card.answers().theirs().isPresent();
      assertThat(words).isEqualTo(card.state() != Card.State.DRAWN);
      assertThat(opened || !words).isTrue();
    }
  }

  private static Map<ExchangeId, Both<Answer>> openedStaysAsItWas(
      Both<View> views, Map<ExchangeId, Both<Answer>> before) {
    Map<ExchangeId, Both<Answer>> opened = new HashMap<>();
    for (Card card : cards(views.zero())) {
      if (card.answers().mine().isPresent()) {
        opened.put(
            card.exchange(),
            new Both<>(card.answers().mine().get(), card.answers().theirs().get()));
      }
    }
    if (!opened.entrySet().containsAll(before.entrySet())) {
      throw new AssertionError("an opened exchange changed: " + before + " became " + opened);
    }
    return opened;
  }

  private static void nobodyIsTrapped(Both<Person> people, Both<View> views, Moment now) {
    for (Seat seat : Seat.values()) {
      Person person = people.of(seat);
      View view = views.of(seat);
      if (view.draw() instanceof Verdict.Allowed) {
        assertAccepted(person.decide(new Command.Draw(FRESH, WORK.id()), now), 1);
      }
      for (Card card : view.table()) {
        if (card.state() == Card.State.DRAWN) {
          assertAccepted(person.decide(new Command.Swap(card.exchange()), now), 1);
          assertAccepted(
              person.decide(new Command.Seal(card.exchange(), OptionalInt.of(1)), now), 0);
        } else if (card.responses().mine().isEmpty()) {
          assertAccepted(person.decide(new Command.Respond(card.exchange(), HEARD), now), 1);
        }
      }
      Moment later = Moment.startOf(now.day() + LATE);
      assertThat(person.view(Mine.NOTHING, later).draw()).isEqualTo(Verdict.ALLOWED);
    }
  }

  /// Sealing makes no event, so the other's device is handed nothing; and of my own view it changes
  /// one mark on my own card.
  private static void nothingPrivateShows(Both<Person> people, Both<View> views, Moment now) {
    View sealed = people.zero().view(SEALED, now);
    assertThat(people.one().view(Mine.NOTHING, now)).isEqualTo(views.one());
    assertThat(sealed.story()).isEqualTo(views.zero().story());
    assertThat(sealed.offers()).isEqualTo(views.zero().offers());
    assertThat(sealed.draw()).isEqualTo(views.zero().draw());
    assertThat(sealed.map()).isEqualTo(views.zero().map());
    assertThat(sealed.table())
        .allSatisfy(card -> assertThat(card.sealedByMe()).isTrue())
        .hasSameSizeAs(views.zero().table());
  }

  private static void assertAccepted(Decision decision, int events) {
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    assertThat(((Decision.Accepted) decision).events()).hasSize(events);
  }

  private static Both<View> views(Both<Person> people, Mine mine, Moment now) {
    return new Both<>(people.zero().view(mine, now), people.one().view(mine, now));
  }

  private static Person folded(Seat seat, List<Entry> entries) {
    Person person = new Person(seat, "seed", DECK);
    for (Entry entry : entries) {
      if (person.take(entry) instanceof Verdict.Refused refused) {
        throw new AssertionError(refused);
      }
    }
    return person;
  }

  private static List<Card> cards(View view) {
    List<Card> cards = new ArrayList<>(view.table());
    cards.addAll(view.story());
    return cards;
  }

  private static List<String> ids(List<Card> cards) {
    return cards.stream()
        .map(card -> card.exchange().text() + card.state() + card.day() + card.lastDay())
        .toList();
  }

  private static Act act(Seat by, Event event) {
    return new Act(Optional.of(by), Optional.of(event), Optional.empty(), 0);
  }

  private static Answer answer(long number) {
    return new Answer(Moment.START, Optional.of("words " + number));
  }

  private static Prompt prompt(Topic topic, int ring) {
    return new Prompt("deck", topic.word() + ring, topic, new Ring(ring), "en", "What?");
  }
}
