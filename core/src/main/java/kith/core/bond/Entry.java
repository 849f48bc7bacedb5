package kith.core.bond;

import java.util.List;

/// One line of the bond's ordered list, decrypted and verified.
public sealed interface Entry {
  /// Its place: 1, 2, 3 ... without gaps.
  long seq();

  /// The relay's day, in whole days since 1970 UTC.
  long day();

  /// The author's own time, held within the relay's day.
  Moment moment();

  /// What one person wrote.
  record Written(long seq, long day, Seat by, Moment at, List<Event> events) implements Entry {
    public Written {
      events = List.copyOf(events);
    }

    @Override
    public Moment moment() {
      return at.within(day);
    }
  }

  /// All answers of one exchange, opened together. The later sealing opened it.
  record Opening(long seq, long day, ExchangeId exchange, Both<Answer> answers) implements Entry {
    @Override
    public Moment moment() {
      return answers.zero().at().orLater(answers.one().at()).within(day);
    }
  }

  /// The first of two steps: both are bound to what they sealed, and nothing can be read.
  record Binding(long seq, long day, ExchangeId exchange) implements Entry {
    @Override
    public Moment moment() {
      return Moment.startOf(day);
    }
  }

  /// Both said yes.
  ///
  /// @param yes whose yes this device has verified; only with both does it count
  /// @param at the later own time of the two
  record Agreed(long seq, long day, Matter matter, Both<Boolean> yes, Moment at) implements Entry {
    @Override
    public Moment moment() {
      return at.within(day);
    }
  }

  /// An entry that means nothing, such as the second gate of a light exchange.
  record Nothing(long seq, long day) implements Entry {
    @Override
    public Moment moment() {
      return Moment.startOf(day);
    }
  }

  /// An entry that could not be read; it only takes its place.
  record Unreadable(long seq, long day) implements Entry {
    @Override
    public Moment moment() {
      return Moment.startOf(day);
    }
  }
}
