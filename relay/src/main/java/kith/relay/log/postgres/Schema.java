package kith.relay.log.postgres;

import java.sql.SQLException;
import java.util.List;
import kith.relay.log.CannotOpen;
import kith.relay.log.sql.Session;

/// The tables, as a list of steps. Each step is one transaction that also notes itself, so that
/// being killed anywhere leaves either the old schema or the new one; a lock lets one node at a
/// time bring it up.
///
/// A step only adds, so that nodes of the version before go on while others are brought up. Each
/// step notes the oldest version that can still work beside it.
///
/// A bond's number follows from its random id, not from a sequence: nothing is shared between
/// bonds, so the tables can be spread over servers by it. Boxes look random and are not compressed.
final class Schema {
  private static final String FIRST =
      """
      CREATE TABLE bonds (
        number bigint GENERATED ALWAYS AS
          (('x' || encode(substring(sha256(id) FROM 1 FOR 8), 'hex'))::bit(64)::bigint) STORED
          PRIMARY KEY,
        id bytea NOT NULL UNIQUE CHECK (length(id) = 16),
        day integer NOT NULL,
        seat0 bytea NOT NULL CHECK (length(seat0) = 32),
        seat1 bytea CHECK (length(seat1) = 32)
      );
      CREATE TABLE gate_locks (
        bond bigint PRIMARY KEY
      );
      CREATE FUNCTION add_gate_locks() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO gate_locks (bond) SELECT number FROM made ON CONFLICT DO NOTHING;
          RETURN NULL;
        END $$;
      CREATE TRIGGER bonds_gate_locks AFTER INSERT ON bonds
        REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION add_gate_locks();
      CREATE TABLE entries (
        bond bigint NOT NULL,
        seq bigint NOT NULL CHECK (seq >= 1),
        day integer NOT NULL,
        seat smallint CHECK (seat IN (0, 1)),
        handle bytea CHECK (length(handle) = 16),
        gate bytea CHECK (length(gate) = 16),
        event bytea NOT NULL,
        body bytea,
        event1 bytea,
        body1 bytea,
        PRIMARY KEY (bond, seq),
        CHECK ((seat IS NULL) = (handle IS NULL)),
        CHECK ((seat IS NULL) = (gate IS NOT NULL)),
        CHECK ((seat IS NULL) = (event1 IS NOT NULL))
      );
      CREATE UNIQUE INDEX entries_handle ON entries (bond, handle) WHERE handle IS NOT NULL;
      CREATE UNIQUE INDEX entries_gate ON entries (bond, gate) WHERE gate IS NOT NULL;
      CREATE TABLE keys (
        bond bigint NOT NULL,
        seq bigint NOT NULL,
        seat smallint NOT NULL CHECK (seat IN (0, 1)),
        key bytea NOT NULL,
        PRIMARY KEY (bond, seq, seat)
      );
      CREATE TABLE ended_gates (
        bond bigint NOT NULL,
        gate bytea NOT NULL CHECK (length(gate) = 16),
        PRIMARY KEY (bond, gate)
      );
      CREATE TABLE deposits (
        bond bigint NOT NULL,
        seat smallint NOT NULL CHECK (seat IN (0, 1)),
        gate bytea NOT NULL CHECK (length(gate) = 16),
        revision bigint NOT NULL CHECK (revision >= 1),
        expires integer NOT NULL,
        event bytea,
        body bytea,
        PRIMARY KEY (bond, seat, gate)
      );
      CREATE INDEX deposits_held ON deposits (expires) WHERE event IS NOT NULL;
      CREATE TABLE deposit_keys (
        bond bigint NOT NULL,
        seat smallint NOT NULL CHECK (seat IN (0, 1)),
        gate bytea NOT NULL,
        key bytea NOT NULL,
        PRIMARY KEY (bond, seat, gate)
      );
      CREATE TABLE invitations (
        id bytea PRIMARY KEY CHECK (length(id) = 16),
        bond bigint,
        day integer NOT NULL,
        expires integer NOT NULL,
        offer bytea,
        accept bytea,
        accept_day integer,
        confirm bytea,
        confirm_day integer,
        CHECK ((bond IS NULL) = (offer IS NULL))
      );
      CREATE INDEX invitations_bond ON invitations (bond) WHERE bond IS NOT NULL;
      CREATE INDEX invitations_expiry ON invitations (expires);
      ALTER TABLE entries ALTER COLUMN event SET STORAGE EXTERNAL,
        ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN event1 SET STORAGE EXTERNAL,
        ALTER COLUMN body1 SET STORAGE EXTERNAL;
      ALTER TABLE entries SET (toast_tuple_target = 8160);
      ALTER TABLE deposits ALTER COLUMN event SET STORAGE EXTERNAL,
        ALTER COLUMN body SET STORAGE EXTERNAL;
      ALTER TABLE deposits SET (toast_tuple_target = 8160)
      """;

  /// Votes, changes of entries, ends, and vaults. A node that does not know of ends would add to
  /// bonds that have ended, so none works beside it. Votes are not logged, so they are in no backup
  /// and gone after a crash: that reads as *not yet*. Their counters are, so none is used twice.
  private static final String SECOND =
      """
      ALTER TABLE bonds ADD COLUMN ended integer;
      ALTER TABLE bonds ADD COLUMN tick_offset integer NOT NULL DEFAULT 0
        CHECK (tick_offset BETWEEN 0 AND 1439);
      ALTER TABLE bonds ADD COLUMN changes bigint NOT NULL DEFAULT 0;
      UPDATE bonds SET tick_offset = floor(random() * 1440)::integer;
      ALTER TABLE entries ADD COLUMN tombstone bytea;
      ALTER TABLE entries ADD COLUMN tombstone1 bytea;
      CREATE TABLE changes (
        bond bigint NOT NULL,
        number bigint NOT NULL CHECK (number >= 1),
        seq bigint NOT NULL,
        PRIMARY KEY (bond, number),
        UNIQUE (bond, seq)
      );
      CREATE TABLE pending_withdrawals (
        bond bigint NOT NULL,
        seat smallint NOT NULL CHECK (seat IN (0, 1)),
        seq bigint NOT NULL,
        tombstone bytea NOT NULL,
        day integer NOT NULL,
        PRIMARY KEY (bond, seat, seq)
      );
      CREATE INDEX pending_withdrawals_day ON pending_withdrawals (day);
      CREATE TABLE pending_ends (
        bond bigint NOT NULL,
        seat smallint NOT NULL CHECK (seat IN (0, 1)),
        handle bytea NOT NULL CHECK (length(handle) = 16),
        event bytea NOT NULL,
        day integer NOT NULL,
        PRIMARY KEY (bond, seat)
      );
      CREATE INDEX pending_ends_day ON pending_ends (day);
      CREATE UNLOGGED TABLE votes (
        bond bigint NOT NULL,
        seat smallint NOT NULL CHECK (seat IN (0, 1)),
        epoch integer NOT NULL,
        due bigint NOT NULL,
        counter integer NOT NULL CHECK (counter BETWEEN 1 AND 16),
        gates bytea NOT NULL,
        PRIMARY KEY (bond, seat, epoch)
      );
      CREATE INDEX votes_due ON votes (due);
      CREATE TABLE vote_counters (
        bond bigint NOT NULL,
        seat smallint NOT NULL CHECK (seat IN (0, 1)),
        epoch integer NOT NULL,
        counter integer NOT NULL CHECK (counter BETWEEN 1 AND 16),
        PRIMARY KEY (bond, seat, epoch)
      );
      CREATE TABLE tick_time (
        one integer PRIMARY KEY CHECK (one = 1),
        reached bigint NOT NULL,
        shift bigint NOT NULL,
        seen bigint NOT NULL,
        held bigint NOT NULL
      );
      CREATE TABLE kept (
        name text NOT NULL PRIMARY KEY,
        value bytea NOT NULL
      );
      CREATE TABLE vaults (
        number bigint GENERATED ALWAYS AS
          (('x' || encode(substring(sha256(id) FROM 1 FOR 8), 'hex'))::bit(64)::bigint) STORED
          PRIMARY KEY,
        id bytea NOT NULL UNIQUE CHECK (length(id) = 16),
        day integer NOT NULL,
        generation integer NOT NULL,
        changes bigint NOT NULL
      );
      CREATE TABLE unlockers (
        vault bigint NOT NULL,
        id bytea NOT NULL CHECK (length(id) = 16),
        kind integer NOT NULL CHECK (kind BETWEEN 1 AND 4),
        envelope bytea NOT NULL,
        public_key bytea NOT NULL,
        salt bytea,
        kdf integer NOT NULL,
        PRIMARY KEY (vault, id)
      );
      CREATE UNIQUE INDEX unlockers_single ON unlockers (vault, kind) WHERE kind IN (2, 3);
      CREATE TABLE sessions (
        vault bigint NOT NULL,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        unlocker bytea NOT NULL,
        expires integer NOT NULL,
        known integer NOT NULL,
        PRIMARY KEY (vault, hash)
      );
      CREATE INDEX sessions_known ON sessions (known);
      CREATE TABLE used_challenges (
        vault bigint NOT NULL,
        challenge bytea NOT NULL,
        day integer NOT NULL,
        PRIMARY KEY (vault, challenge)
      );
      CREATE INDEX used_challenges_day ON used_challenges (day);
      CREATE TABLE records (
        vault bigint NOT NULL,
        id bytea NOT NULL CHECK (length(id) = 16),
        version bigint NOT NULL CHECK (version >= 1),
        change bigint NOT NULL,
        box bytea,
        PRIMARY KEY (vault, id),
        UNIQUE (vault, change)
      );
      CREATE TABLE pushes (
        vault bigint NOT NULL,
        id bytea NOT NULL CHECK (length(id) = 16),
        address text NOT NULL,
        hours integer NOT NULL,
        due bigint NOT NULL,
        PRIMARY KEY (vault, id)
      );
      CREATE INDEX pushes_due ON pushes (due);
      ALTER TABLE records ALTER COLUMN box SET STORAGE EXTERNAL;
      ALTER TABLE votes ALTER COLUMN gates SET STORAGE EXTERNAL
      """;

  /// What the daily sweep looks for; version 2 works beside it.
  private static final String THIRD =
      """
      CREATE INDEX deposits_over ON deposits (expires) WHERE event IS NULL
      """;

  /// PostgreSQL keeps no statistics of what looks random and is only ever looked up: they help no
  /// plan, and to gather them it sorts a sample of each column while others wait for a processor.
  private static final String FOURTH =
      """
      ALTER TABLE entries ALTER COLUMN handle SET STATISTICS 0,
        ALTER COLUMN gate SET STATISTICS 0, ALTER COLUMN event SET STATISTICS 0,
        ALTER COLUMN body SET STATISTICS 0, ALTER COLUMN event1 SET STATISTICS 0,
        ALTER COLUMN body1 SET STATISTICS 0;
      ALTER TABLE keys ALTER COLUMN key SET STATISTICS 0;
      ALTER TABLE ended_gates ALTER COLUMN gate SET STATISTICS 0;
      ALTER TABLE deposits ALTER COLUMN gate SET STATISTICS 0,
        ALTER COLUMN event SET STATISTICS 0, ALTER COLUMN body SET STATISTICS 0;
      ALTER TABLE deposit_keys ALTER COLUMN gate SET STATISTICS 0,
        ALTER COLUMN key SET STATISTICS 0
      """;

  /// A step, and the oldest version that can work with what it leaves.
  private record Step(int oldest, String statements) {}

  private static final List<Step> STEPS =
      List.of(new Step(1, FIRST), new Step(2, SECOND), new Step(2, THIRD), new Step(2, FOURTH));

  /// Any number that nothing else in the database locks: "kith" in ASCII.
  private static final long LOCK = 0x6b697468L;

  private Schema() {}

  /// Brings the database up to this version; refuses one that this version cannot work with.
  static void bring(Session session, int today) throws SQLException {
    for (boolean more = true; more; ) {
      session.script("BEGIN");
      session.script("SELECT pg_advisory_xact_lock(%d)".formatted(LOCK));
      session.script(
          """
          CREATE TABLE IF NOT EXISTS migrations
            (version integer PRIMARY KEY, day integer NOT NULL, oldest integer NOT NULL)
          """);
      more = step(session, today);
      session.script("COMMIT");
    }
  }

  /// Does the next step, if there is one; whether another may follow.
  private static boolean step(Session session, int today) throws SQLException {
    int version = number(session, "SELECT coalesce(max(version), 0) FROM migrations");
    if (version >= STEPS.size()) {
      refuseNewer(session, version);
      return false;
    }
    Step step = STEPS.get(version);
    session.script(step.statements());
    session.run(
        "INSERT INTO migrations (version, day, oldest) VALUES (?, ?, ?)",
        version + 1,
        today,
        step.oldest());
    return true;
  }

  private static void refuseNewer(Session session, int version) throws SQLException {
    int oldest = number(session, "SELECT coalesce(max(oldest), 0) FROM migrations");
    if (oldest > STEPS.size()) {
      throw new CannotOpen(
          ("The data was written by a newer Kith (schema %d; the oldest that can still use it is"
                  + " %d, this one is %d); use that version or newer.")
              .formatted(version, oldest, STEPS.size()));
    }
  }

  /// Whether nodes of this version can still work with the database as it stands now.
  static boolean permits(Session session) throws SQLException {
    return number(session, "SELECT coalesce(max(oldest), 0) FROM migrations") <= STEPS.size();
  }

  private static int number(Session session, String sql) throws SQLException {
    return session.first(sql, row -> row.getInt(1)).orElse(0);
  }
}
