package kith.client.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kith.client.Kith;
import kith.client.MemoryRelay;
import kith.client.Pair;
import org.junit.jupiter.api.Test;

/// Two people at two terminals, each typing what the screen tells them that they may type.
class TalkTest {

  private static final String SERVER = "https://kith.example";

  private final MemoryRelay relay = new MemoryRelay();
  private final Person anna = new Person();
  private final Person ben = new Person();

  /// Types lines, then leaves; remembers what was shown.
  private final class Person implements Console {
    private final Kith kith = Kith.open(Pair.world(relay), new Pair.MemoryStore());
    private final Deque<String> typing = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();

    @Override
    public void say(String line) {
      shown.add(line);
    }

    @Override
    public Optional<String> ask(String prompt) {
      return Optional.ofNullable(typing.poll());
    }

    String types(String... lines) {
      shown.clear();
      typing.addAll(List.of(lines));
      new Talk(kith, this, SERVER).home();
      return String.join("\n", shown);
    }
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
    assertThat(anna.types("1", "answer", "what Anna says")).contains("Sealed.");
    assertThat(ben.types("1")).doesNotContain("what Anna says");
    String opened = ben.types("1", "answer", "what Ben says");
    assertThat(opened).contains("They: what Anna says").contains("You: what Ben says");
    anna.types("1", "respond", "1", "dear Ben");
    assertThat(ben.types("1", "respond", "2", "")).contains("I hear you. dear Ben");
    assertThat(ben.types("1", "story")).contains("They: what Anna says");
    assertThat(ben.types("1", "map")).contains("everyday");
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
  void what_is_not_possible_is_said_plainly_and_an_unknown_word_is_no_harm() {
    meet();
    assertThat(anna.types("1", "dance")).contains("not known here");
    assertThat(anna.types("1", "answer")).contains("no card for that");
    assertThat(ben.types("join", "https://kith.example/j#1.cut")).contains("not whole");
    assertThat(ben.types("7", "")).contains("[start]");
  }

  @Test
  void words_of_another_person_cannot_steer_the_terminal() {
    assertThat(Wrapping.lines("a\u001b[2Jb\u202ec\rd", 76)).containsExactly("a[2Jbcd");
    assertThat(Wrapping.lines("one two three", 8)).containsExactly("one two", "three");
    assertThat(Wrapping.lines("  one two", 6)).containsExactly("  one", "  two");
  }
}
