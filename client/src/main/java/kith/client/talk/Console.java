package kith.client.talk;

import java.util.Optional;

/// Where a person reads and types.
interface Console {

  /// Shows a line.
  void say(String line);

  /// Asks for a line; nothing when the person leaves.
  Optional<String> ask(String prompt);
}
