package kith.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Answers;
import kith.crypto.Bytes;
import kith.crypto.Events;
import kith.crypto.Rejected;
import kith.crypto.SealedAnswer;

/// Seals the keys of one's own opened words anew under the bond's last epoch, and replaces them on
/// the relay: from then on an older bond key opens none of them.
final class Rewrapping {

  private final Surroundings world;
  private final Relay relay;

  Rewrapping(Surroundings world, Relay relay) {
    this.world = world;
    this.relay = relay;
  }

  /// Replaces all of them. What was taken back meanwhile, or what another device was first with, is
  /// passed over.
  void all(Kept record, Model model) throws Unreachable, Problem {
    Map<String, List<Kept>> words = new LinkedHashMap<>();
    for (Json each : record.items("lies")) {
      Kept lies = Kept.of(each);
      String which = lies.text("exchange") + lies.number("rev");
      words.computeIfAbsent(which, name -> new ArrayList<>()).add(lies);
    }
    List<Json> keys = new ArrayList<>();
    for (List<Kept> where : words.values()) {
      anew(record, model, where).ifPresent(keys::add);
    }
    if (!keys.isEmpty()) {
      relay.rewrap(record, keys);
    }
  }

  /// Of words in two entries the first has the body and the last the key.
  private Optional<Json> anew(Kept record, Model model, List<Kept> where)
      throws Unreachable, Problem {
    Set<Long> places = new TreeSet<>();
    where.forEach(lies -> places.add(lies.number("seq")));
    try {
      Kept first = part(record, places.iterator().next());
      Kept last = part(record, List.copyOf(places).getLast());
      Kept lies = where.getFirst();
      Kept fields = fields(record, first, lies);
      Bytes was = last.bytes("key");
      SealedAnswer answer = Boxes.answer(fields, first.bytes("body"), was);
      Answers.From from = from(record, model, lies);
      Bytes key = new Answers(world.suite()).rewrap(new Boxes(record).bond(), from, answer);
      return Optional.of(
          Kept.NOTHING
              .with("seq", List.copyOf(places).getLast())
              .with("was", was)
              .with("key", key)
              .fields());
    } catch (Rejected | MalformedText gone) {
      return Optional.empty();
    }
  }

  private Kept part(Kept record, long seq) throws Unreachable, Problem {
    Kept page = relay.read(record, seq - 1);
    Kept entry = Kept.of(page.items("entries").getFirst());
    return Withdrawing.part(entry, record.number("seat"));
  }

  private static Kept fields(Kept record, Kept part, Kept lies) throws Rejected {
    Boxes boxes = new Boxes(record);
    Bytes event = part.bytes("event");
    if (!lies.text("part").equals("answer")) {
      Events.Place place = new Events.Place(lies.bytes("entry"), boxes.seat());
      return Kept.authored(new Events().open(boxes.bond(), place, event)).inner("sealed");
    }
    Events.GatePlace place = new Events.GatePlace(boxes.gate(lies.text("of"), 1), boxes.seat());
    return Kept.authored(new Events().openAtGate(boxes.bond(), place, event)).inner("sealed");
  }

  private Answers.From from(Kept record, Model model, Kept lies) throws Rejected {
    Boxes boxes = new Boxes(record);
    if (!lies.text("part").equals("answer")) {
      return Boxes.words(lies.bytes("entry"), boxes.seat());
    }
    long now = world.clock().millis() + record.number("clockShift", 0);
    Kept view = model.view(Kept.NOTHING.with("v", 1).with("sealed", List.of()), now);
    for (String list : List.of("table", "story")) {
      for (Json each : view.items(list)) {
        if (Kept.of(each).text("exchange").equals(lies.text("of"))) {
          return Boxes.from(Kept.of(each), record.number("seat"));
        }
      }
    }
    throw new MalformedText("no such card");
  }
}
