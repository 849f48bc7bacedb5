package kith.client;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Events;
import kith.crypto.Gate;
import kith.crypto.Rejected;
import kith.crypto.Votes;

/// Yeses that meet at once: an evening together, and its rings. Each waits at a gate of its own,
/// unseen, until the other's is there too, the day is over, or it is taken away.
final class AtOnce {

  private static final long DAY_MS = 86_400_000L;

  /// The highest revision that any device of its owner has given to such a gate: what one says
  /// later must count more.
  static final String EVENINGS = "evenings";

  private final Surroundings world;

  AtOnce(Surroundings world) {
    this.world = world;
  }

  private long now(Kept record) {
    return world.clock().millis() + record.number("clockShift", 0);
  }

  /// Whether anything is there to be brought or taken: a yes to a meeting of its own, or one that
  /// was brought.
  static boolean matters(Kept record) {
    return record.has("tonight")
        || record.inner("own").items("votes").stream()
            .anyMatch(each -> Matters.slot(Kept.of(each)).isEmpty());
  }

  /// The record with what must be given to, or taken from, the gates so that exactly these yeses
  /// stand there.
  Kept brought(Kept record, List<Json> yes) {
    Set<String> wanted = new LinkedHashSet<>();
    for (Json each : yes) {
      Kept matter = Kept.of(each);
      if (Matters.slot(matter).isEmpty()) {
        wanted.add(Matters.name(matter));
      }
    }
    Set<String> all = new LinkedHashSet<>(wanted);
    all.addAll(record.inner("tonight").fields().values().keySet());
    Kept next = record;
    for (String name : all) {
      next = brought(next, name, wanted.contains(name));
    }
    return next;
  }

  private Kept brought(Kept record, String name, boolean yes) {
    Kept there = record.inner("tonight").inner(name);
    Gate gate = gate(record, name);
    String id = id(record, gate);
    long day = Math.floorDiv(now(record), DAY_MS);
    boolean stands = there.has("parts") && there.number("day") == day;
    boolean same = there.has("gate") && there.text("gate").equals(id);
    if (yes ? stands && same : !stands) {
      return record;
    }
    long revision = Math.max(same ? there.number("revision") : 0, record.number(EVENINGS, 0)) + 1;
    if (!yes && !same) {
      return record.with("tonight", record.inner("tonight").without(name));
    }
    Kept deposit =
        Kept.NOTHING
            .with("gate", id)
            .with("revision", revision)
            .with("day", day)
            .with("parts", yes ? parts(record, gate, name) : new Json.Null());
    Kept brought = record.with("tonight", record.inner("tonight").with(name, deposit));
    return sent(brought.with(EVENINGS, revision), deposit, day);
  }

  private static Kept sent(Kept record, Kept deposit, long day) {
    Kept outgoing = deposit.without("day").with("kind", "deposit").with("expires", day);
    List<Json> outbox = new ArrayList<>();
    for (Json each : record.items("outbox")) {
      if (!Kept.of(each).textIf("gate").equals(deposit.textIf("gate"))) {
        outbox.add(each);
      }
    }
    outbox.add(outgoing.fields());
    return record.with("outbox", outbox);
  }

  private Json parts(Kept record, Gate gate, String name) {
    Boxes boxes = new Boxes(record);
    Events events = new Events(world.suite());
    try {
      Bytes id = events.gateHandle(boxes.bond(), gate);
      String text = Kept.NOTHING.with("v", 1).with("at", now(record)).with("yes", name).written();
      String marked = boxes.marks().sign(new Events.Place(id, boxes.seat()), text);
      Events.GatePlace place = new Events.GatePlace(gate, boxes.seat());
      Bytes box = events.sealAtGate(boxes.bond(), place, marked);
      return Kept.NOTHING.with("event", box).fields();
    } catch (Rejected impossible) {
      throw new IllegalStateException("a bond has its last epoch", impossible);
    }
  }

  private Gate gate(Kept record, String name) {
    Boxes boxes = new Boxes(record);
    long agreed = record.number("agreed", 0);
    Bytes exchange = new Votes(world.suite()).meeting(boxes.bond(), name, agreed);
    return new Gate(exchange, 1, boxes.epoch());
  }

  private String id(Kept record, Gate gate) {
    try {
      Bytes id = new Events().gateHandle(new Boxes(record).bond(), gate);
      return Base64Url.format(id.toArray());
    } catch (Rejected impossible) {
      throw new IllegalStateException("a bond has its last epoch", impossible);
    }
  }

  /// The matter of a gate, if it is one of this bond's present gates.
  Optional<Kept> matter(Kept record, String gate) {
    return Matters.AT_ONCE.stream()
        .filter(matter -> id(record, gate(record, Matters.name(matter))).equals(gate))
        .findFirst();
  }

  /// Opens both boxes, each for its own seat and for one and the same matter.
  Optional<Voting.Yeses> open(Kept record, Kept entry, Kept matter) {
    Boxes boxes = new Boxes(record);
    Gate gate = gate(record, Matters.name(matter));
    long at = 0;
    boolean mine = false;
    try {
      for (int number = 0; number < 2; number++) {
        Bytes box = Withdrawing.part(entry, number).bytes("event");
        Events.GatePlace place = new Events.GatePlace(gate, Boxes.seat(number));
        String text = new Events().openAtGate(boxes.bond(), place, box);
        Kept said = Kept.authored(text);
        if (!said.text("yes").equals(Matters.name(matter))) {
          return Optional.empty();
        }
        at = Math.max(at, said.number("at"));
        if (number == record.number("seat")) {
          Events.Place marked = new Events.Place(entry.bytes("gate"), Boxes.seat(number));
          mine = boxes.marks().verifies(marked, text);
        }
      }
      return Optional.of(new Voting.Yeses(mine, at));
    } catch (Rejected | MalformedText noYes) {
      return Optional.empty();
    }
  }
}
