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

  /// Votes, changes of entries, ends, and vaults.
  private static final String SECOND =
      """
      ALTER TABLE bonds ADD COLUMN ended INTEGER;
      ALTER TABLE bonds ADD COLUMN tick_offset INTEGER NOT NULL DEFAULT 0
        CHECK (tick_offset BETWEEN 0 AND 1439);
      ALTER TABLE bonds ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
      UPDATE bonds SET tick_offset = abs(random() % 1440);
      ALTER TABLE entries ADD COLUMN tombstone BLOB;
      ALTER TABLE entries ADD COLUMN tombstone1 BLOB;
      CREATE TABLE changes (
        bond INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        seq INTEGER NOT NULL,
        PRIMARY KEY (bond, number),
        UNIQUE (bond, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE pending_withdrawals (
        bond INTEGER NOT NULL,
        seat INTEGER NOT NULL CHECK (seat IN (0, 1)),
        seq INTEGER NOT NULL,
        tombstone BLOB NOT NULL,
        day INTEGER NOT NULL,
        PRIMARY KEY (bond, seat, seq)
      ) STRICT;
      CREATE INDEX pending_withdrawals_day ON pending_withdrawals (day);
      CREATE TABLE pending_ends (
        bond INTEGER NOT NULL,
        seat INTEGER NOT NULL CHECK (seat IN (0, 1)),
        handle BLOB NOT NULL CHECK (length(handle) = 16),
        event BLOB NOT NULL,
        day INTEGER NOT NULL,
        PRIMARY KEY (bond, seat)
      ) STRICT;
      CREATE INDEX pending_ends_day ON pending_ends (day);
      CREATE TABLE votes (
        bond INTEGER NOT NULL,
        seat INTEGER NOT NULL CHECK (seat IN (0, 1)),
        epoch INTEGER NOT NULL,
        due INTEGER NOT NULL,
        counter INTEGER NOT NULL CHECK (counter BETWEEN 1 AND 16),
        gates BLOB NOT NULL,
        PRIMARY KEY (bond, seat, epoch)
      ) STRICT;
      CREATE INDEX votes_due ON votes (due);
      CREATE TABLE vote_counters (
        bond INTEGER NOT NULL,
        seat INTEGER NOT NULL CHECK (seat IN (0, 1)),
        epoch INTEGER NOT NULL,
        counter INTEGER NOT NULL CHECK (counter BETWEEN 1 AND 16),
        PRIMARY KEY (bond, seat, epoch)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE tick_time (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        reached INTEGER NOT NULL,
        shift INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        held INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE kept (
        name TEXT NOT NULL PRIMARY KEY,
        value BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE vaults (
        number INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        day INTEGER NOT NULL,
        generation INTEGER NOT NULL,
        changes INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE unlockers (
        vault INTEGER NOT NULL,
        id BLOB NOT NULL CHECK (length(id) = 16),
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
        envelope BLOB NOT NULL,
        public_key BLOB NOT NULL,
        salt BLOB,
        kdf INTEGER NOT NULL,
        PRIMARY KEY (vault, id)
      ) STRICT;
      CREATE UNIQUE INDEX unlockers_single ON unlockers (vault, kind) WHERE kind IN (2, 3);
      CREATE TABLE sessions (
        vault INTEGER NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32),
        unlocker BLOB NOT NULL,
        expires INTEGER NOT NULL,
        known INTEGER NOT NULL,
        PRIMARY KEY (vault, hash)
      ) STRICT;
      CREATE INDEX sessions_known ON sessions (known);
      CREATE TABLE used_challenges (
        vault INTEGER NOT NULL,
        challenge BLOB NOT NULL,
        day INTEGER NOT NULL,
        PRIMARY KEY (vault, challenge)
      ) STRICT;
      CREATE INDEX used_challenges_day ON used_challenges (day);
      CREATE TABLE records (
        vault INTEGER NOT NULL,
        id BLOB NOT NULL CHECK (length(id) = 16),
        version INTEGER NOT NULL CHECK (version >= 1),
        change INTEGER NOT NULL,
        box BLOB,
        PRIMARY KEY (vault, id),
        UNIQUE (vault, change)
      ) STRICT;
      CREATE TABLE pushes (
        vault INTEGER NOT NULL,
        id BLOB NOT NULL CHECK (length(id) = 16),
        address TEXT NOT NULL,
        hours INTEGER NOT NULL,
        due INTEGER NOT NULL,
        PRIMARY KEY (vault, id)
      ) STRICT;
      CREATE INDEX pushes_due ON pushes (due);
      """;

  /// What the daily sweep looks for.
  private static final String THIRD =
      """
      CREATE INDEX deposits_over ON deposits (expires) WHERE event IS NULL;
      """;

  private static final List<String> STEPS = List.of(FIRST, SECOND, THIRD);

  private Schema() {}

  /// Brings the file up to this version; refuses a file of a newer one.
  static void bring(Session session, int today) throws SQLException {
    bring(session, today, STEPS.size());
  }

  /// As a program did that knew so many steps.
  static void bring(Session session, int today, int known) throws SQLException {
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
    for (int next = version + 1; next <= known; next++) {
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
