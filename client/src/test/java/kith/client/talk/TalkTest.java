package kith.client.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kith.client.Kith;
import kith.client.MemoryRelay;
import kith.client.Network;
import kith.client.Pair;
import kith.client.Unreachable;
import org.junit.jupiter.api.Test;

/// Two people at two terminals, each typing what the screen tells them that they may type.
class TalkTest {

  private static final String SERVER = "https://kith.example";

  private final MemoryRelay relay = new MemoryRelay();
  private final Person anna = new Person();
  private final Person ben = new Person();

  /// Types lines, then leaves; remembers what was shown.
  private final class Person implements Console {
    private final Pair.MemoryStore store = new Pair.MemoryStore();
    private Kith kith = Kith.open(Pair.world(relay), store);
    private final Deque<String> typing = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private String begun = "";

    @Override
    public void say(String line) {
      shown.add(line);
    }

    @Override
    public Optional<String> ask(String prompt) {
      return Optional.ofNullable(typing.poll());
    }

    @Override
    public Optional<String> ask(String prompt, String standing) {
      begun = standing.isEmpty() ? begun : standing;
      return ask(prompt);
    }

    String types(String... lines) {
      shown.clear();
      typing.addAll(List.of(lines));
      talk(kith, this, store);
      // The next program start opens what the store then has.
      kith = Kith.open(Pair.world(relay), store);
      return String.join("\n", shown);
    }
  }

  private void talk(Kith kith, Console console, Pair.MemoryStore store) {
    new Talk(kith, console, SERVER, new ArrivalTalk(Pair.world(relay), store)).home();
  }

  private static String line(String shown, String holding) {
    return shown
        .lines()
        .filter(line -> line.contains(holding))
        .findFirst()
        .map(String::strip)
        .orElseThrow(() -> new AssertionError("not shown: " + holding + "\n" + shown));
  }

  private void meet() {
    String link = line(anna.types("start", "Anna"), SERVER + "/j#1.");
    assertThat(ben.types("join", link, "Ben")).contains("Anna invites you");
    assertThat(anna.types("1")).contains("calls themselves Ben");
    assertThat(anna.types("1", "yes")).contains("twelve digits");
  }

  @Test
  void two_people_hold_an_exchange_from_the_first_link_to_the_response() {
    meet();
    String digits = line(anna.types("1"), "[same]");
    assertThat(line(ben.types("1"), "[same]")).isEqualTo(digits);
    assertThat(anna.types("1", "same")).contains("[draw]");
    anna.types("1", "draw", "1");
    assertThat(ben.types("1")).contains("On the table").contains("[answer]");
    assertThat(anna.types("1", "answer", "what Anna says", "")).contains("Sealed.");
    assertThat(ben.types("1")).doesNotContain("what Anna says");
    String opened = ben.types("1", "answer", "what Ben says", "");
    assertThat(opened).contains("They: what Anna says").contains("You: what Ben says");
    anna.types("1", "respond", "1", "dear Ben", "");
    assertThat(ben.types("1", "respond", "2", "")).contains("I hear you. dear Ben");
    assertThat(ben.types("1", "story")).contains("They: what Anna says");
    assertThat(ben.types("1", "map")).contains("everyday");
  }

  @Test
  void that_the_server_is_out_of_reach_is_said_once_and_to_whoever_asks() {
    meet();
    anna.kith = Kith.open(Pair.world(AWAY), anna.store);
    assertThat(timesAway(anna.types("1", "map", "story"))).isEqualTo(1);
    anna.kith = Kith.open(Pair.world(AWAY), anna.store);
    assertThat(timesAway(anna.types("1", "", "map", ""))).isEqualTo(3);
  }

  private static final Network AWAY =
      request -> {
        throw new Unreachable("nobody there");
      };

  private static long timesAway(String shown) {
    return shown.lines().filter(Words.OUT_OF_REACH::equals).count();
  }

  @Test
  void both_read_the_same_four_words() {
    meet();
    anna.types("1", "draw", "1");
    String words = line(anna.types("1", "words"), "After 1 entries");
    assertThat(line(ben.types("1", "words"), "After 1 entries")).isEqualTo(words);
  }

  @Test
  void taking_back_changing_and_resting_are_one_word_each() {
    meet();
    anna.types("1", "draw", "1");
    assertThat(anna.types("1", "answer", "too much", "")).contains("You have sealed: too much");
    assertThat(anna.types("1", "take")).doesNotContain("You have sealed: too much\n  [answer] it");
    assertThat(anna.types("1")).doesNotContain("too much");
    assertThat(anna.types("1", "rest", "yes")).contains("The bond rests.");
    assertThat(ben.types("1")).contains("The bond rests.");
  }

  @Test
  void a_link_is_taken_back_and_somebody_who_is_not_meant_is_not_let_in() {
    String first = line(anna.types("start", "Anna"), SERVER + "/j#1.");
    assertThat(anna.types("1", "cancel")).contains("has ended without a bond");
    assertThat(ben.types("join", first, "Ben")).doesNotContain("You are in as soon");
    String second = line(anna.types("start", "Anna"), SERVER + "/j#1.");
    assertThat(ben.types("join", second, "Somebody")).contains("You are in as soon");
    assertThat(anna.types("2")).contains("calls themselves Somebody");
    assertThat(anna.types("2", "no")).contains("has ended without a bond");
    assertThat(ben.types("1")).contains("has ended without a bond");
  }

  @Test
  void a_bond_that_is_begun_is_not_undone_by_no_or_cancel() {
    meet();
    assertThat(anna.types("1", "no", "cancel")).doesNotContain("has ended without a bond");
    assertThat(ben.types("1")).contains("The table is free.");
  }

  private void exchange() {
    anna.types("1", "draw", "1");
    anna.types("1", "answer", "what Anna says", "");
    ben.types("1", "answer", "what Ben says", "");
    anna.types("1");
  }

  @Test
  void words_are_withdrawn_and_a_bond_is_ended_with_a_few_words() {
    meet();
    exchange();
    assertThat(anna.types("1", "withdraw", "1", "1")).contains("You: (taken back)");
    assertThat(ben.types("1")).contains("They: (taken back)").doesNotContain("what Anna says");
    String ended = ben.types("1", "end", "", "", "yes", "be well");
    assertThat(ended).contains("need no reason").contains("The bond has ended.");
    assertThat(anna.types("1")).contains("The bond has ended.").contains("They said: be well");
  }

  @Test
  void an_end_that_was_not_meant_ends_nothing() {
    meet();
    assertThat(anna.types("1", "end", "", "", "")).doesNotContain("The bond has ended.");
    assertThat(ben.types("1")).contains("The table is free.");
  }

  @Test
  void something_amiss_is_told_heard_and_owned() {
    meet();
    exchange();
    anna.types("1", "amiss", "1", "3", "yes", "that hurt", "");
    assertThat(ben.types("1")).contains("it felt like being judged").contains("that hurt");
    ben.types("1", "hear", "you felt judged", "");
    ben.types("1", "own", "I was quick", "I wait", "");
    assertThat(anna.types("1")).contains("Heard as: you felt judged").contains("I was quick");
  }

  @Test
  void an_evening_begins_when_both_would_like_it_and_private_questions_stay_private() {
    meet();
    assertThat(anna.types("1", "evening", "yes", "7", "7")).contains("Kept.");
    assertThat(ben.types("1")).doesNotContain("evening together.");
    ben.types("1", "evening", "yes", "6", "7");
    assertThat(anna.types("1")).contains("An evening together. [stop] ends it.");
    ben.types("1", "stop");
    assertThat(anna.types("1")).doesNotContain("An evening together.");
  }

  @Test
  void what_was_begun_is_kept_when_somebody_leaves_in_the_middle() {
    meet();
    anna.types("1", "draw", "1");
    assertThat(anna.types("1", "answer", "half a thought")).contains("is kept on this device");
    assertThat(anna.types("1")).doesNotContain("You have sealed");
    assertThat(anna.types("1", "answer", "")).doesNotContain("Sealed.");
    assertThat(anna.begun).isEqualTo("half a thought");
  }

  @Test
  void a_drawer_is_filled_shown_and_burnt_and_help_names_every_word() {
    meet();
    assertThat(anna.types("1", "put", "3", "2", "not yet said", "")).contains("in your drawer");
    assertThat(anna.types("1", "drawer", "")).contains("not yet said");
    assertThat(anna.types("1", "drawer", "1", "yes", "drawer")).contains("drawer is empty");
    assertThat(anna.types("help")).contains("withdraw", "amiss", "questions", "end");
  }

  @Test
  void a_device_is_locked_with_words_and_opened_with_them() {
    Pair.MemoryStore store = new Pair.MemoryStore();
    Kith kith = Kith.open(Pair.world(relay), store);
    Typist typist = new Typist();
    typist.typing.addAll(List.of("keys", "1"));
    talk(kith, typist, store);
    assertThat(typist.shown).anyMatch(line -> line.strip().matches("[a-z]+( [a-z]+){5}"));
    assertThat(kith.keys().ways()).containsExactly("device");
    Typist again = new Typist();
    again.echoes = true;
    again.typing.addAll(List.of("keys", "1", "the words", "keys", "3", "yes"));
    talk(kith, again, store);
    assertThat(Kith.isLocked(store)).isTrue();
    Typist back = new Typist();
    back.typing.addAll(List.of("six other words that are none", again.words));
    assertThat(Terminals.open(Pair.world(relay), store, back, "here")).isPresent();
    assertThat(back.shown).contains("That does not open this device.");
    assertThat(Terminals.open(Pair.world(relay), store, new Typist(), "here")).isEmpty();
  }

  /// Types lines, and writes off the words that were shown where it is asked to type them.
  private static final class Typist implements Console {
    private final Deque<String> typing = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private boolean echoes;
    private String words = "";

    @Override
    public void say(String line) {
      shown.add(line);
    }

    @Override
    public Optional<String> ask(String prompt) {
      String next = typing.poll();
      if (echoes && prompt.startsWith("Type them")) {
        words = shown.getLast().strip();
        return Optional.of(words);
      }
      return Optional.ofNullable(next);
    }
  }

  /// Writes off what the screen shows: the sheet's lines where they are asked for.
  private static final class Writer implements Console {
    private final Deque<String> typing = new ArrayDeque<>();
    private final List<String> sheet = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    @Override
    public void say(String line) {
      shown.add(line);
      if (line.strip().matches("([0-9A-Z]{4} ){6}[0-9A-Z]{4}")) {
        sheet.add(line.strip());
      }
    }

    @Override
    public Optional<String> ask(String prompt) {
      if (prompt.startsWith("Type the second line")) {
        return Optional.of(sheet.get(1));
      }
      return prompt.startsWith("And the third")
          ? Optional.of(sheet.get(2))
          : Optional.ofNullable(typing.poll());
    }
  }

  @Test
  void what_is_kept_is_opened_elsewhere_with_the_sheet_and_a_device_is_let_in_by_its_code() {
    meet();
    Writer writer = new Writer();
    writer.typing.addAll(List.of("keep", "yes", "Desk", "devices", ""));
    talk(anna.kith, writer, anna.store);
    assertThat(writer.shown).contains(Words.KEPT).anyMatch(line -> line.contains("Device Desk"));
    Person other = new Person();
    String came =
        other.types(
            "recover", writer.sheet.get(0), writer.sheet.get(1), writer.sheet.get(2), "Sofa", "1");
    assertThat(came).contains("You are in.", "--- Ben ---");
    assertThat(other.types("devices", ""))
        .contains("Your ways in:", "Device Desk", "Device Sofa", "(this device)");
  }

  @Test
  void a_sheet_with_a_slip_and_a_link_that_is_none_are_refused_plainly() {
    assertThat(anna.types("recover", "0000", "one two three four five six", ""))
        .contains("There is a slip in that line.");
    assertThat(anna.types("device", "https://kith.example/#d1.cut", "")).contains("not whole");
    assertThat(anna.types("devices")).contains("on this device only");
  }

  @Test
  void what_is_not_possible_is_said_plainly_and_an_unknown_word_is_no_harm() {
    meet();
    assertThat(anna.types("1", "dance")).contains("not known here");
    assertThat(anna.types("dance")).contains("not known here");
    assertThat(anna.types("", "1")).doesNotContain("not known here");
    assertThat(anna.types("1", "answer")).contains("no card for that");
    assertThat(ben.types("join", "https://kith.example/j#1.cut")).contains("not whole");
    assertThat(ben.types("7", "")).contains("[start]");
  }

  @Test
  void words_of_another_person_cannot_steer_the_terminal() {
    assertThat(Wrapping.lines("a\u001b[2Jb\u202ec\rd", 76)).containsExactly("a[2Jbcd");
    assertThat(Wrapping.lines("one two three", 8)).containsExactly("one two", "three");
    assertThat(Wrapping.lines("  one two", 6)).containsExactly("  one", "  two");
    assertThat(Wrapping.lines("  one   two", 20)).containsExactly("  one   two");
  }
}
