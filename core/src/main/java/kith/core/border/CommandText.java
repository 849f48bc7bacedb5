package kith.core.border;

import java.util.OptionalInt;
import kith.core.bond.Apology;
import kith.core.bond.Ring;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.person.Command;

/// Commands as text.
final class CommandText {
  /// UTF-16 code units: the longest response, each of its characters escaped, and room.
  private static final int LONGEST = 1 << 16;

  private CommandText() {}

  static Command read(String text) {
    Reading from = Reading.of("command", JsonReader.read(text, LONGEST));
    return switch (from.text("type")) {
      case "draw" -> new Command.Draw(from.exchange("exchange"), from.text("prompt"));
      case "write" -> new Command.Write(from.exchange("exchange"), PromptText.own(from));
      case "offer" ->
          new Command.Offer(
              from.exchange("exchange"), PromptText.own(from), from.exchangeIf("returns"));
      case "ask" -> new Command.Ask(from.exchange("exchange"), PromptText.own(from));
      case "swap" -> new Command.Swap(from.exchange("exchange"));
      case "seal" ->
          new Command.Seal(from.exchange("exchange"), length(from), from.wholeIf("since"));
      case "respond" -> new Command.Respond(from.exchange("exchange"), ResponseText.read(from));
      case "vote" -> new Command.Vote(MatterText.read(from));
      case "speak" -> new Command.Speak();
      default -> safety(from);
    };
  }

  /// Taking back, stepping back, resting, repairing and ending.
  private static Command safety(Reading from) {
    return switch (from.text("type")) {
      case "withdraw" -> new Command.Withdraw(from.exchange("exchange"), EventText.part(from));
      case "step-back" ->
          new Command.StepBack(
              MatterText.topic(from), (int) from.whole("ring", 0, Ring.INNERMOST - 1));
      case "rest" -> new Command.Rest(EventText.until(from));
      case "tell" ->
          new Command.Tell(
              from.exchange("exchange"), EventText.misstep(from), from.textIf("words", LONGEST));
      case "say-back" -> new Command.SayBack(from.exchange("exchange"), from.text("words"));
      case "own" ->
          new Command.Own(
              from.exchange("exchange"),
              new Apology(
                  from.text("own"),
                  from.textIf("differently", LONGEST),
                  from.textIf("regret", LONGEST)));
      case "end-evening" -> new Command.EndEvening();
      case "end" ->
          new Command.End(
              from.textIf("note", LONGEST), from.truth("takeBack"), from.truth("later"));
      case "withdraw-note" -> new Command.WithdrawNote();
      default -> throw from.wrong("type", "is no command");
    };
  }

  private static OptionalInt length(Reading from) {
    return from.has("length")
        ? OptionalInt.of((int) Math.min(from.whole("length", 0, Json.LARGEST_WHOLE), LONGEST))
        : OptionalInt.empty();
  }
}
