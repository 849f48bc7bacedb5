package kith.relay.log;

import java.nio.file.Path;

/// What became of a backup or a restoration: the file or folder that now holds it, or why nothing
/// was done, in one plain sentence with the remedy.
public sealed interface Upkeep {
  /// Done and durable: `bytes` in `where`, with so many bonds and entries.
  record Done(Path where, long bytes, long bonds, long entries) implements Upkeep {}

  /// Nothing was changed.
  record Refused(String why) implements Upkeep {}
}
