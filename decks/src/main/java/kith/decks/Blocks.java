package kith.decks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kith.core.deck.PlainWords;

/// The shape of a deck file, before its meaning: front matter, sections, prompts. Settings of a
/// section go for the prompts below it, those of the front matter for all; the nearest wins.
final class Blocks {
  /// One prompt: its id, the settings that hold for it, its words.
  record Block(int line, String id, Map<String, String> settings, List<String> text, String tail) {}

  private static final Set<String> KNOWN =
      Set.of(
          "deck",
          "language",
          "translates",
          "topic",
          "ring",
          "kind",
          "suits",
          "not",
          "deep",
          "personal",
          "minutes");

  private static final Pattern SETTING = Pattern.compile("([a-z]+)(?::\\s*|\\s+)(\\S.*)");

  /// A heading or a feeling tail.
  private static final Pattern MARKS = Pattern.compile("^\\s*(#+|>)");

  private final String file;
  private final List<String> lines;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, String> front = new HashMap<>();
  private Map<String, String> section = new HashMap<>();
  private int at;

  Blocks(String file, String text) {
    this.file = file;
    lines = List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
    for (int i = 0; i < lines.size(); i++) {
      plain(i + 1, lines.get(i));
    }
    readFront();
    while (at < lines.size()) {
      readBody();
    }
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  List<Block> blocks() {
    return blocks;
  }

  Map<String, String> front() {
    return front;
  }

  /// Whatever the line is for, it is made of plain words; its first marks are the format's own.
  private void plain(int line, String text) {
    Optional<String> fault = PlainWords.fault(MARKS.matcher(text).replaceFirst(""));
    if (fault.isPresent()) {
      mistakes.add(
          new Mistake(
              file,
              line,
              "This line holds " + fault.get() + ".",
              "A deck is plain words: write it without, or type the line anew."));
    }
  }

  private void readFront() {
    skipEmpty();
    if (at == lines.size() || !lines.get(at).strip().equals("---")) {
      wrong(
          1,
          "The file does not begin with its front matter.",
          "Begin with a line ---, then deck: NAME and language: en, then a line ---.");
      return;
    }
    at++;
    Set<String> seen = new HashSet<>();
    while (at < lines.size() && !ends(lines.get(at))) {
      if (!lines.get(at).isBlank()) {
        settings(lines.get(at), front, seen);
      }
      at++;
    }
    if (at == lines.size() || lines.get(at).startsWith("#")) {
      wrong(
          Math.min(at + 1, lines.size()),
          "The front matter has no end.",
          "Close it with a line --- before this line.");
    } else {
      at++;
    }
  }

  /// The closing line, or a heading: then the closing line was forgotten.
  private static boolean ends(String line) {
    return line.strip().equals("---") || line.startsWith("#");
  }

  private void skipEmpty() {
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
  }

  private void readBody() {
    String line = lines.get(at).strip();
    if (line.startsWith("## ")) {
      readPrompt(line.substring(3));
    } else if (line.startsWith("# ")) {
      section = new HashMap<>(front);
      settings(line.substring(2), section, new HashSet<>());
      at++;
    } else {
      if (!line.isEmpty()) {
        wrong(
            at + 1,
            "This line belongs to no prompt.",
            "Begin a prompt with ## and its id, or a section with # and its settings.");
      }
      at++;
    }
  }

  private void readPrompt(String heading) {
    int line = at + 1;
    Map<String, String> settings = new HashMap<>(section.isEmpty() ? front : section);
    int comma = heading.indexOf(',');
    if (comma >= 0) {
      settings(heading.substring(comma + 1), settings, new HashSet<>());
    }
    String id = (comma < 0 ? heading : heading.substring(0, comma)).strip();
    List<String> text = new ArrayList<>();
    List<String> tail = new ArrayList<>();
    for (at++; at < lines.size() && !lines.get(at).startsWith("#"); at++) {
      word(lines.get(at).strip(), text, tail);
    }
    blocks.add(new Block(line, id, settings, text, String.join(" ", tail)));
  }

  private void word(String line, List<String> text, List<String> tail) {
    if (line.startsWith(">")) {
      tail.add(line.substring(1).strip());
    } else if (!line.isEmpty() && !tail.isEmpty()) {
      wrong(
          at + 1,
          "Here are words after the feeling tail.",
          "Put the lines that begin with > last, or begin a new prompt with ##.");
    } else if (!line.isEmpty()) {
      text.add(line);
    }
  }

  /// `ring 2, topic work` or `ring: 2`.
  private void settings(String written, Map<String, String> into, Set<String> seen) {
    for (String one : written.split(",", -1)) {
      var setting = SETTING.matcher(one.strip());
      if (setting.matches() && KNOWN.contains(setting.group(1))) {
        into.put(setting.group(1), setting.group(2).strip());
        once(setting.group(1), seen);
      } else {
        wrong(
            at + 1,
            "“" + one.strip() + "” is no setting.",
            "Write a name and a value, such as ring 2, with commas between; the names are "
                + String.join(", ", KNOWN.stream().sorted().toList())
                + ".");
      }
    }
  }

  private void once(String name, Set<String> seen) {
    if (!seen.add(name)) {
      wrong(at + 1, "“" + name + "” is set twice.", "Keep the one that you mean.");
    }
  }

  private void wrong(int line, String cause, String remedy) {
    mistakes.add(new Mistake(file, line, cause, remedy));
  }
}
