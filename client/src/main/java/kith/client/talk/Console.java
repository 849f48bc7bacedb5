package kith.client.talk;

import java.util.Optional;

/// Where a person reads and types.
interface Console {

  /// Shows a line.
  void say(String line);

  /// Asks for a line; nothing when the person leaves.
  Optional<String> ask(String prompt);

  /// The same, with something in the line already.
  default Optional<String> ask(String prompt, String begun) {
    return ask(prompt);
  }

  /// What stood in the line when the person left it with Ctrl-C.
  default String unfinished() {
    return "";
  }
}
