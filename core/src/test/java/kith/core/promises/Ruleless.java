package kith.core.promises;

import java.util.Optional;
import kith.core.bond.Event;
import kith.core.person.Command;

/// What software that asks no rule writes for a command.
final class Ruleless {
  private Ruleless() {}

  static Optional<Event> writes(Command command) {
    return switch (command) {
      case Command.Write one -> Optional.of(new Event.Drew(one.exchange(), one.prompt()));
      case Command.Offer one ->
          Optional.of(new Event.Offered(one.exchange(), one.prompt(), one.returns()));
      case Command.Ask one -> Optional.of(new Event.Asked(one.exchange(), one.prompt()));
      case Command.Swap one -> Optional.of(new Event.Swapped(one.exchange()));
      case Command.Respond one -> Optional.of(new Event.Responded(one.exchange(), one.response()));
      case Command.Withdraw one -> Optional.of(new Event.Withdrew(one.exchange(), one.part()));
      case Command.StepBack one -> Optional.of(new Event.SteppedBack(one.topic(), one.depth()));
      case Command.Rest one -> Optional.of(new Event.Rested(one.until()));
      case Command.Tell one ->
          Optional.of(new Event.Told(one.exchange(), one.misstep(), one.words()));
      case Command.SayBack one -> Optional.of(new Event.SaidBack(one.exchange(), one.words()));
      case Command.Own one -> Optional.of(new Event.Owned(one.exchange(), one.apology()));
      case Command.EndEvening() -> Optional.of(new Event.EveningEnded());
      case Command.End one -> Optional.of(new Event.Ended(one.note(), one.takeBack()));
      default -> Optional.empty();
    };
  }
}
