package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;
import org.junit.jupiter.api.Test;

/// What the relay sees of votes: as much, as often and at the same gates, whatever one wants.
class VoteUploadsTest {

  /// Remembers what is asked of a relay, as far as it can be told from outside; dies of the
  /// answers to uploads while it is told to.
  private static final class Seen implements Network {
    private final MemoryRelay relay = new MemoryRelay();
    private final List<String> asked = new ArrayList<>();
    private final List<Kept> uploads = new ArrayList<>();
    private boolean dies;

    @Override
    public Reply send(Request request) throws Unreachable {
      Kept body = request.body() == null ? Kept.NOTHING : Kept.of(request.body());
      String kind = request.path().replaceAll("[A-Za-z0-9_-]{22}", "*");
      asked.add(request.method() + " " + kind + " " + body.written().length());
      Reply reply = relay.send(request);
      if (request.method().equals("PUT") && kind.endsWith("/votes")) {
        uploads.add(body);
        if (dies) {
          throw new Unreachable("lost");
        }
      }
      return reply;
    }

    private List<String> gates(int upload) {
      return uploads.get(upload).items("gates").stream()
          .map(gate -> Kept.of(gate).text("gate"))
          .toList();
    }
  }

  private static Kept vote(boolean yes) {
    return Kept.NOTHING
        .with("note", "vote")
        .with("matter", Kept.NOTHING.with("on", "resume"))
        .with("yes", new Json.Truth(yes));
  }

  private static Pair resting(Seen seen) throws Exception {
    Pair pair = Pair.met(seen, seen.relay);
    pair.anna.act(pair.annas, Kept.NOTHING.with("type", "rest"));
    pair.sync();
    return pair;
  }

  /// A life of three days in which one thing is noted and noted again.
  private static Seen life(boolean yes, boolean later) throws Exception {
    Seen seen = new Seen();
    Pair pair = resting(seen);
    seen.asked.clear();
    seen.uploads.clear();
    for (boolean says : List.of(yes, later)) {
      pair.anna.noted(pair.annas, vote(says));
      pair.anna.sync(pair.annas);
      seen.relay.tick();
      pair.anna.sync(pair.annas);
    }
    return seen;
  }

  @Test
  void whatever_one_wants_the_relay_is_asked_the_same_at_the_same_time() throws Exception {
    Seen never = life(false, false);
    assertThat(never.uploads).hasSize(4);
    assertThat(life(true, true).asked).isEqualTo(never.asked);
    assertThat(life(true, false).asked).isEqualTo(never.asked);
    assertThat(life(false, true).asked).isEqualTo(never.asked);
  }

  @Test
  void the_gates_of_an_upload_stay_the_same_when_a_yes_is_given_and_taken_back() throws Exception {
    Seen seen = life(true, false);
    assertThat(seen.uploads).hasSize(4);
    for (int upload = 1; upload < seen.uploads.size(); upload++) {
      assertThat(seen.gates(upload)).isEqualTo(seen.gates(0)).hasSize(12).doesNotHaveDuplicates();
    }
  }

  /// The counters for notes are used up, and the last yes was sent without an answer: it may
  /// stand there, so that taking it back goes out all the same.
  @Test
  void a_yes_whose_answer_was_lost_is_taken_back_even_with_the_last_counters() throws Exception {
    Seen seen = new Seen();
    Pair pair = resting(seen);
    while (seen.uploads.size() < 11) {
      pair.anna.noted(pair.annas, vote(false));
    }
    seen.dies = true;
    assertThatThrownBy(() -> pair.anna.noted(pair.annas, vote(true)))
        .isInstanceOf(Unreachable.class);
    seen.dies = false;
    int before = seen.uploads.size();
    pair.anna.noted(pair.annas, vote(false));
    assertThat(seen.uploads).hasSize(before + 1);
    pair.ben.noted(pair.bens, vote(true));
    seen.relay.tick();
    pair.sync();
    assertThat(pair.ben.view(pair.bens).inner("together").text("state")).isEqualTo("rests");
  }
}
