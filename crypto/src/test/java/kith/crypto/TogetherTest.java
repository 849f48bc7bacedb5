package kith.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kith.crypto.Rotations.Made;
import kith.crypto.Votes.Question;
import kith.crypto.Votes.Upload;
import org.junit.jupiter.api.Test;

/// Votes, epochs, taking back and the chain of a bond, with real randomness.
class TogetherTest {

  private static final Suite SUITE = Suite.KITH1;
  private static final Question QUESTION = new Question(6, "deeper/feelings/2", 20_300);
  private static final Votes VOTES = new Votes(SUITE);

  private static Bond bond() {
    return new Bond(SUITE.newId(), List.of(SUITE.newSecret()));
  }

  private static Identity person() {
    AccountKeys keys = AccountKeys.derive(Account.create());
    return new Identity(keys, Statement.make(keys, 1_750_000_000_000L));
  }

  private static Bytes tag(Bytes tags, int at) {
    return Bytes.of(Arrays.copyOfRange(tags.toArray(), at * 32, (at + 1) * 32));
  }

  @Test
  void tags_match_at_the_two_counters_if_both_say_yes_and_only_then() {
    Bond bond = bond();
    for (int zero = 1; zero <= Votes.COUNTERS; zero++) {
      for (int one = 1; one <= Votes.COUNTERS; one++) {
        Bytes first = VOTES.yes(bond, QUESTION, new Upload(Seat.INVITER, zero));
        Bytes second = VOTES.yes(bond, QUESTION, new Upload(Seat.JOINER, one));
        assertThat(tag(first, one - 1)).isEqualTo(tag(second, zero - 1));
        assertThat(tag(first, one - 1)).isNotEqualTo(tag(VOTES.notYet(), zero - 1));
      }
    }
    Question deeper = new Question(6, "deeper/feelings/3", 20_300);
    Bytes first = VOTES.yes(bond, QUESTION, new Upload(Seat.INVITER, 1));
    Bytes other = VOTES.yes(bond, deeper, new Upload(Seat.JOINER, 1));
    assertThat(tag(first, 0)).isNotEqualTo(tag(other, 0));
  }

  @Test
  void whatever_one_wants_an_upload_has_one_shape_and_no_tag_ever_repeats() {
    Bond bond = bond();
    Set<Bytes> seen = new HashSet<>();
    for (long tick = 20_300; tick < 20_330; tick++) {
      for (int counter = 1; counter <= Votes.COUNTERS; counter++) {
        boolean yes = (tick + counter) % 3 == 0;
        Question question = new Question(6, "deeper/feelings/2", tick);
        Bytes tags =
            yes ? VOTES.yes(bond, question, new Upload(Seat.INVITER, counter)) : VOTES.notYet();
        Bytes box = yes ? VOTES.seal(bond, question, Seat.INVITER, "{}") : VOTES.blank(bond);
        assertThat(List.of(tags.length(), box.length())).containsExactly(512, 1024);
        assertThat(Arrays.copyOf(box.toArray(), 5)).containsExactly(1, 0, 0, 0, 0);
        IntStream.range(0, Votes.COUNTERS)
            .forEach(at -> assertThat(seen.add(tag(tags, at))).as("a tag repeats").isTrue());
      }
    }
  }

  @Test
  void a_question_has_the_same_gate_for_both_and_another_after_each_agreement() {
    Bond bond = bond();
    Set<Bytes> gates = new HashSet<>();
    for (int slot = 0; slot < Votes.SLOTS; slot++) {
      for (long agreed = 0; agreed < 5; agreed++) {
        assertThat(gates.add(VOTES.gate(bond, slot, "", agreed))).isTrue();
        assertThat(gates.add(VOTES.gate(bond, slot, "resume", agreed))).isTrue();
        assertThat(gates.add(VOTES.gate(bond, slot, "resume", agreed))).isFalse();
      }
    }
  }

  @Test
  void an_echoed_tag_is_no_yes_of_the_others() {
    Bond bond = bond();
    Bytes mine = VOTES.seal(bond, QUESTION, Seat.INVITER, "{}");
    assertThatThrownBy(() -> VOTES.open(bond, QUESTION, Seat.JOINER, mine))
        .isInstanceOf(Rejected.class);
    Bytes blank = VOTES.blank(bond);
    assertThatThrownBy(() -> VOTES.open(bond, QUESTION, Seat.JOINER, blank))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void a_new_epoch_reaches_the_partner_and_nobody_who_only_knows_the_old_key() throws Rejected {
    Bond bond = bond();
    Identity one = person();
    Identity other = person();
    Rotations rotations = new Rotations(SUITE);
    Made made = rotations.make(bond, one, other.statement());
    Bond theirs = rotations.open(bond, other, one.statement(), made.rotation());
    assertThat(theirs).isEqualTo(made.bond());
    assertThatThrownBy(() -> rotations.open(bond, person(), one.statement(), made.rotation()))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void of_two_rotations_to_one_epoch_only_the_first_is_taken() throws Rejected {
    Bond bond = bond();
    Identity one = person();
    Identity other = person();
    Rotations rotations = new Rotations(SUITE);
    Made first = rotations.make(bond, one, other.statement());
    Made second = rotations.make(bond, one, other.statement());
    Bond after = rotations.open(bond, other, one.statement(), first.rotation());
    assertThatThrownBy(() -> rotations.open(after, other, one.statement(), second.rotation()))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void an_answer_sealed_anew_opens_for_both_and_not_with_the_old_key() throws Rejected {
    Bond bond = bond();
    Secret amk = SUITE.newSecret();
    Prompt prompt = new Prompt("founding", "x", "en", "What was good about today?");
    Answers.From from = new Answers.From(new Card(SUITE.newId(), 3, prompt), Seat.INVITER);
    Answers answers = new Answers();
    SealedAnswer answer = answers.seal(bond, amk, new Answers.Draft(from, 1, "words"));
    Bond next = new Bond(bond.id(), List.of(bond.keys().getFirst(), SUITE.newSecret()));
    Bytes key = answers.rewrap(next, from, answer);
    SealedAnswer anew = new SealedAnswer(answer.fields(), answer.body(), key);
    assertThat(answers.openOwn(next, amk, from, anew)).isEqualTo(new OwnAnswer("words", true));
    assertThatThrownBy(() -> answers.open(bond, from, anew)).isInstanceOf(Rejected.class);
  }

  /// D27: all that the partner and the relay hold before the second gate opens nothing.
  @Test
  void before_the_release_nothing_that_was_handed_over_opens_an_answer_in_two_steps() {
    Bond bond = bond();
    Prompt prompt = new Prompt("founding", "x", "en", "What was good about today?");
    Answers.From from = new Answers.From(new Card(SUITE.newId(), 3, prompt), Seat.INVITER);
    Answers answers = new Answers();
    SealedAnswer answer =
        answers.seal(bond, SUITE.newSecret(), new Answers.Draft(from, 1, "words"));
    Bytes placeholder = answers.placeholder(bond);
    assertThat(placeholder.length()).isEqualTo(answer.key().length());
    assertThat(Arrays.copyOf(placeholder.toArray(), 5))
        .isEqualTo(Arrays.copyOf(answer.key().toArray(), 5));
    SealedAnswer handed = new SealedAnswer(answer.fields(), answer.body(), placeholder);
    assertThatThrownBy(() -> answers.open(bond, from, handed)).isInstanceOf(Rejected.class);
  }

  @Test
  void a_history_that_differs_anywhere_has_another_head_and_other_words() {
    Bond bond = bond();
    List<Transcript> histories = new ArrayList<>();
    Bytes one = SUITE.newId();
    Bytes other = SUITE.newId();
    Bytes box = Bytes.of(SUITE.random(1024));
    Bytes next = Bytes.of(SUITE.random(1024));
    Transcript start = Transcript.start(bond.id());
    histories.add(start.appended(1, Seat.INVITER, one, box).appended(1, Seat.JOINER, other, next));
    histories.add(start.appended(1, Seat.JOINER, other, next).appended(1, Seat.INVITER, one, box));
    histories.add(start.appended(1, Seat.JOINER, one, box).appended(1, Seat.JOINER, other, next));
    histories.add(start.appended(2, Seat.INVITER, one, box).appended(1, Seat.JOINER, other, next));
    histories.add(start.appended(1, Seat.INVITER, one, box).joint(1, other, box, next));
    histories.add(start.appended(1, Seat.INVITER, one, box).joint(1, other, next, box));
    histories.add(start.appended(1, Seat.INVITER, one, box));
    assertThat(new HashSet<>(histories)).hasSize(histories.size());
    assertThat(histories.stream().map(each -> each.words(bond)).distinct()).hasSize(7);
    assertThat(histories.getFirst().words(bond())).isNotEqualTo(histories.getFirst().words(bond));
  }

  @Test
  void a_mark_is_the_writers_alone() {
    Bond bond = bond();
    Events.Place place = new Events.Place(SUITE.newId(), Seat.INVITER);
    Marks mine = new Marks(bond, SUITE.newSecret());
    Marks theirs = new Marks(bond, SUITE.newSecret());
    String text = "{\"v\":1}";
    assertThat(mine.verifies(place, mine.sign(place, text))).isTrue();
    assertThat(mine.verifies(place, theirs.sign(place, text))).isFalse();
  }
}
