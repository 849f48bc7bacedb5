package kith.core.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import kith.core.bond.Topic;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import org.junit.jupiter.api.Test;

/// A partner whose software ignores every rule and every form, text by text. The honest side shows
/// nothing that its owner has not opened, is never stuck, and says how much was set aside; and the
/// two devices stay alike.
final class TamperedTest {
  private static final long SEED = Long.getLong("kith.seed", 20_260_601);
  private static final int RUNS = Boolean.getBoolean("kith.long") ? 2000 : 25;
  private static final int STEPS = 80;
  private static final int LONGEST = 1 << 22;
  private static final String SMUGGLED = "<smuggled>";
  private static final String DECK = Histories.deck("founding.en");

  private long tampered;
  private long aside;
  private long safe;

  @Test
  void a_tampered_partner_can_neither_show_nor_stop_nor_hide_anything() {
    long began = System.nanoTime();
    for (int run = 0; run < RUNS; run++) {
      new Run(SEED + run).play();
    }
    System.out.printf(
        "tampered partner, in text: %,d runs of %d steps, %,d hostile entries, %,d things set "
            + "aside, %,d safety acts accepted, seeds from %d, %,d ms%n",
        RUNS, STEPS, tampered, aside, safe, SEED, (System.nanoTime() - began) / 1_000_000);
    assertThat(aside).isGreaterThan(tampered / 2);
    assertThat(safe).isPositive();
  }

  private final class Run {
    private final String seed;
    private final SplittableRandom dice;
    private final Tamper tamper;
    private final Border honest = Border.open(0, Histories.SEED, DECK);
    private final Border other = Border.open(1, Histories.SEED, DECK);
    private final Set<String> sealed = new TreeSet<>();
    private long seq;
    private long day = 20_000;

    Run(long seed) {
      this.seed = "seed " + seed;
      this.dice = new SplittableRandom(seed);
      this.tamper = new Tamper(dice);
    }

    void play() {
      for (int step = 0; step < STEPS; step++) {
        day += dice.nextInt(5) == 0 ? dice.nextInt(1, 9) : 0;
        switch (dice.nextInt(6)) {
          case 0 -> draws();
          case 1 -> seals();
          case 2 -> opens();
          default -> tampers();
        }
        Reading view = view();
        showsNothingDeeper(view);
        isNeverStuck(view);
      }
      aside += view().whole("setAside", 0, Json.LARGEST_WHOLE);
    }

    private long now() {
      return day * Histories.A_DAY;
    }

    private String mine() {
      return "{\"v\":1,\"sealed\":["
          + String.join(",", sealed.stream().map(id -> "\"" + id + "\"").toList())
          + "]}";
    }

    private Reading view() {
      return Reading.of("view", JsonReader.read(honest.view(mine(), now()), LONGEST));
    }

    private long setAside() {
      return view().whole("setAside", 0, Json.LARGEST_WHOLE);
    }

    private void take(String entry) {
      assertThat(honest.take(entry)).as(seed + " " + entry).isEmpty();
      assertThat(other.take(entry)).as(seed + " " + entry).isEmpty();
      assertThat(setAside())
          .as(seed)
          .isEqualTo(
              Reading.of("view", JsonReader.read(other.view(mine(), now()), LONGEST))
                  .whole("setAside", 0, Json.LARGEST_WHOLE));
    }

    private void tampers() {
      long before = setAside();
      Tamper.Written written = tamper.entry(seq + 1, day);
      seq++;
      take(written.text());
      tampered++;
      assertThat(setAside() - before)
          .as(seed + " " + written.text())
          .isBetween((long) written.bad(), (long) written.events());
    }

    private void draws() {
      String id = "honest--------------%dA".formatted(dice.nextInt(10));
      String kind = dice.nextBoolean() ? "write" : "offer";
      String command =
          """
          {"type":"%s","exchange":"%s","topic":"work","ring":1,"language":"en","text":"What?"}"""
              .formatted(kind, id);
      act(command);
    }

    /// What the honest side decides goes in as its own entry.
    private void act(String command) {
      String decided = honest.decide(command, mine(), now());
      if (decided.startsWith("{\"accepted\":{\"events\":[{")) {
        String events = decided.substring("{\"accepted\":{\"events\":[".length());
        seq++;
        take(Histories.written(seq, day, 0, events.substring(0, events.length() - "]}}".length())));
      }
    }

    private void seals() {
      for (Json card : view().items("table")) {
        String id = Reading.of("card", card).text("exchange");
        String seal = "{\"type\":\"seal\",\"exchange\":\"" + id + "\",\"length\":5,\"since\":0}";
        if (honest.decide(seal, mine(), now()).startsWith("{\"accepted\"")) {
          sealed.add(id);
        }
      }
    }

    /// The relay opens what both have sealed; the tampered side sends words along whoever tells.
    private void opens() {
      for (String id : List.copyOf(sealed)) {
        seq++;
        take(
            """
            {"seq":%d,"day":%d,"opened":{"exchange":"%s","answers":[{"at":%d,"words":"mine"},\
            {"at":%d,"words":"%s"}]}}"""
                .formatted(seq, day, id, now(), now(), SMUGGLED));
        sealed.remove(id);
      }
    }

    /// Nothing was ever agreed, so nothing beyond ring 1 is open, and love is closed.
    private void showsNothingDeeper(Reading view) {
      String text = honest.view(mine(), now());
      for (Topic topic : Topic.values()) {
        int open = topic == Topic.LOVE ? 0 : 1;
        for (int ring = open + 1; ring <= 4; ring++) {
          assertThat(text).as(seed).doesNotContain(Tamper.marked("drawn", topic, ring));
          assertThat(text).as(seed).doesNotContain(Tamper.marked("asked", topic, ring));
          boolean step = ring == open + 1 && open > 0;
          assertThat(step || !text.contains(Tamper.marked("offered", topic, ring))).isTrue();
        }
      }
      for (Json one : cards(view)) {
        Reading card = Reading.of("card", one);
        boolean told = card.truth("toldByThem");
        assertThat(told || !card.value("theirs").toString().contains(SMUGGLED)).as(seed).isTrue();
        boolean drawn = card.text("state").equals("drawn");
        assertThat(!drawn || card.value("theirs") instanceof Json.Null).as(seed).isTrue();
      }
    }

    private List<Json> cards(Reading view) {
      List<Json> cards = new ArrayList<>(view.items("table"));
      cards.addAll(view.items("story"));
      return cards;
    }

    private void isNeverStuck(Reading view) {
      String state = view.fields("together").text("state");
      boolean over = !state.equals("goes-on") && !state.equals("rests");
      if (!over) {
        accepted("{\"type\":\"end\",\"note\":\"\",\"takeBack\":true,\"later\":false}");
        accepted("{\"type\":\"end\",\"note\":\"\",\"takeBack\":true,\"later\":true}");
        for (Json one : view.items("topics")) {
          Reading topic = Reading.of("topic", one);
          if (topic.whole("ring", 0, 4) > 0) {
            accepted(
                "{\"type\":\"step-back\",\"topic\":\"%s\",\"ring\":0}"
                    .formatted(topic.text("topic")));
          }
        }
      }
      if (state.equals("goes-on")) {
        accepted("{\"type\":\"rest\"}");
      }
      for (Json one : cards(view)) {
        Reading card = Reading.of("card", one);
        String id = "\"exchange\":\"" + card.text("exchange") + "\"";
        if (card.text("state").equals("drawn")) {
          accepted("{\"type\":\"swap\"," + id + "}");
        } else if (card.value("mine").toString().contains("value=mine")) {
          accepted("{\"type\":\"withdraw\",\"part\":\"answer\"," + id + "}");
        }
      }
    }

    private void accepted(String command) {
      assertThat(honest.decide(command, mine(), now()))
          .as(seed + " " + command)
          .startsWith("{\"accepted\"");
      safe++;
    }
  }
}
