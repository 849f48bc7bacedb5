package kith.core.bond;

import java.util.Optional;
import java.util.OptionalLong;

/// What one person did that both can see. Who did it stands in the entry, and goes no further than
/// the rules need it.
public sealed interface Event {
  /// A prompt was laid on the table.
  ///
  /// @param held whether it shall open in two steps though its ring does not ask for it
  record Drew(ExchangeId exchange, Prompt prompt, boolean held) implements Event {
    /// One that opens as its ring asks.
    public Drew(ExchangeId exchange, Prompt prompt) {
      this(exchange, prompt, false);
    }
  }

  /// A first step was offered: the prompt is a line of what it is about.
  ///
  /// @param returns the other's first step that it answers, if any
  record Offered(ExchangeId exchange, Prompt prompt, Optional<ExchangeId> returns)
      implements Event {}

  /// A question was asked.
  record Asked(ExchangeId exchange, Prompt prompt) implements Event {}

  /// The card, offer or question on the table was put back.
  record Swapped(ExchangeId exchange) implements Event {}

  /// The other's answer was responded to.
  record Responded(ExchangeId exchange, Response response) implements Event {}

  /// Own words were taken back.
  record Withdrew(ExchangeId exchange, Part part) implements Event {}

  /// A topic was closed to `depth`, 0 being wholly.
  record SteppedBack(Topic topic, int depth) implements Event {}

  /// The bond was laid to rest.
  record Rested(OptionalLong until) implements Event {}

  /// A misstep was told.
  record Told(ExchangeId exchange, Misstep misstep, String words) implements Event {}

  /// What the hurt person told was said back.
  record SaidBack(ExchangeId exchange, String words) implements Event {}

  /// What went amiss was owned.
  record Owned(ExchangeId exchange, Apology apology) implements Event {}

  /// The evening together was ended.
  record EveningEnded() implements Event {}

  /// The bond was ended.
  ///
  /// @param takeBack whether all own words go with it
  record Ended(String note, boolean takeBack) implements Event {}

  /// The note of the end was taken back.
  record NoteWithdrawn() implements Event {}

  /// The author's software goes by the rules of `version`.
  record Speaks(long version) implements Event {}

  /// An event that only counts once both speak `version`.
  record Since(long version, Event event) implements Event {}

  /// An event of a kind, or in a form, that this version does not know.
  record Unknown() implements Event {}
}
