package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kith.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people hold exchanges together, with the Java client on both sides.
class JourneyTest {

  private static Kept response(String exchange) {
    return Kept.NOTHING
        .with("type", "respond")
        .with("exchange", exchange)
        .with("ways", List.of(new Json.Text("heard")))
        .with("words", "thank you");
  }

  @Test
  void two_people_meet_answer_open_together_and_respond() throws Exception {
    Pair pair = Pair.met(new MemoryRelay());
    Kith.Standing anna = pair.anna.standing(pair.annas);
    Kith.Standing ben = pair.ben.standing(pair.bens);
    assertThat(List.of(anna.stage(), ben.stage())).containsOnly("joined");
    assertThat(anna.spokenCheck()).isEqualTo(ben.spokenCheck()).isPresent();
    assertThat(anna.theirName()).contains("Ben");
    String exchange = pair.draw();
    pair.anna.seal(pair.annas, exchange, "what Anna says");
    pair.ben.sync(pair.bens);
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEmpty();
    pair.open(exchange);
    assertThat(Pair.theirs(pair.anna, pair.annas, exchange)).isEqualTo("what Ben says");
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEqualTo("what Anna says");
    pair.anna.act(pair.annas, response(exchange));
    pair.ben.sync(pair.bens);
    pair.ben.act(pair.bens, response(exchange));
    pair.sync();
    Kept card = Pair.card(pair.anna, pair.annas, exchange).orElseThrow();
    assertThat(card.text("state")).isEqualTo("settled");
    assertThat(pair.anna.words(pair.annas)).isEqualTo(pair.ben.words(pair.bens)).isPresent();
    assertThat(pair.anna.safetyNumber(pair.annas)).isEqualTo(pair.ben.safetyNumber(pair.bens));
    assertThat(pair.alarm(pair.anna)).isEmpty();
    assertThat(pair.alarm(pair.ben)).isEmpty();
  }

  @Test
  void a_link_of_somebody_whom_one_has_left_says_so_and_left_alone_it_is_unused() throws Exception {
    Pair pair = Pair.met(new MemoryRelay());
    String other = pair.anna.start("Anna again");
    String link = "x" + pair.anna.link(other).orElseThrow();
    assertThat(pair.ben.lookAt(link).before()).isEmpty();
    pair.ben.act(
        pair.bens,
        Kept.NOTHING.with("type", "end").with("note", "").with("takeBack", new Json.Truth(false)));
    pair.sync();
    assertThat(pair.ben.lookAt(link).before()).contains("Anna");
    pair.anna.sync(other);
    assertThat(pair.anna.standing(other).stage()).isEqualTo("inviting");
    assertThat("x" + pair.anna.link(other).orElseThrow()).isEqualTo(link);
  }

  private static String inRingThree(Pair pair) throws Exception {
    String exchange = pair.anna.newExchange();
    Kept write =
        Kept.NOTHING
            .with("type", "write")
            .with("exchange", exchange)
            .with("topic", "everyday")
            .with("ring", 1)
            .with("language", "en")
            .with("text", "What did you not say today?");
    pair.anna.act(pair.annas, write);
    pair.ben.sync(pair.bens);
    return exchange;
  }

  @Test
  void a_prompt_of_ones_own_is_answered_like_any_other() throws Exception {
    Pair pair = Pair.met(new MemoryRelay());
    String exchange = inRingThree(pair);
    pair.open(exchange);
    assertThat(Pair.theirs(pair.anna, pair.annas, exchange)).isEqualTo("what Ben says");
  }

  @Test
  void what_was_taken_back_before_opening_is_never_seen() throws Exception {
    Pair pair = Pair.met(new MemoryRelay());
    String exchange = pair.draw();
    pair.anna.seal(pair.annas, exchange, "too much");
    pair.anna.takeBack(pair.annas, exchange);
    assertThat(pair.anna.sealed(pair.annas, exchange)).isEmpty();
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    pair.sync();
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEmpty();
    pair.anna.seal(pair.annas, exchange, "what Anna says");
    pair.sync();
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEqualTo("what Anna says");
    assertThat(pair.alarm(pair.anna)).isEmpty();
  }

  @Test
  void what_the_core_refuses_is_told_by_its_name_and_changes_nothing() throws Exception {
    Pair pair = Pair.met(new MemoryRelay());
    pair.draw();
    long read = pair.anna.standing(pair.annas).read();
    assertThatThrownBy(pair::draw)
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo("card-on-table"));
    assertThat(pair.anna.standing(pair.annas).read()).isEqualTo(read);
  }

  @Test
  void a_device_goes_on_from_its_folder_where_it_was(@TempDir Path folder) throws Exception {
    MemoryRelay relay = new MemoryRelay();
    Kith first = Kith.open(Pair.world(relay), new FolderStore(folder));
    String local = first.start("Anna B.");
    Kith ben = Kith.open(Pair.world(relay), new Pair.MemoryStore());
    ben.join(ben.lookAt("x" + first.link(local).orElseThrow()), "Ben A.");
    Kith again = Kith.open(Pair.world(relay), new FolderStore(folder));
    assertThat(again.bonds()).containsExactly(local);
    again.sync(local);
    assertThat(again.standing(local).stage()).isEqualTo("asked");
    for (String name : new FolderStore(folder).names()) {
      byte[] content = new FolderStore(folder).read(name).orElseThrow();
      String text = new String(content, java.nio.charset.StandardCharsets.UTF_8);
      assertThat(text).doesNotContain("Anna B.", "Ben A.");
    }
  }

  @Test
  void an_own_link_a_used_link_and_a_broken_link_are_told_apart() throws Exception {
    MemoryRelay relay = new MemoryRelay();
    Pair pair = new Pair(relay, relay);
    pair.annas = pair.anna.start("Anna");
    String link = "https://kith.example" + pair.anna.link(pair.annas).orElseThrow();
    refused(() -> pair.anna.lookAt(link), "link-own");
    refused(() -> pair.ben.lookAt(link.substring(0, link.length() - 1)), "link-broken");
    Kith.Invited invited = pair.ben.lookAt(link);
    assertThat(invited.name()).isEqualTo("Anna");
    pair.ben.join(invited, "Ben");
    refused(() -> pair.ben.lookAt(link), "joined-already");
    Kith other = Kith.open(Pair.world(relay), new Pair.MemoryStore());
    refused(() -> other.lookAt(link), "link-used");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String reason) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.reason()).isEqualTo(reason));
  }

  @Test
  void a_relay_out_of_reach_loses_nothing_and_a_lost_reply_repeats_nothing() throws Exception {
    MemoryRelay relay = new MemoryRelay();
    Flaky flaky = new Flaky(relay);
    Pair pair = Pair.met(flaky, relay);
    flaky.losesReplies = true;
    String exchange = pair.anna.newExchange();
    Kept offer = Kept.of(pair.anna.view(pair.annas).items("offers").getFirst());
    Kept draw =
        Kept.NOTHING
            .with("type", "draw")
            .with("exchange", exchange)
            .with("prompt", offer.text("id"));
    assertThatThrownBy(() -> pair.anna.act(pair.annas, draw)).isInstanceOf(Unreachable.class);
    assertThat(pair.anna.standing(pair.annas).waiting()).isTrue();
    flaky.losesReplies = false;
    pair.sync();
    assertThat(pair.anna.standing(pair.annas).waiting()).isFalse();
    assertThat(pair.anna.standing(pair.annas).read()).isEqualTo(1);
    assertThat(Pair.card(pair.ben, pair.bens, exchange)).isPresent();
  }

  /// Carries requests and loses the answers.
  private static final class Flaky implements Network {
    private final Network inner;
    private boolean losesReplies;

    Flaky(Network inner) {
      this.inner = inner;
    }

    @Override
    public Reply send(Request request) throws Unreachable {
      Reply reply = inner.send(request);
      if (losesReplies) {
        throw new Unreachable("lost");
      }
      return reply;
    }
  }
}
