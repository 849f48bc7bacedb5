package kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kith.core.json.Json;
import org.junit.jupiter.api.Test;

/// D19: the sizes of all that two people send say nothing of what they wrote or wanted.
class SizesTest {
  /// Padded sizes of what holds words, or a few words; the others have one size each.
  private static final Map<String, Set<Integer>> SIZES =
      Map.ofEntries(
          Map.entry("body", Set.of(1024, 4096, 16384, 65536)),
          Map.entry("bond", Set.of(16)),
          Map.entry("box", Set.of(1024)),
          Map.entry("event", Set.of(1024, 4096)),
          Map.entry("gate", Set.of(16)),
          Map.entry("handle", Set.of(16)),
          Map.entry("key", Set.of(65)),
          Map.entry("seat", Set.of(32)),
          Map.entry("tags", Set.of(512)),
          Map.entry("tombstone", Set.of(1024)));

  /// Not padded: as long as the name in them, which is chosen once, before there are any words.
  private static final Set<String> OF_AN_INVITATION = Set.of("offer", "accept", "confirm");

  /// All that is asked, and how long each question and answer is.
  private static final class Seen implements Network {
    private final MemoryRelay relay = new MemoryRelay();
    private final List<String> lengths = new ArrayList<>();
    private final Map<String, Set<Integer>> boxes = new TreeMap<>();

    @Override
    public Reply send(Request request) throws Unreachable {
      String kind = request.path().replaceAll("[A-Za-z0-9_-]{22}", "*");
      Reply reply = relay.send(request);
      if (request.body() != null) {
        look("", request.body());
      }
      lengths.add(
          "%s %s %d %d %d"
              .formatted(
                  request.method(),
                  kind,
                  length(request.body()),
                  reply.status(),
                  length(reply.body())));
      return reply;
    }

    private static int length(@org.jspecify.annotations.Nullable Json body) {
      return body instanceof Json.Fields fields ? new Kept(fields).written().length() : 0;
    }

    private void look(String name, Json value) {
      switch (value) {
        case Json.Fields fields -> fields.values().forEach(this::look);
        case Json.Items items -> items.values().forEach(item -> look(name, item));
        case Json.Text(String text) ->
            boxes
                .computeIfAbsent(name, _ -> new TreeSet<>())
                .add(Base64.getUrlDecoder().decode(text).length);
        case Json.Null _, Json.Truth _, Json.Whole _, Json.Other _, Json.TooDeep _ -> {}
      }
    }
  }

  /// What one of them says and wants in a life of a few days.
  private record Life(String answer, String response, boolean yes) {
    Seen lived() throws Exception {
      Seen seen = new Seen();
      Pair pair = Pair.met(seen);
      String exchange = pair.draw();
      pair.anna.seal(pair.annas, exchange, answer);
      pair.ben.seal(pair.bens, exchange, "what Ben says");
      pair.sync();
      respond(pair, exchange);
      pair.sync();
      pair.anna.act(pair.annas, Kept.NOTHING.with("type", "rest"));
      pair.sync();
      pair.anna.noted(pair.annas, vote());
      seen.relay.tick();
      pair.sync();
      assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEqualTo(answer);
      return seen;
    }

    private void respond(Pair pair, String exchange) throws Exception {
      pair.anna.act(
          pair.annas,
          Kept.NOTHING
              .with("type", "respond")
              .with("exchange", exchange)
              .with("ways", List.of(new Json.Text("heard")))
              .with("words", response));
    }

    private Kept vote() {
      return Kept.NOTHING
          .with("note", "vote")
          .with("matter", Kept.NOTHING.with("on", "resume"))
          .with("yes", new Json.Truth(yes));
    }
  }

  private static final Life SHORT = new Life("no", "ok", false);

  @Test
  void few_words_and_many_a_yes_and_none_are_asked_and_answered_in_the_same_lengths()
      throws Exception {
    List<String> lengths = SHORT.lived().lengths;
    assertThat(lengths).hasSizeGreaterThan(20);
    String many = "I was nine, and the house was quiet. ".repeat(10);
    assertThat(new Life(many, "ok", false).lived().lengths).isEqualTo(lengths);
    assertThat(new Life("no", "heard every word, äöü", false).lived().lengths).isEqualTo(lengths);
    assertThat(new Life("no", "ok", true).lived().lengths).isEqualTo(lengths);
  }

  @Test
  void whatever_is_sent_has_one_of_the_sizes_of_its_kind() throws Exception {
    for (int length : List.of(1, 1_000, 3_900)) {
      Map<String, Set<Integer>> sent =
          new Life("w".repeat(length), "and thank you", true).lived().boxes;
      assertThat(sent).containsKeys("event", "body", "key", "tags", "box");
      sent.keySet().removeAll(OF_AN_INVITATION);
      sent.forEach(
          (name, sizes) ->
              assertThat(sizes).as(name).isSubsetOf(SIZES.getOrDefault(name, Set.of())));
    }
  }
}
