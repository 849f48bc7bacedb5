package kith.relay;

import java.nio.file.Path;

/// Where a relay keeps everything.
public sealed interface Store {
  /// A folder of this machine, for one relay (SQLite).
  record Folder(Path path) implements Store {}

  /// A PostgreSQL database by its JDBC address, which any number of relays may share. The address
  /// may hold a password and is never printed.
  record Database(String url) implements Store {
    @Override
    public String toString() {
      return "Database[not shown]";
    }
  }

  /// Reads what an operator writes: the JDBC address of a PostgreSQL database, or a folder.
  static Store of(String text) {
    return text.startsWith("jdbc:") ? new Database(text) : new Folder(Path.of(text));
  }
}
