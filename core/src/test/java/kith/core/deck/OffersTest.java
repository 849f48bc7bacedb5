package kith.core.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kith.core.bond.Answer;
import kith.core.bond.Bond;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Prompt;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.person.Mine;
import kith.core.person.Person;
import org.junit.jupiter.api.Test;

final class OffersTest {
  private static final int TIMES = 3;
  private static final int SEEDS = 40;
  private final List<Prompt> prompts = new ArrayList<>();
  private final Bond bond = new Bond(Pace.WEEKS);
  private long seq;

  OffersTest() {
    for (Topic topic : Topic.values()) {
      for (int i = 0; i < TIMES; i++) {
        prompts.add(prompt(topic, 1, i));
      }
      prompts.add(prompt(topic, 2, 0));
    }
  }

  @Test
  void whoever_has_looked_is_offered_others_after_the_next_entry() {
    Deck deck = new Deck(prompts);
    Person person = new Person(Seat.ZERO, "seed", deck, bond);
    List<Offer> before = person.view(Mine.NOTHING, Moment.START).offers();
    drawAndSwap(before.getFirst().prompt());
    assertThat(person.view(Mine.NOTHING, Moment.START).offers())
        .isEqualTo(new Offers(deck, "seed").of(bond))
        .isNotEqualTo(before);
  }

  @Test
  void only_open_topics_and_rings_are_offered_and_nothing_twice_until_all_were_drawn() {
    Offers offers = new Offers(new Deck(prompts), "seed");
    Set<Prompt> drawn = new HashSet<>();
    int open = (Topic.values().length - 1) * TIMES;
    for (int i = 0; i < open; i++) {
      List<Offer> offered = offers.of(bond);
      assertThat(offered).hasSize(Offers.HOW_MANY).doesNotHaveDuplicates();
      assertThat(offered.getFirst().again()).isFalse();
      assertThat(drawn.add(offered.getFirst().prompt())).isTrue();
      drawAndSwap(offered.getFirst().prompt());
    }
    assertThat(drawn)
        .allSatisfy(prompt -> assertThat(prompt.ring().depth()).isEqualTo(1))
        .noneSatisfy(prompt -> assertThat(prompt.topic()).isEqualTo(Topic.LOVE));
    assertThat(drawn).contains(offers.of(bond).getFirst().prompt());
    assertThat(offers.of(bond)).allMatch(Offer::again);
  }

  @Test
  void three_topics_are_offered_where_there_are_enough() {
    assertThat(new Offers(new Deck(prompts), "seed").of(bond))
        .extracting(offer -> offer.prompt().topic())
        .doesNotHaveDuplicates();
  }

  @Test
  void the_order_hangs_on_the_seed_and_not_on_the_order_of_the_file() {
    List<Offer> offered = new Offers(new Deck(prompts), "seed").of(bond);
    assertThat(new Offers(new Deck(prompts.reversed()), "seed").of(bond)).isEqualTo(offered);
    assertThat(new Offers(new Deck(prompts), "other").of(bond)).isNotEqualTo(offered);
  }

  @Test
  void an_empty_deck_offers_nothing() {
    assertThat(new Offers(new Deck(List.of()), "seed").of(bond)).isEmpty();
  }

  @Test
  void every_topic_has_its_turn_before_one_comes_round_again() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Bond one = new Bond(Pace.WEEKS);
      Offers offers = new Offers(new Deck(prompts), "seed-" + seed);
      Map<Topic, Integer> drawn = none();
      for (int i = 0; i < 2 * drawn.size(); i++) {
        Prompt next = offers.of(one).getFirst().prompt();
        drawAndSwap(one, next, i);
        drawn.merge(next.topic(), 1, Integer::sum);
        assertThat(drawn.values()).allMatch(times -> times <= 1 + Collections.min(drawn.values()));
      }
    }
  }

  @Test
  void whatever_was_chosen_before_the_topic_drawn_least_is_among_the_three() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Bond one = new Bond(Pace.WEEKS);
      Offers offers = new Offers(new Deck(prompts), "seed-" + seed);
      Random choice = new Random(seed);
      Map<Topic, Integer> drawn = none();
      for (int i = 0; i < drawn.size(); i++) {
        List<Offer> offered = offers.of(one);
        int least = Collections.min(drawn.values());
        assertThat(offered).anyMatch(each -> drawn.getOrDefault(each.prompt().topic(), 0) == least);
        Prompt next = offered.get(choice.nextInt(offered.size())).prompt();
        drawAndSwap(one, next, i);
        drawn.merge(next.topic(), 1, Integer::sum);
      }
    }
  }

  /// Love is closed until both open it.
  private static Map<Topic, Integer> none() {
    Map<Topic, Integer> none = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      none.put(topic, 0);
    }
    none.remove(Topic.LOVE);
    return none;
  }

  @Test
  void two_devices_that_took_the_same_entries_offer_the_same_whatever_else_they_asked() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random choice = new Random(seed);
      Bond one = new Bond(Pace.WEEKS);
      Bond other = new Bond(Pace.WEEKS);
      Offers first = new Offers(mixed(), "seed-" + seed);
      Offers second = new Offers(Deck.of(mixed().all().reversed()), "seed-" + seed);
      for (int i = 0; i < TIMES * TIMES; i++) {
        List<Offer> offered = first.of(one);
        assertThat(second.of(other)).isEqualTo(offered).isEqualTo(second.of(other));
        Prompt next = offered.get(choice.nextInt(offered.size())).prompt();
        boolean heard = choice.nextBoolean();
        play(one, next, i, heard);
        play(other, next, i, heard);
      }
    }
  }

  @Test
  void no_kind_but_questions_stands_twice_among_three_or_comes_back_too_soon() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Bond one = new Bond(Pace.WEEKS);
      Offers offers = new Offers(mixed(), "seed-" + seed);
      List<PromptKind> heard = new ArrayList<>();
      Random choice = new Random(seed);
      for (int i = 0; i < TIMES * Offers.BETWEEN_ONE_KIND; i++) {
        List<Offer> offered = offers.of(one);
        List<PromptKind> special =
            offered.stream().map(Offer::kind).filter(OffersTest::spaced).toList();
        List<PromptKind> lately =
            heard.subList(Math.max(0, heard.size() - Offers.BETWEEN_ONE_KIND), heard.size());
        assertThat(special).doesNotHaveDuplicates().noneMatch(lately::contains);
        Offer next = offered.get(choice.nextInt(offered.size()));
        heard.add(next.kind());
        play(one, next.prompt(), i, true);
      }
      assertThat(heard).as("they do come").anyMatch(OffersTest::spaced);
    }
  }

  private static boolean spaced(PromptKind kind) {
    return kind != PromptKind.QUESTION;
  }

  @Test
  void what_is_drawn_again_after_all_were_drawn_says_so() {
    Offers offers = new Offers(new Deck(prompts.subList(0, 1)), "seed");
    assertThat(offers.of(bond)).extracting(Offer::again).containsExactly(false);
    drawAndSwap(prompts.getFirst());
    assertThat(offers.of(bond)).extracting(Offer::again).containsExactly(true);
  }

  /// Five questions to every other kind, as in the founding deck.
  private static Deck mixed() {
    List<Listed> all = new ArrayList<>();
    PromptKind[] kinds = PromptKind.values();
    for (Topic topic : Topic.values()) {
      for (int i = 0; i < 2 * kinds.length; i++) {
        PromptKind kind = i < kinds.length ? kinds[i] : PromptKind.QUESTION;
        all.add(new Listed(prompt(topic, 1, i), kind, Suits.ANY, List.of()));
      }
    }
    return Deck.of(all);
  }

  private void drawAndSwap(Prompt prompt) {
    drawAndSwap(bond, prompt, (int) seq);
    seq++;
  }

  private static void drawAndSwap(Bond bond, Prompt prompt, int turn) {
    ExchangeId exchange = new ExchangeId("%021dA".formatted(turn));
    Event draw = new Event.Drew(exchange, prompt);
    Event swap = new Event.Swapped(exchange);
    bond.take(new Entry.Written(turn + 1, 1, Seat.ZERO, Moment.START, List.of(draw, swap)));
    assertThat(bond.setAside()).isZero();
  }

  /// Draws, then opens it, or puts it back; two entries a turn.
  private static void play(Bond bond, Prompt prompt, int turn, boolean heard) {
    ExchangeId exchange = new ExchangeId("%021dA".formatted(turn));
    Event draw = new Event.Drew(exchange, prompt);
    bond.take(new Entry.Written(2L * turn + 1, 1, Seat.ZERO, Moment.START, List.of(draw)));
    Answer answer = new Answer(Moment.START, Optional.of("words"));
    bond.take(
        heard
            ? new Entry.Opening(2L * turn + 2, 1, exchange, new Both<>(answer, answer))
            : new Entry.Written(
                2L * turn + 2, 1, Seat.ONE, Moment.START, List.of(new Event.Swapped(exchange))));
    assertThat(bond.setAside()).isZero();
  }

  private static Prompt prompt(Topic topic, int ring, int number) {
    String id = topic.word() + "-" + ring + "-" + number;
    return new Prompt("deck", id, topic, new Ring(ring), "en", "What?");
  }
}
