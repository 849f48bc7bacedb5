package kith.relay.log.sqlite;

import java.sql.SQLException;
import java.util.List;
import kith.relay.log.CannotOpen;
import kith.relay.log.sql.Session;

/// The tables, as a list of steps. Each step is one transaction that also notes itself, so that
/// being killed anywhere leaves either the old schema or the new one.
///
/// At rest there is nothing finer than a day, and of a capability only its hash.
final class Schema {
  private static final String FIRST =
      """
      CREATE TABLE bonds (
        number INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        day INTEGER NOT NULL,
        seat0 BLOB NOT NULL CHECK (length(seat0) = 32),
        seat1 BLOB CHECK (length(seat1) = 32)
      ) STRICT;
      CREATE TABLE entries (
        bond INTEGER NOT NULL REFERENCES bonds (number),
        seq INTEGER NOT NULL CHECK (seq >= 1),
        day INTEGER NOT NULL,
        seat INTEGER CHECK (seat IN (0, 1)),
        handle BLOB CHECK (length(handle) = 16),
        gate BLOB CHECK (length(gate) = 16),
        event BLOB NOT NULL,
        body BLOB,
        event1 BLOB,
        body1 BLOB,
        UNIQUE (bond, seq),
        CHECK ((seat IS NULL) = (handle IS NULL)),
        CHECK ((seat IS NULL) = (gate IS NOT NULL)),
        CHECK ((seat IS NULL) = (event1 IS NOT NULL))
      ) STRICT;
      CREATE UNIQUE INDEX entries_handle ON entries (bond, handle) WHERE handle IS NOT NULL;
      CREATE UNIQUE INDEX entries_gate ON entries (bond, gate) WHERE gate IS NOT NULL;
      CREATE TABLE keys (
        bond INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        seat INTEGER NOT NULL CHECK (seat IN (0, 1)),
        key BLOB NOT NULL,
        PRIMARY KEY (bond, seq, seat)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE ended_gates (
        bond INTEGER NOT NULL,
        gate BLOB NOT NULL CHECK (length(gate) = 16),
        PRIMARY KEY (bond, gate)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE deposits (
        bond INTEGER NOT NULL,
        seat INTEGER NOT NULL CHECK (seat IN (0, 1)),
        gate BLOB NOT NULL CHECK (length(gate) = 16),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        expires INTEGER NOT NULL,
        event BLOB,
        body BLOB,
        PRIMARY KEY (bond, seat, gate)
      ) STRICT;
      CREATE INDEX deposits_held ON deposits (expires) WHERE event IS NOT NULL;
      CREATE TABLE deposit_keys (
        bond INTEGER NOT NULL,
        seat INTEGER NOT NULL CHECK (seat IN (0, 1)),
        gate BLOB NOT NULL,
        key BLOB NOT NULL,
        PRIMARY KEY (bond, seat, gate)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE invitations (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        bond INTEGER,
        day INTEGER NOT NULL,
        expires INTEGER NOT NULL,
        offer BLOB,
        accept BLOB,
        accept_day INTEGER,
        confirm BLOB,
        confirm_day INTEGER,
        CHECK ((bond IS NULL) = (offer IS NULL))
      ) STRICT;
      CREATE INDEX invitations_bond ON invitations (bond) WHERE bond IS NOT NULL;
      CREATE INDEX invitations_expiry ON invitations (expires);
      """;

  private static final List<String> STEPS = List.of(FIRST);

  private Schema() {}

  /// Brings the file up to this version; refuses a file of a newer one.
  static void bring(Session session, int today) throws SQLException {
    session.script(
        "CREATE TABLE IF NOT EXISTS migrations"
            + " (version INTEGER PRIMARY KEY, day INTEGER NOT NULL) STRICT");
    int version = version(session);
    if (version > STEPS.size()) {
      throw new CannotOpen(
          ("The data was written by a newer Kith (schema %d, this one knows %d);"
                  + " use that version or newer.")
              .formatted(version, STEPS.size()));
    }
    for (int next = version + 1; next <= STEPS.size(); next++) {
      step(session, next, today);
    }
  }

  static int version(Session session) throws SQLException {
    return session
        .first("SELECT coalesce(max(version), 0) FROM migrations", row -> row.getInt(1))
        .orElse(0);
  }

  private static void step(Session session, int version, int today) throws SQLException {
    session.script("BEGIN IMMEDIATE");
    for (String statement : STEPS.get(version - 1).split(";\n", -1)) {
      if (!statement.isBlank()) {
        session.script(statement);
      }
    }
    session.run("INSERT INTO migrations (version, day) VALUES (?, ?)", version, today);
    session.script("COMMIT");
  }
}
