package kith.client.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.client.Key;
import kith.client.Keys;
import kith.client.LinkFromHere;

/// The vault that all devices of a person open: what is in it, who comes in, who no longer does.
final class DevicesTalk {

  private static final String SHOWN_NAME = "Terminal";

  private static final Map<String, String> KINDS =
      Map.of(
          "passkey", "Passkey",
          "words", "Six words",
          "recovery", "Recovery sheet",
          "device", "Device");

  private final Asking asking;
  private final Keys keys;
  private final String server;

  DevicesTalk(Asking asking, String server) {
    this.asking = asking;
    this.keys = asking.kith().keys();
    this.server = server;
  }

  /// What a device calls itself.
  static String label(Asking asking) {
    return asking
        .asked("What is this device called? (Enter: " + SHOWN_NAME + ")> ")
        .orElse(SHOWN_NAME);
  }

  /// Makes the vault, after a sheet; or brings it and this device to the same.
  void keep() {
    if (keys.standing().kept()) {
      if (asking.tried(keys::bring)) {
        asking.say(Words.EVEN);
      }
      trouble();
      return;
    }
    asking.say(Words.KEEP);
    if (!asking.isYes("Keep it safe?")) {
      return;
    }
    boolean firm = keys.ways().stream().anyMatch(way -> !way.equals("device"));
    if ((firm || new KeysTalk(asking).recovery()) && asking.tried(() -> keys.keep(label(asking)))) {
      asking.say(Words.KEPT);
    }
  }

  void devices() {
    if (!keys.standing().kept()) {
      asking.say("Everything is on this device only. [keep] changes that.");
      return;
    }
    asking.tried(keys::bring);
    List<Keys.Way> ways = keys.standing().ways();
    asking.say("Your ways in:");
    ways.forEach(way -> asking.say("  " + shown(way)));
    trouble();
    asking
        .chosen(
            List.of("link", "remove", "lost", "reset", "let go"),
            List.of(
                "add a device: it gets a code from here",
                "take a way in away",
                "a device is lost, or no longer mine: new keys for everything",
                "somebody may have been in here: only this device and a new sheet stay",
                "erase the vault on the server"))
        .ifPresent(this::chosen);
  }

  private static String shown(Keys.Way way) {
    LocalDate day = Instant.ofEpochMilli(way.made()).atZone(ZoneOffset.UTC).toLocalDate();
    String label = way.label().isEmpty() ? "" : " " + way.label();
    String here = way.here() ? " (this device)" : "";
    String coming = way.coming() ? ". " + Words.COMING : "";
    return KINDS.getOrDefault(way.kind(), way.kind()) + label + ", since " + day + here + coming;
  }

  private void trouble() {
    Keys.Standing standing = keys.standing();
    if (standing.alarm().isPresent()) {
      asking.say(Words.VAULT_STOPPED);
    }
    if (standing.removed()) {
      asking.say(Words.REMOVED);
    }
    if (standing.strangers() > 0) {
      asking.say(Words.STRANGERS);
    }
    if (standing.unreadable() > 0) {
      asking.say(Words.UNREADABLE);
    }
  }

  private void chosen(String what) {
    switch (what) {
      case "link" -> link();
      case "remove" -> one("Take which away?").ifPresent(this::remove);
      case "lost" -> one("Which is lost?").ifPresent(this::lost);
      case "reset" -> reset();
      default -> letGo();
    }
  }

  private Optional<Keys.Way> one(String prompt) {
    List<Keys.Way> others = keys.standing().ways().stream().filter(way -> !way.here()).toList();
    asking.say(prompt);
    return asking.chosen(others, others.stream().map(DevicesTalk::shown).toList());
  }

  private void remove(Keys.Way way) {
    if (asking.tried(() -> keys.remove(way.id()))) {
      asking.say("It opens nothing any more. What was read with it stays read.");
    }
  }

  private void lost(Keys.Way way) {
    asking.say(Words.LOST);
    if (asking.isYes("Shut it out?") && asking.tried(() -> keys.deviceLost(Set.of(way.id())))) {
      asking.say("It is shut out. Nobody you are bound to is told why.");
    }
  }

  private void reset() {
    asking.say(Words.RESET);
    if (!asking.isYes("Begin?")) {
      return;
    }
    List<String> lines = keys.newRecovery();
    Optional<Key.Recovery> code = new KeysTalk(asking).sheet(lines);
    if (code.isPresent() && asking.tried(() -> keys.reset(code.get()))) {
      asking.say("Done. Only this device and your new sheet open what is yours.");
    }
  }

  private void letGo() {
    asking.say(
        "The vault is erased on the server. What is on this device stays, and so do your bonds;"
            + " other devices and the sheet come to nothing any more.");
    if (asking.isYes("Erase it?") && asking.tried(keys::letGo)) {
      asking.say("Erased. Everything is on this device only.");
    }
  }

  /// Shows a code to another device, and lets it in when both show the same digits.
  private void link() {
    List<LinkFromHere> begun = new ArrayList<>();
    if (!asking.tried(() -> begun.add(keys.link()))) {
      return;
    }
    LinkFromHere link = begun.getFirst();
    asking.say(Words.LINK);
    asking.say("    " + server + link.code());
    Optional<LinkFromHere.Met> met = met(link);
    if (met.isPresent()) {
      asking.say("\"" + met.get().device() + "\" would like to be let in. Its digits have to be:");
      asking.say("    " + met.get().digits());
      if (asking.isYes("Does it show these same twelve digits?") && asking.tried(link::letIn)) {
        asking.say("It is in, as soon as it looks.");
        return;
      }
    }
    asking.tried(link::stop);
    asking.say("Nothing was let in; the code counts no more.");
  }

  private Optional<LinkFromHere.Met> met(LinkFromHere link) {
    List<LinkFromHere.Met> found = new ArrayList<>();
    while (found.isEmpty()) {
      Optional<String> typed = asking.console().ask("Enter looks again; [stop] ends it> ");
      boolean looked =
          typed.filter(String::isEmpty).isPresent()
              && asking.tried(() -> link.met().ifPresent(found::add));
      if (!looked) {
        return Optional.empty();
      }
    }
    return Optional.of(found.getFirst());
  }
}
