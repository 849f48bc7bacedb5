package kith.core.bond;

import java.util.Optional;

/// One prompt and what came of it. Each state holds only what exists in it.
public sealed interface Exchange {
  /// Its name.
  ExchangeId id();

  /// A card on the table. That someone has sealed is not known here.
  ///
  /// @param day the day on which it was drawn
  record Drawn(ExchangeId id, Prompt prompt, long day) implements Exchange {
    /// The last day on which it lies on the table.
    public long lastDay(Pace pace) {
      return day + pace.lapseDays();
    }
  }

  /// Both answers are in and can no longer change.
  ///
  /// @param day the day on which it opened
  record Opened(
      ExchangeId id,
      Prompt prompt,
      long day,
      Both<Answer> answers,
      Both<Optional<Response>> responses)
      implements Exchange {

    Exchange with(Seat by, Response response) {
      Optional<Response> other = responses.of(by.other());
      if (other.isPresent()) {
        return new Settled(id, prompt, day, answers, in(by, response, other.get()));
      }
      return new Opened(id, prompt, day, answers, in(by, Optional.of(response), Optional.empty()));
    }

    private static <T> Both<T> in(Seat seat, T own, T other) {
      return seat == Seat.ZERO ? new Both<>(own, other) : new Both<>(other, own);
    }
  }

  /// Both have responded.
  ///
  /// @param day the day on which it opened
  record Settled(
      ExchangeId id, Prompt prompt, long day, Both<Answer> answers, Both<Response> responses)
      implements Exchange {}

  /// Swapped or lapsed: nothing is left but the name, which is not used again. Which of the two it
  /// was, and by whom, is not kept.
  record Gone(ExchangeId id) implements Exchange {}
}
