package kith.core.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kith.core.bond.Bond;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Prompt;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import org.junit.jupiter.api.Test;

final class OffersTest {
  private static final int TIMES = 3;
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
  void only_open_topics_and_rings_are_offered_and_nothing_twice_until_all_were_drawn() {
    Offers offers = new Offers(new Deck(prompts), "seed");
    Set<Prompt> drawn = new HashSet<>();
    int open = (Topic.values().length - 1) * TIMES;
    for (int i = 0; i < open; i++) {
      List<Prompt> offered = offers.of(bond);
      assertThat(offered).hasSize(Offers.HOW_MANY).doesNotHaveDuplicates();
      assertThat(drawn.add(offered.getFirst())).isTrue();
      drawAndSwap(offered.getFirst());
    }
    assertThat(drawn)
        .allSatisfy(prompt -> assertThat(prompt.ring().depth()).isEqualTo(1))
        .noneSatisfy(prompt -> assertThat(prompt.topic()).isEqualTo(Topic.LOVE));
    assertThat(drawn).contains(offers.of(bond).getFirst());
  }

  @Test
  void three_topics_are_offered_where_there_are_enough() {
    assertThat(new Offers(new Deck(prompts), "seed").of(bond))
        .extracting(Prompt::topic)
        .doesNotHaveDuplicates();
  }

  @Test
  void the_order_hangs_on_the_seed_and_not_on_the_order_of_the_file() {
    List<Prompt> offered = new Offers(new Deck(prompts), "seed").of(bond);
    assertThat(new Offers(new Deck(prompts.reversed()), "seed").of(bond)).isEqualTo(offered);
    assertThat(new Offers(new Deck(prompts), "other").of(bond)).isNotEqualTo(offered);
  }

  @Test
  void an_empty_deck_offers_nothing() {
    assertThat(new Offers(new Deck(List.of()), "seed").of(bond)).isEmpty();
  }

  private void drawAndSwap(Prompt prompt) {
    ExchangeId exchange = new ExchangeId("%021dA".formatted(seq));
    Event draw = new Event.Drew(exchange, prompt);
    Event swap = new Event.Swapped(exchange);
    seq++;
    bond.take(new Entry.Written(seq, 1, Seat.ZERO, Moment.START, List.of(draw, swap)));
    assertThat(bond.setAside()).isZero();
  }

  private static Prompt prompt(Topic topic, int ring, int number) {
    String id = topic.word() + "-" + ring + "-" + number;
    return new Prompt("deck", id, topic, new Ring(ring), "en", "What?");
  }
}
