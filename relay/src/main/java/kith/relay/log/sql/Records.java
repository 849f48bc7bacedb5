package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import kith.relay.log.Outcome;
import kith.relay.log.VaultLog.RecordPage;
import kith.relay.log.VaultLog.VaultRecord;
import kith.relay.log.VaultRequests.Put;
import kith.relay.log.VaultRequests.ReadAll;
import kith.relay.log.VaultRequests.ReadOne;
import kith.wire.Box;
import kith.wire.Id;
import kith.wire.Limits;
import kith.wire.Problem;
import kith.wire.RecordId;

/// The sealed records of each vault. An erased one keeps its row and its version, so that versions
/// only rise.
final class Records {
  private static final String COLUMNS = "SELECT id, version, change, box FROM records ";

  private static final String PUT =
      """
      INSERT INTO records (vault, id, version, change, box) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (vault, id) DO UPDATE SET version = excluded.version,
        change = excluded.change, box = excluded.box
      """;

  private static final Session.Bound<VaultRecord> PAGE_BOUND =
      new Session.Bound<>(
          Limits.PAGE_ENTRIES,
          Limits.PAGE_BYTES,
          record -> record.box().map(Box::length).orElse(0));

  private Records() {}

  private static VaultRecord read(ResultSet row) throws SQLException {
    byte[] box = row.getBytes(4);
    return new VaultRecord(
        new RecordId(Id.of(row.getBytes(1)).orElseThrow()),
        row.getLong(2),
        row.getLong(3),
        Optional.ofNullable(box).map(Box::new));
  }

  static Outcome<RecordPage> page(Session session, ReadAll request, int today) throws SQLException {
    Optional<Vaults.Row> vault = Vaults.unlocked(session, request.by(), today);
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    Session.Rows<VaultRecord> rows =
        session.rows(
            COLUMNS + "WHERE vault = ? AND change > ? ORDER BY change LIMIT ?",
            Records::read,
            PAGE_BOUND,
            vault.get().number(),
            request.after(),
            Limits.PAGE_ENTRIES + 1);
    return Turn.done(new RecordPage(rows.values(), rows.more(), today));
  }

  static Outcome<VaultRecord> one(Session session, ReadOne request, int today) throws SQLException {
    Optional<Vaults.Row> vault = Vaults.unlocked(session, request.by(), today);
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    return find(session, vault.get().number(), request.record())
        .map(Turn::done)
        .orElseGet(() -> Turn.refused(Problem.RECORD_UNKNOWN));
  }

  private static Optional<VaultRecord> find(Session session, long vault, RecordId id)
      throws SQLException {
    return session.first(COLUMNS + "WHERE vault = ? AND id = ?", Records::read, vault, id.bytes());
  }

  static Outcome<VaultRecord> put(Turn turn, Put request) throws SQLException {
    Optional<Vaults.Row> vault = Vaults.unlocked(turn.session(), request.by(), turn.today());
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    long number = vault.get().number();
    Optional<VaultRecord> there = find(turn.session(), number, request.record());
    long version = there.map(VaultRecord::version).orElse(0L);
    Optional<Box> box = Optional.ofNullable(request.box());
    if (there.isPresent() && version == request.was() + 1 && there.get().box().equals(box)) {
      return Turn.done(there.get());
    }
    if (version != request.was()) {
      return Turn.refused(Problem.RECORD_MOVED);
    }
    if (box.isPresent() && !room(turn, vault.get(), there, box.get())) {
      return Turn.refused(Problem.TOO_MANY);
    }
    VaultRecord record =
        new VaultRecord(request.record(), version + 1, vault.get().changes() + 1, box);
    write(turn.session(), number, record);
    return Turn.done(record);
  }

  private static void write(Session session, long vault, VaultRecord record) throws SQLException {
    session.run("UPDATE vaults SET changes = ? WHERE number = ?", record.change(), vault);
    session.run(
        PUT,
        vault,
        record.record().bytes(),
        record.version(),
        record.change(),
        record.box().map(Box::bytes).orElse(null));
  }

  /// How many records there are and how many bytes they hold.
  private record Held(long records, long bytes) {}

  private static boolean room(Turn turn, Vaults.Row vault, Optional<VaultRecord> there, Box box)
      throws SQLException {
    Held held =
        turn.session()
            .first(
                "SELECT count(*), coalesce(sum(length(box)), 0) FROM records WHERE vault = ?",
                row -> new Held(row.getLong(1), row.getLong(2)),
                vault.number())
            .orElse(new Held(0, 0));
    long before = there.flatMap(VaultRecord::box).map(Box::length).orElse(0);
    return (there.isPresent() || held.records() < Limits.RECORDS_PER_VAULT)
        && held.bytes() - before + box.length() <= Limits.VAULT_BYTES
        && turn.quotas().recordChanges().take(turn, new Bonds.Member(-vault.number(), 0));
  }
}
