package kith.client.talk;

import java.util.List;
import java.util.Optional;
import kith.client.Key;
import kith.client.Keys;
import kith.client.Kith;

/// The ways into this device, and what to do when one of them is lost.
final class KeysTalk {

  private final Kith kith;
  private final Asking asking;

  KeysTalk(Asking asking) {
    this.kith = asking.kith();
    this.asking = asking;
  }

  void stay() {
    asking.say("Ways into this device: " + String.join(", ", kith.keys().ways()) + ".");
    asking
        .chosen(
            List.of("words", "recovery", "lock", "lost"),
            List.of(
                "make six words to unlock with",
                "make a recovery code to write down",
                "ask for words or code at each start",
                "another device of mine was lost or copied: new keys for everything"))
        .ifPresent(this::chosen);
  }

  private void chosen(String what) {
    switch (what) {
      case "words" -> words();
      case "recovery" -> recovery();
      case "lock" -> lock();
      default -> lost();
    }
  }

  private void words() {
    String words = kith.keys().newWords();
    asking.say("Write these down, or learn them by heart. They are shown once:");
    asking.say("    " + words);
    asking
        .asked("Type them, to be sure> ")
        .ifPresent(
            typed ->
                asking.tried(
                    () -> {
                      if (!typed.equalsIgnoreCase(words)) {
                        asking.say("Those were other words; nothing has changed.");
                        return;
                      }
                      kith.keys().addWay(new Key.Words(typed));
                      asking.say("From now on these words open this device.");
                    }));
  }

  /// Makes a sheet; whether it counts now.
  boolean recovery() {
    Optional<Key.Recovery> code = sheet(kith.keys().newRecovery());
    if (code.isPresent() && asking.tried(() -> kith.keys().addWay(code.get()))) {
      asking.say("From now on this sheet opens what is yours.");
      return true;
    }
    if (kith.keys().standing().ways().stream().anyMatch(Keys.Way::coming)) {
      asking.say(Words.COMING);
    }
    return false;
  }

  /// Shows a sheet, and has it typed once.
  Optional<Key.Recovery> sheet(List<String> lines) {
    asking.say(Words.SHEET);
    asking.say("    " + kith.keys().accountLine());
    lines.forEach(line -> asking.say("    " + line));
    Optional<String> first = asking.asked("Type the second line, to be sure> ");
    Optional<String> second = first.flatMap(line -> asking.asked("And the third> "));
    return second.map(line -> new Key.Recovery(first.orElseThrow(), line));
  }

  private void lock() {
    if (asking.isYes("From the next start on, ask for words or code?")) {
      asking.tried(kith.keys()::lock);
    }
  }

  private void lost() {
    asking.say(
        "Every bond gets new keys, and the old ones open nothing that comes after. What a lost"
            + " device holds already stays readable on it. Your recovery code will be void: make a"
            + " new one afterwards.");
    if (asking.isYes("New keys for everything?")
        && asking.tried(() -> kith.keys().deviceLost(java.util.Set.of()))) {
      asking.say("Done. Nobody you are bound to is told why.");
    }
  }
}
