package kith.client.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.client.Arriving;
import kith.client.Key;
import kith.client.Kith;
import kith.client.LinkToHere;
import kith.client.Store;
import kith.client.Surroundings;

/// A person who has used Kith before comes to a device that knows nothing yet.
///
/// @param store where this device keeps its own
record ArrivalTalk(Surroundings world, Store store) {

  /// By the sheet: its first line, and words or the other two.
  Optional<Kith> recover(Asking asking) {
    Optional<String> whose = asking.asked("The first line of your sheet: whose it is> ");
    Optional<String> typed =
        whose.flatMap(line -> asking.asked("Your six words, or the code's first line> "));
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Arriving.Claim claim =
        new Arriving.Claim(whose.orElseThrow(), key(typed.get(), asking.console()));
    String label = DevicesTalk.label(asking);
    List<Kith> here = new ArrayList<>();
    if (asking.tried(() -> here.add(Arriving.bySheet(world, store, claim, label)))) {
      asking.say(Words.CAME_BY_SHEET);
    }
    return here.stream().findFirst();
  }

  /// What was typed: words have no figures.
  static Key key(String typed, Console console) {
    boolean code = typed.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
    return code
        ? new Key.Recovery(typed, console.ask("The second line> ").orElse(""))
        : new Key.Words(typed);
  }

  /// By another device that is open and shows a code.
  Optional<Kith> device(Asking asking) {
    Optional<String> link = asking.asked("The link that your other device shows> ");
    if (link.isEmpty()) {
      return Optional.empty();
    }
    String label = DevicesTalk.label(asking);
    List<LinkToHere> begun = new ArrayList<>();
    if (!asking.tried(() -> begun.add(LinkToHere.begin(world, store, link.get(), label)))) {
      return Optional.empty();
    }
    LinkToHere to = begun.getFirst();
    List<String> digits = new ArrayList<>();
    List<Kith> here = new ArrayList<>();
    boolean shown = looked(asking, () -> to.digits().ifPresent(digits::add), digits);
    if (shown) {
      asking.say("Compare these with your other device. If they are not the same, stop there:");
      asking.say("    " + digits.getFirst());
      looked(asking, () -> to.in().ifPresent(here::add), here);
    }
    return here.stream().findFirst();
  }

  private static boolean looked(Asking asking, Asking.Deed look, List<?> found) {
    while (found.isEmpty()) {
      Optional<String> typed = asking.console().ask("Enter looks again; [stop] ends it> ");
      if (typed.filter(String::isEmpty).isEmpty() || !asking.tried(look)) {
        return false;
      }
    }
    return true;
  }
}
