package kith.decks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kith.core.bond.Prompt;
import kith.core.bond.Ring;
import kith.core.bond.Topic;
import kith.core.deck.Named;
import kith.core.deck.NotFor;
import kith.core.deck.PromptKind;
import kith.core.deck.Suits;
import kith.decks.DeckPrompt.Aim;
import kith.decks.DeckPrompt.Place;

/// Reads deck files (docs/prompts.md). It never stops at the first mistake: whoever writes a deck
/// gets the whole list.
final class DeckReader {
  /// Both axes are given as in the ratings they come from, 0 to 100.
  private static final int MOST_ON_AN_AXIS = 100;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

  private final String file;
  private final Blocks blocks;
  private final Map<String, DeckPrompt> originals;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private DeckReader(String file, String text, List<DeckPrompt> originals) {
    this.file = file;
    this.blocks = new Blocks(file, text);
    this.originals = new HashMap<>();
    originals.forEach(prompt -> this.originals.put(prompt.id(), prompt));
    mistakes.addAll(blocks.mistakes());
  }

  /// The deck in `text`; `file` is what mistakes call it.
  static DeckFile read(String file, String text) {
    return new DeckReader(file, text, List.of()).read();
  }

  /// A file with `translates: LANGUAGE` in its front matter: it holds ids and words only, and takes
  /// the rest from `originals`.
  static DeckFile translation(String file, String text, List<DeckPrompt> originals) {
    return new DeckReader(file, text, originals).read();
  }

  private DeckFile read() {
    String deck = front("deck", NAME, "Write a short name, such as deck: evenings.");
    String language = front("language", LANGUAGE, "Write language: en, or another language.");
    List<DeckPrompt> prompts = new ArrayList<>();
    blocks.blocks().forEach(block -> prompt(block).ifPresent(prompts::add));
    if (blocks.blocks().isEmpty()) {
      wrong(0, "There is no prompt in this file.", "Begin one with ## and its id.");
    }
    return new DeckFile(deck, language, prompts, mistakes);
  }

  private String front(String name, Pattern shape, String remedy) {
    String value = blocks.front().getOrDefault(name, "");
    if (!shape.matcher(value).matches() || value.length() > Prompt.LONGEST_NAME) {
      wrong(1, "The front matter gives no proper " + name + ".", remedy);
    }
    return value;
  }

  private Optional<DeckPrompt> prompt(Blocks.Block block) {
    id(block);
    Optional<Aim> aim = aim(block);
    String text = String.join(" ", block.text());
    Optional<String> tail = Optional.of(block.tail()).filter(words -> !words.isEmpty());
    aim.ifPresent(known -> words(block, known, text));
    if (aim.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    Place place = new Place(file, block.line());
    return Optional.of(new DeckPrompt(place, block.id(), aim.get(), text, tail));
  }

  private void id(Blocks.Block block) {
    if (!NAME.matcher(block.id()).matches() || block.id().length() > Prompt.LONGEST_NAME) {
      wrong(
          block.line(),
          "“" + block.id() + "” is no id.",
          "Use small letters, digits and hyphens, such as work-2-014.");
    }
    Integer first = lines.putIfAbsent(block.id(), block.line());
    if (first != null) {
      wrong(
          block.line(),
          "The id " + block.id() + " stands in line " + first + " already.",
          "Give this prompt an id of its own.");
    }
  }

  private Optional<Aim> aim(Blocks.Block block) {
    if (!blocks.front().containsKey("translates")) {
      return new Settings(block).aim();
    }
    Optional<Aim> known = Optional.ofNullable(originals.get(block.id())).map(DeckPrompt::aim);
    if (known.isEmpty()) {
      wrong(
          block.line(),
          "No prompt with the id " + block.id() + " is known to be translated.",
          "Use the id of the original, or leave the line translates out of the front matter.");
    }
    return known;
  }

  private void words(Blocks.Block block, Aim aim, String text) {
    if (text.isEmpty()) {
      wrong(block.line(), "This prompt has no words.", "Write them in the lines below its id.");
    }
    if (block.tail().isEmpty() && aim.ring().depth() > 1 && asks(aim.kind())) {
      wrong(
          block.line(),
          "From ring 2 on a prompt ends with a feeling tail.",
          "Add a line that begins with > and invites to say how it feels.");
    }
    String whole = text + " " + block.tail();
    if (whole.length() > Prompt.LONGEST_TEXT) {
      wrong(
          block.line(),
          "This prompt is " + whole.length() + " characters long.",
          "Shorten it to " + Prompt.LONGEST_TEXT + " at most; 150 read better.");
    }
  }

  private static boolean asks(PromptKind kind) {
    return kind != PromptKind.LIGHT && kind != PromptKind.GRATEFUL;
  }

  private void wrong(int line, String cause, String remedy) {
    mistakes.add(new Mistake(file, line, cause, remedy));
  }

  /// The settings of one prompt, read.
  private final class Settings {
    private final Blocks.Block block;

    private Settings(Blocks.Block block) {
      this.block = block;
    }

    private Optional<Aim> aim() {
      Optional<Topic> topic = topic();
      Optional<Ring> ring = whole("ring", Ring.OUTERMOST, Ring.INNERMOST).map(Ring::new);
      Optional<PromptKind> kind = named("kind", PromptKind.values(), "question");
      Optional<Suits> suits = named("suits", Suits.values(), "any");
      Set<NotFor> not = not();
      Optional<Integer> deep = whole("deep", 0, MOST_ON_AN_AXIS);
      Optional<Integer> personal = whole("personal", 0, MOST_ON_AN_AXIS);
      if (topic.isEmpty() || ring.isEmpty() || kind.isEmpty() || suits.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Aim(
              topic.get(),
              ring.get(),
              kind.get(),
              suits.get(),
              not,
              deep.orElse(0),
              personal.orElse(0)));
    }

    private Optional<Topic> topic() {
      Optional<Topic> topic = Topic.named(block.settings().getOrDefault("topic", ""));
      if (topic.isEmpty()) {
        String words =
            String.join(", ", List.of(Topic.values()).stream().map(Topic::word).toList());
        unknown("topic", words);
      }
      return topic;
    }

    private <T extends Named> Optional<T> named(String setting, T[] all, String otherwise) {
      Optional<T> value = Named.in(all, block.settings().getOrDefault(setting, otherwise));
      if (value.isEmpty()) {
        unknown(setting, Named.words(all));
      }
      return value;
    }

    private Set<NotFor> not() {
      Set<NotFor> not = new HashSet<>();
      for (String word : block.settings().getOrDefault("not", "").split(" +", -1)) {
        Optional<NotFor> one = Named.in(NotFor.values(), word);
        one.ifPresent(not::add);
        if (one.isEmpty() && !word.isEmpty()) {
          unknown("not", Named.words(NotFor.values()));
        }
      }
      return not;
    }

    /// What starts at 0 may be left out: it is not known yet.
    private Optional<Integer> whole(String setting, int least, int most) {
      String value = block.settings().getOrDefault(setting, least == 0 ? "0" : "");
      int whole = value.matches("\\d{1,3}") ? Integer.parseInt(value) : -1;
      if (whole < least || whole > most) {
        unknown(setting, "the numbers from " + least + " to " + most);
        return Optional.empty();
      }
      return Optional.of(whole);
    }

    private void unknown(String setting, String allowed) {
      String value = block.settings().get(setting);
      wrong(
          block.line(),
          value == null
              ? "No " + setting + " holds for this prompt."
              : "“" + value + "” is no " + setting + ".",
          "Possible are: " + allowed + ".");
    }
  }
}
