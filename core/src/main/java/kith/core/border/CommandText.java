package kith.core.border;

import java.util.OptionalInt;
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
      case "swap" -> new Command.Swap(from.exchange("exchange"));
      case "seal" -> new Command.Seal(from.exchange("exchange"), length(from));
      case "respond" -> new Command.Respond(from.exchange("exchange"), ResponseText.read(from));
      default -> throw from.wrong("type", "is no command");
    };
  }

  private static OptionalInt length(Reading from) {
    return from.has("length")
        ? OptionalInt.of((int) Math.min(from.whole("length", 0, Json.LARGEST_WHOLE), LONGEST))
        : OptionalInt.empty();
  }
}
