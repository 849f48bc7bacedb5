package kith.core.person;

import java.util.Optional;
import java.util.OptionalLong;
import kith.core.bond.Answer;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Prompt;
import kith.core.bond.Response;
import kith.core.bond.Verdict;

/// One exchange as one person sees it.
///
/// @param told who tells something in it, and whose words it asks in
/// @param bound whether both are bound to what they sealed, and only the keys are missing
/// @param day the day on which it was drawn, or, once opened, on which it opened
/// @param lastDay the last day on which a drawn card lies on the table
/// @param sealedByMe whether my own answer lies ready, or lay ready; of the other's there is no
///     word
/// @param ratherNot whether my own device suggests to swap it; nobody else knows
public record Card(
    ExchangeId exchange,
    State state,
    Told told,
    boolean bound,
    Prompt prompt,
    long day,
    OptionalLong lastDay,
    boolean sealedByMe,
    boolean ratherNot,
    Sides<Answer> answers,
    Sides<Response> responses,
    May may) {

  /// Where the exchange stands.
  public enum State {
    /// On the table, not opened.
    DRAWN("drawn"),
    /// Opened; one or both have yet to respond.
    OPENED("opened"),
    /// Both have responded.
    SETTLED("settled");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /// Its name in views.
    public String word() {
      return word;
    }
  }

  /// The kind, who tells, and who wrote what is asked.
  public record Told(Kind kind, boolean byMe, boolean byThem, Written written) {}

  /// Who wrote what is asked; for a card of a deck nobody of the two did.
  public record Written(boolean byMe, boolean byThem) {}

  /// Mine and theirs, as far as there are any.
  public record Sides<T>(Optional<T> mine, Optional<T> theirs) {
    static <T> Sides<T> none() {
      return new Sides<>(Optional.empty(), Optional.empty());
    }
  }

  /// What I may do with it now.
  public record May(Verdict seal, Verdict swap, Verdict respond, Verdict tell, Verdict takeBack) {}
}
