package kith.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Base64Url;
import kith.crypto.Bond;
import kith.crypto.Bytes;
import kith.crypto.Rejected;
import kith.crypto.Seat;
import kith.crypto.Votes;
import kith.crypto.Votes.Question;
import kith.crypto.Votes.Upload;

/// Brings yeses to their gates, always in one shape whatever their owner wants, and reads what
/// the gates let through.
final class Voting {

  /// An upload covers the running tick epoch and those after it, so many together.
  private static final int EPOCHS = 3;

  /// A vote that opens is of a tick near its entry's day; the relay's epochs are whole days, but
  /// for a clock that was set back.
  private static final int TICKS_BEFORE = 40;

  private static final int TICKS_AFTER = 3;

  /// Up to here every note is followed by an upload; the counters after it are kept for taking
  /// back.
  private static final int LAST_FOR_NOTES = 12;

  private final Surroundings world;

  Voting(Surroundings world) {
    this.world = world;
  }

  private Votes votes() {
    return new Votes(world.suite());
  }

  private static long agreed(Kept record) {
    return record.number("agreed", 0);
  }

  /// By what an upload is due: a new tick epoch, and whatever may have changed a yes, whether it
  /// has or not. So the moment of an upload tells nothing.
  static Kept due(Kept record, long tick) {
    return Kept.NOTHING
        .with("tick", tick)
        .with("epoch", record.items("keys").size())
        .with("agreed", agreed(record))
        .with("noted", record.number("noted", 0));
  }

  /// The names of the yeses that a view's owner brings to ticks.
  static List<Json> yes(Kept view) {
    List<Json> names = new ArrayList<>();
    for (Json each : view.inner("own").items("yes")) {
      Kept matter = Kept.of(each);
      if (Matters.slot(matter).isPresent()) {
        names.add(new Json.Text(Matters.name(matter)));
      }
    }
    return names;
  }

  /// Whether to wait: the counters for notes are used up, it is no new epoch, and nothing is
  /// taken back.
  static boolean isHeldBack(Kept record, Kept counters, List<Json> yes) {
    Kept uploaded = record.inner("uploaded");
    boolean spent =
        counters.items("counters").stream().anyMatch(each -> counter(each) > LAST_FOR_NOTES);
    return spent
        && uploaded.number("tick", -1) == counters.number("tick")
        && yes.containsAll(uploaded.items("yes"));
  }

  /// Before it is sent: whatever becomes of it, these may stand as a yes from now on.
  static Kept attempted(Kept record, List<Json> yes) {
    Kept uploaded = record.inner("uploaded");
    List<Json> may = new ArrayList<>(uploaded.items("yes"));
    yes.stream().filter(each -> !may.contains(each)).forEach(may::add);
    return record.with("uploaded", uploaded.with("yes", may));
  }

  /// The twelve gates of an upload with these counters: the same gates whatever their owner
  /// wants.
  Kept upload(Kept record, Kept view, Kept counters) {
    if (counters.items("counters").size() != EPOCHS) {
      throw new MalformedText("there is a counter for each epoch");
    }
    List<Json> yes = yes(view);
    List<String> slots = Matters.slots(view);
    List<Kept> gates = new ArrayList<>();
    Bond bond = new Boxes(record).bond();
    for (int slot = 0; slot < Votes.SLOTS; slot++) {
      String name = slots.get(slot);
      boolean wanted = yes.contains(new Json.Text(name));
      gates.add(gate(record, bond, new Wish(slot, name, wanted), counters));
    }
    gates.sort(Comparator.comparing(gate -> java.util.HexFormat.of().formatHex(id(gate))));
    return Kept.NOTHING
        .with("tick", counters.number("tick"))
        .with("counters", counters.items("counters"))
        .with("gates", gates.stream().<Json>map(Kept::fields).toList());
  }

  /// A slot's matter, and whether its owner says yes to it.
  private record Wish(int slot, String name, boolean yes) {}

  private static byte[] id(Kept gate) {
    return gate.bytes("gate").toArray();
  }

  private Kept gate(Kept record, Bond bond, Wish wish, Kept counters) {
    List<Json> votes = new ArrayList<>();
    for (int at = 0; at < EPOCHS; at++) {
      long counter = counter(counters.items("counters").get(at));
      boolean yes = wish.yes() && counter >= 1 && counter < Votes.COUNTERS;
      Question question = new Question(wish.slot(), wish.name(), counters.number("tick") + at);
      votes.add(yes ? yes(record, question, (int) counter) : notYet(bond));
    }
    return Kept.NOTHING
        .with("gate", votes().gate(bond, wish.slot(), wish.name(), agreed(record)))
        .with("votes", votes);
  }

  private static long counter(Json given) {
    if (given instanceof Json.Whole(long counter)) {
      return counter;
    }
    throw new MalformedText("a counter is a number");
  }

  private Json yes(Kept record, Question question, int counter) {
    Boxes boxes = new Boxes(record);
    Votes votes = votes();
    Seat seat = boxes.seat();
    String text =
        Kept.NOTHING
            .with("v", 1)
            .with("at", world.clock().millis() + record.number("clockShift", 0))
            .with("self", votes.selfTag(boxes.bond(), boxes.amk(), question, seat))
            .with("counter", counter)
            .written();
    return Kept.NOTHING
        .with("tags", votes.yes(boxes.bond(), question, new Upload(seat, counter)))
        .with("box", votes.seal(boxes.bond(), question, seat, text))
        .fields();
  }

  private Json notYet(Bond bond) {
    return Json.object()
        .with("tags", Base64Url.format(votes().notYet()))
        .with("box", Base64Url.format(votes().blank(bond)))
        .built();
  }

  /// The matter of a vote gate, if it is one of this bond's gates: the present ones, or those
  /// from before the agreements that the same tick may have brought.
  Optional<Kept> matter(Kept record, String gate) {
    long now = agreed(record);
    Bond bond = new Boxes(record).bond();
    for (long count = now; count >= Math.max(0, now - Votes.SLOTS); count--) {
      Optional<Kept> found = matter(bond, gate, count);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Kept> matter(Bond bond, String gate, long count) {
    for (Kept matter : Matters.AT_TICKS) {
      int slot = Matters.slot(matter).orElseThrow();
      Bytes id = votes().gate(bond, slot, Matters.name(matter), count);
      if (Base64Url.format(id.toArray()).equals(gate)) {
        return Optional.of(matter);
      }
    }
    return Optional.empty();
  }

  /// Two yeses as they were read.
  ///
  /// @param mine whether my seat's is my own, and still stood when it opened
  /// @param at the later of both authors' times
  record Yeses(boolean mine, long at) {}

  /// Opens both boxes of a vote gate, each for its own seat, for one and the same tick.
  Optional<Yeses> open(Kept record, Kept entry, Kept matter) {
    long day = entry.number("day");
    for (long tick = Math.max(0, day - TICKS_BEFORE); tick <= day + TICKS_AFTER; tick++) {
      Question question =
          new Question(Matters.slot(matter).orElseThrow(), Matters.name(matter), tick);
      Optional<Yeses> read = open(record, entry, question);
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  /// Whether no later upload of mine was acknowledged for that tick.
  private static boolean stands(Kept record, long tick, Kept text) {
    long last = record.inner("counters").number(String.valueOf(tick), 0);
    return !text.has("counter") || text.number("counter") >= last;
  }

  /// What the relay has acknowledged: which counter counts for which epoch.
  static Kept acknowledged(Kept record, Kept counters) {
    Kept known = record.inner("counters");
    long tick = counters.number("tick");
    for (int at = 0; at < EPOCHS; at++) {
      known = known.with(String.valueOf(tick + at), counters.items("counters").get(at));
    }
    for (String old : known.fields().values().keySet()) {
      known = Long.parseLong(old) < tick - TICKS_BEFORE ? known.without(old) : known;
    }
    return record.with("counters", known);
  }

  private Optional<Yeses> open(Kept record, Kept entry, Question question) {
    Boxes boxes = new Boxes(record);
    long at = 0;
    boolean mine = false;
    try {
      for (int number = 0; number < 2; number++) {
        Seat seat = Boxes.seat(number);
        Bytes box = Withdrawing.part(entry, number).bytes("event");
        Kept text = Kept.authored(votes().open(boxes.bond(), question, seat, box));
        at = Math.max(at, text.number("at"));
        if (number == record.number("seat")) {
          Bytes self = votes().selfTag(boxes.bond(), boxes.amk(), question, seat);
          mine = text.bytes("self").equals(self) && stands(record, question.tick(), text);
        }
      }
      return Optional.of(new Yeses(mine, at));
    } catch (Rejected | MalformedText noYes) {
      return Optional.empty();
    }
  }
}
