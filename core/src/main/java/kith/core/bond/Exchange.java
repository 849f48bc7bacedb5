package kith.core.bond;

import java.util.Optional;

/// One prompt and what came of it. Each state holds only what exists in it.
public sealed interface Exchange {
  /// Its name.
  ExchangeId id();

  /// One that lies on the table.
  sealed interface Waiting extends Exchange permits Drawn, Committed {
    /// What was drawn, offered or asked.
    Prompt prompt();

    /// The day on which it was laid there, or on which both were bound.
    long day();

    /// How it goes.
    Shape shape();

    /// The last day on which it lies on the table.
    default long lastDay(Pace pace) {
      return day() + pace.lapseDays();
    }
  }

  /// One that has been heard.
  sealed interface Heard extends Exchange permits Opened, Settled {
    /// What was drawn, offered or asked.
    Prompt prompt();

    /// The day on which it opened.
    long day();

    /// How it went.
    Shape shape();

    /// What was told; of one who told nothing there is an answer without words.
    Both<Answer> answers();

    /// What was said to it.
    Both<Optional<Response>> responses();
  }

  /// A card on the table. That someone has sealed is not known here.
  record Drawn(ExchangeId id, Prompt prompt, long day, Shape shape) implements Waiting {}

  /// Both have sealed and are bound to their words; neither can be read yet.
  record Committed(ExchangeId id, Prompt prompt, long day, Shape shape) implements Waiting {}

  /// All answers are in and can no longer change, except to be taken back.
  record Opened(
      ExchangeId id,
      Prompt prompt,
      long day,
      Shape shape,
      Both<Answer> answers,
      Both<Optional<Response>> responses)
      implements Heard {}

  /// All that was told, and not taken back, has been responded to.
  record Settled(
      ExchangeId id,
      Prompt prompt,
      long day,
      Shape shape,
      Both<Answer> answers,
      Both<Optional<Response>> responses)
      implements Heard {}

  /// Swapped, lapsed, closed by a rest or a step back, or taken back before it opened: nothing is
  /// left but the name, which is not used again. Which it was, and by whom, is not kept.
  record Gone(ExchangeId id) implements Exchange {}

  /// The same exchange with these answers and responses, settled if nothing waits any more.
  static Heard heard(Heard before, Both<Answer> answers, Both<Optional<Response>> responses) {
    return before instanceof Settled || !waits(before.shape(), answers, responses)
        ? new Settled(
            before.id(), before.prompt(), before.day(), before.shape(), answers, responses)
        : new Opened(
            before.id(), before.prompt(), before.day(), before.shape(), answers, responses);
  }

  private static boolean waits(
      Shape shape, Both<Answer> answers, Both<Optional<Response>> responses) {
    boolean waits = false;
    for (Seat seat : Seat.BOTH) {
      waits |=
          shape.tells(seat)
              && !answers.of(seat).withdrawn()
              && responses.of(seat.other()).isEmpty();
    }
    return waits;
  }

  /// Whether all that was told has been responded to, nothing having been taken back before.
  static boolean counts(Heard heard) {
    boolean counts = heard instanceof Settled;
    for (Seat seat : Seat.BOTH) {
      counts &= !heard.shape().tells(seat) || heard.responses().of(seat.other()).isPresent();
    }
    return counts;
  }

  /// The same exchange with its prompt, of one's own making, taken back.
  static Heard without(Heard before) {
    Prompt bare = before.prompt().takenBack();
    return switch (before) {
      case Settled one ->
          new Settled(one.id(), bare, one.day(), one.shape(), one.answers(), one.responses());
      case Opened one ->
          new Opened(one.id(), bare, one.day(), one.shape(), one.answers(), one.responses());
    };
  }
}
