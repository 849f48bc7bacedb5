package kith.core.promises;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Part;
import kith.core.bond.Seat;

/// What each has written up to some entry, and what of it was taken back. The words of a `World`
/// are written once each, so that a view can be searched for them.
final class Forgetting {
  private record Own(Seat by, ExchangeId exchange, Part part) {}

  private final Map<Own, List<String>> said = new HashMap<>();
  private final List<String> gone = new ArrayList<>();
  private boolean over;

  private Forgetting() {}

  /// Property 5, of the view of `seat`.
  static void forgetsWhatWasTakenBack(World world, Seat seat) {
    Forgetting forgetting = new Forgetting();
    world.log.subList(0, world.taken(seat)).forEach(forgetting::take);
    String view = world.shown(seat);
    for (String words : forgetting.gone) {
      if (view.contains(words)) {
        throw new AssertionError("taken back, and in a view: " + words);
      }
    }
  }

  private void take(Entry entry) {
    if (entry instanceof Entry.Opening opening) {
      for (Seat seat : Seat.values()) {
        opening
            .answers()
            .of(seat)
            .words()
            .filter(words -> !words.equals(World.FORGED))
            .ifPresent(words -> say(seat, opening.exchange(), Part.ANSWER, words));
      }
    }
    if (entry instanceof Entry.Written written) {
      written.events().forEach(event -> take(written.by(), event));
    }
  }

  private void take(Seat by, Event event) {
    switch (event) {
      case Event.Responded one -> say(by, one.exchange(), Part.RESPONSE, one.response().words());
      case Event.Told one -> say(by, one.exchange(), Part.REPAIR, one.words());
      case Event.SaidBack one -> say(by, one.exchange(), Part.REPAIR, one.words());
      case Event.Owned one -> say(by, one.exchange(), Part.REPAIR, one.apology().own());
      case Event.Withdrew one ->
          gone.addAll(said.getOrDefault(new Own(by, one.exchange(), one.part()), List.of()));
      case Event.Ended one -> {
        if (one.takeBack() && !over) {
          said.forEach((own, words) -> gone.addAll(own.by() == by ? words : List.of()));
        }
        over = true;
      }
      default -> {}
    }
  }

  private void say(Seat by, ExchangeId exchange, Part part, String words) {
    said.computeIfAbsent(new Own(by, exchange, part), none -> new ArrayList<>()).add(words);
  }
}
