package kith.client.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kith.client.Kept;
import kith.client.Kith;
import kith.client.Problem;
import kith.client.Refused;
import kith.client.Unreachable;

/// Asks a person, and does what they say or tells them plainly why not.
record Asking(Kith kith, Console console, Reach reach) {

  Asking(Kith kith, Console console) {
    this(kith, console, new Reach());
  }

  /// Whether the server could be reached when it was last asked.
  static final class Reach {
    private boolean away;

    /// It could not; whether that is news.
    boolean lost() {
      boolean isNews = !away;
      away = true;
      return isNews;
    }

    void found() {
      away = false;
    }
  }

  /// What may fail on the way, or be refused.
  interface Deed {
    void run() throws Unreachable, Problem, Refused;
  }

  /// Does it, or says plainly why not.
  boolean tried(Deed deed) {
    try {
      deed.run();
      return true;
    } catch (Unreachable away) {
      reach.lost();
      console.say(Words.OUT_OF_REACH);
    } catch (Refused no) {
      console.say(Words.reason(no.reason()));
    } catch (Problem no) {
      console.say(Words.problem(no.name()));
    }
    return false;
  }

  /// Looks for what is new. That the server is out of reach is said once for as long as it is so,
  /// and to whoever asks.
  void look(Deed deed, boolean asked) {
    tried(
        () -> {
          try {
            deed.run();
            reach.found();
          } catch (Unreachable away) {
            if (reach.lost() || asked) {
              throw away;
            }
          }
        });
  }

  void say(String line) {
    console.say(line);
  }

  /// A line that is not empty.
  Optional<String> asked(String prompt) {
    return console.ask(prompt).filter(typed -> !typed.isEmpty());
  }

  boolean isYes(String prompt) {
    return asked(prompt + " (yes / Enter: no)> ").filter(typed -> is(typed, "yes")).isPresent();
  }

  static boolean is(String typed, String word) {
    String said = typed.toLowerCase(Locale.ROOT);
    return !said.isEmpty() && (said.equals(word) || said.equals(word.substring(0, 1)));
  }

  /// One of these, by its number; none when there is only Enter.
  <T> Optional<T> chosen(List<T> list, List<String> shown) {
    for (int at = 0; at < list.size(); at++) {
      say("  " + (at + 1) + "  " + shown.get(at));
    }
    return asked("Which? (Enter: none)> ").flatMap(typed -> numbered(typed, list));
  }

  static <T> Optional<T> numbered(String typed, List<T> list) {
    return typed.matches("[0-9]{1,4}")
            && Integer.parseInt(typed) >= 1
            && Integer.parseInt(typed) <= list.size()
        ? Optional.of(list.get(Integer.parseInt(typed) - 1))
        : Optional.empty();
  }

  /// A number of 1 to 7, or none.
  Optional<Long> points(String prompt) {
    return asked(prompt + " (1 to 7; Enter: skip)> ")
        .filter(typed -> typed.matches("[1-7]"))
        .map(Long::parseLong);
  }

  /// Words of one line or many; an empty line ends them. What was begun and left with Ctrl-C is
  /// kept under its name, and stands in the line when the person comes back.
  Optional<String> written(String local, String name, String prompt) {
    say(prompt + " An empty line ends it; Enter alone: not now.");
    String begun = kith.draft(local, name);
    List<String> lines = new ArrayList<>();
    for (; ; ) {
      Optional<String> line = console.ask("  | ", lines.isEmpty() ? oneLine(begun) : "");
      if (line.isEmpty()) {
        lines.add(console.unfinished());
        kith.keepDraft(local, name, String.join("\n", lines).strip());
        say("What you wrote is kept on this device; the same word brings it back.");
        return Optional.empty();
      }
      if (line.get().isEmpty()) {
        String words = String.join("\n", lines).strip();
        kith.keepDraft(local, name, words);
        return Optional.of(words).filter(said -> !said.isEmpty());
      }
      lines.add(line.get());
    }
  }

  private static String oneLine(String begun) {
    return begun.replace("\n", " ");
  }

  /// What was written has been sent, so that it is no draft any more.
  void done(String local, String name) {
    kith.keepDraft(local, name, "");
  }

  static Kept about(String type, String exchange) {
    return Kept.NOTHING.with("type", type).with("exchange", exchange);
  }
}
