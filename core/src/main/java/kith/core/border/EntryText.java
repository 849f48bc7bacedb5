package kith.core.border;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.core.bond.Answer;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.Moment;
import kith.core.bond.Seat;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.MalformedText;

/// Entries as text. Place, day and seat come from this device's own side and must be right; what
/// the author wrote may be anything, and what cannot be read of it makes the entry unreadable,
/// never refused: both devices count it alike and go on.
final class EntryText {
  /// UTF-16 code units: two boxes of 64 KiB, each byte of which may take six in JSON.
  private static final int LONGEST = 1 << 20;

  private EntryText() {}

  static Entry read(String text) {
    return of(JsonReader.read(text, LONGEST));
  }

  /// The same for a caller who has read it.
  static Entry of(Json entry) {
    Reading from = Reading.of("entry", entry);
    long seq = from.whole("seq", 1, Json.LARGEST_WHOLE);
    long day = from.whole("day", 0, Moment.LAST_DAY);
    if (from.has("unreadable")) {
      return new Entry.Unreadable(seq, day);
    }
    if (from.has("nothing")) {
      return new Entry.Nothing(seq, day);
    }
    try {
      return joint(seq, day, from);
    } catch (MalformedText malformed) {
      return unreadable(seq, day, from);
    }
  }

  /// The seat is this device's own word, so a wrong one is not the author's doing.
  private static Entry unreadable(long seq, long day, Reading from) {
    if (!from.has("opened") && !from.has("bound") && !from.has("agreed")) {
      seat(from);
    }
    return new Entry.Unreadable(seq, day);
  }

  /// An entry of both, if it is one.
  private static Entry joint(long seq, long day, Reading from) {
    if (from.has("opened")) {
      return opening(seq, day, from.fields("opened"));
    }
    if (from.has("bound")) {
      return new Entry.Binding(seq, day, from.fields("bound").exchange("exchange"));
    }
    return from.has("agreed") ? agreed(seq, day, from.fields("agreed")) : written(seq, day, from);
  }

  /// A yes that this device could not verify is none.
  private static Entry agreed(long seq, long day, Reading from) {
    List<Json> yes = from.items("yes");
    if (yes.size() != 2) {
      throw from.wrong("yes", "are not two");
    }
    return new Entry.Agreed(
        seq,
        day,
        MatterText.read(from),
        new Both<>(yes(yes.get(0)), yes(yes.get(1))),
        from.has("at") ? at(from) : Moment.startOf(day));
  }

  private static boolean yes(Json value) {
    return value instanceof Json.Truth(boolean truth) && truth;
  }

  private static Entry written(long seq, long day, Reading from) {
    Seat by = seat(from);
    from.version();
    return new Entry.Written(seq, day, by, at(from), events(from.items("events")));
  }

  /// Nearly always one: a list of one costs a third in the browser.
  private static List<Event> events(List<Json> written) {
    if (written.size() == 1) {
      return List.of(EventText.read(written.get(0)));
    }
    List<Event> events = new ArrayList<>();
    for (Json event : written) {
      events.add(EventText.read(event));
    }
    return events;
  }

  private static Seat seat(Reading from) {
    return from.whole("by", 0, 1) == 0 ? Seat.ZERO : Seat.ONE;
  }

  private static Moment at(Reading from) {
    return new Moment(from.whole("at", -Json.LARGEST_WHOLE, Json.LARGEST_WHOLE));
  }

  private static Entry opening(long seq, long day, Reading from) {
    List<Json> answers = from.items("answers");
    if (answers.size() != 2) {
      throw from.wrong("answers", "are not two");
    }
    return new Entry.Opening(
        seq,
        day,
        from.exchange("exchange"),
        new Both<>(answer(answers.get(0)), answer(answers.get(1))));
  }

  /// One side's odd answer must not take the other's with it: what cannot be read of it is not
  /// there. Words that only one device could open change nothing shared, so the time is read apart
  /// from them.
  private static Answer answer(Json value) {
    if (!(value instanceof Json.Fields(Map<String, Json> fields))) {
      return new Answer(Moment.START, Optional.empty());
    }
    Moment at =
        fields.get("at") instanceof Json.Whole(long milliseconds)
            ? new Moment(milliseconds)
            : Moment.START;
    return fields.get("words") instanceof Json.Text(String words)
            && words.length() <= Answer.LONGEST_WORDS
        ? new Answer(at, Optional.of(words))
        : new Answer(at, Optional.empty());
  }
}
