package kith.client.talk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kith.client.Kith;

/// One person at a terminal: all their bonds, the way into a new one, the way out.
final class Talk {

  private final String server;
  private final ArrivalTalk arrivals;
  private Kith kith;
  private Asking asking;

  Talk(Kith kith, Console console, String server, ArrivalTalk arrivals) {
    this.kith = kith;
    this.asking = new Asking(kith, console);
    this.server = server;
    this.arrivals = arrivals;
  }

  /// Another account has come to live here, in the place of an empty one.
  private void become(Kith arrived) {
    kith = arrived;
    asking = new Asking(arrived, asking.console());
  }

  /// All bonds, until the person leaves.
  void home() {
    asking.say(Words.HELLO);
    for (boolean asked = false; ; ) {
      for (String local : kith.bonds()) {
        asking.look(() -> kith.sync(local), asked);
        asked = false;
      }
      showBonds();
      Optional<String> typed = asking.console().ask("kith> ");
      if (typed.isEmpty() || Asking.is(typed.get(), "quit")) {
        asking.say("Goodbye.");
        return;
      }
      asked = typed.get().isEmpty();
      chosen(typed.get());
    }
  }

  private void showBonds() {
    asking.say("");
    List<String> bonds = kith.bonds();
    if (bonds.isEmpty()) {
      asking.say(Words.NO_BONDS);
    }
    for (int at = 0; at < bonds.size(); at++) {
      String name = kith.standing(bonds.get(at)).theirName().orElse("a new bond");
      asking.say("  " + (at + 1) + "  " + name);
    }
    asking.say(
        "[start] a bond   [join] with a link   [keys]   [keep]   [devices]   [help]   [quit]"
            + (bonds.isEmpty() ? "" : "   or a number"));
    if (bonds.isEmpty()) {
      asking.say("Used Kith before? [recover] with your sheet   [device] with another of yours");
    }
  }

  private void chosen(String typed) {
    if (Asking.is(typed, "start")) {
      start();
    } else if (Asking.is(typed, "join")) {
      join();
    } else if (Asking.is(typed, "keys")) {
      new KeysTalk(asking).stay();
    } else if (ofDevices(typed.toLowerCase(Locale.ROOT))) {
      return;
    } else if (Asking.is(typed, "help")) {
      Words.HELP.forEach(asking::say);
    } else {
      Optional<String> bond = Asking.numbered(typed, kith.bonds());
      if (bond.isEmpty() && !typed.isBlank()) {
        asking.say(Words.UNKNOWN);
      }
      bond.ifPresent(this::bond);
    }
  }

  private boolean ofDevices(String typed) {
    switch (typed) {
      case "keep" -> new DevicesTalk(asking, server).keep();
      case "devices" -> new DevicesTalk(asking, server).devices();
      case "recover" -> arrivals.recover(asking).ifPresent(this::become);
      case "device" -> arrivals.device(asking).ifPresent(this::become);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void bond(String local) {
    new BondTalk(asking, server, local).stay();
  }

  private void start() {
    asking
        .asked("Your name, as they know you> ")
        .ifPresent(
            name ->
                asking.tried(
                    () -> {
                      String local = kith.start(name);
                      new BondTalk(asking, server, local).showLink();
                      bond(local);
                    }));
  }

  private void join() {
    asking
        .asked("The link> ")
        .ifPresent(
            link ->
                asking.tried(
                    () -> {
                      Kith.Invited invited = kith.lookAt(link);
                      asking.say(invited.name() + " invites you. Saying nothing is fine too.");
                      invited.before().ifPresent(before -> asking.say(Words.leftBefore(before)));
                      Optional<String> name =
                          asking.asked("Your name, as they know you (Enter: no)> ");
                      if (name.isPresent()) {
                        bond(kith.join(invited, name.get()));
                      }
                    }));
  }
}
