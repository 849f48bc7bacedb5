package kith.relay.log.sql;

import java.sql.SQLException;
import kith.relay.log.CreationBudget;
import kith.relay.log.Requests.Append;
import kith.relay.log.sql.Bonds.Member;
import kith.wire.Limits;

/// The counted limits. Seat by seat, except bonds made per hour, which is for the whole relay.
public final class Quotas {
  /// Enough of a bond's end to see a seat's whole day, openings and the other seat included.
  public static final int LOOK_BACK = 4 * Limits.ENTRIES_PER_DAY;

  private final CreationBudget bonds;
  private final Quota entries = new Quota(Limits.ENTRIES_PER_DAY, Quotas::entriesBefore);
  private final Quota depositChanges = new Quota(Limits.DEPOSIT_CHANGES_PER_DAY, (_, _) -> 0);
  private final Quota reserved = new Quota(Limits.RESERVED_PER_DAY, (_, _) -> 0);
  private final Quota recordChanges = new Quota(Limits.RECORD_CHANGES_PER_DAY, (_, _) -> 0);
  private final CreationBudget vaults;
  private final Quota keyChanges = new Quota(Limits.KEY_CHANGES_PER_DAY, (_, _) -> 0);

  /// For the threads that write, of which one at a time works for a home.
  public Quotas(CreationBudget bonds, CreationBudget vaults) {
    this.bonds = bonds;
    this.vaults = vaults;
  }

  CreationBudget vaults() {
    return vaults;
  }

  Quota recordChanges() {
    return recordChanges;
  }

  CreationBudget bonds() {
    return bonds;
  }

  Quota depositChanges() {
    return depositChanges;
  }

  Quota keyChanges() {
    return keyChanges;
  }

  private static int entriesBefore(Turn turn, Member member) throws SQLException {
    return turn.session()
        .first(
            """
            SELECT count(*) FROM
              (SELECT seat, day FROM entries WHERE bond = ? ORDER BY seq DESC LIMIT ?) AS latest
            WHERE seat = ? AND day = ?
            """,
            row -> row.getInt(1),
            member.bond(),
            LOOK_BACK,
            member.seat(),
            turn.today())
        .orElse(0);
  }

  /// Takes one of the seat's new entries of today, if there is one left; a reserved one has a quota
  /// of its own.
  public boolean takeEntry(Turn turn, Member member, Append request) throws SQLException {
    boolean set = request.reserved() && request.parts().small();
    return (set ? reserved : entries).take(turn, member);
  }

  /// Whether the seat's entries of today have been counted.
  public boolean knowsEntries(int today, Member member) {
    return entries.knows(today, member);
  }

  /// Notes how many entries the seat has written today.
  public void learnEntries(int today, Member member, int count) {
    entries.learn(today, member, count);
  }

  /// Takes one of the seat's changes of deposits of today, if there is one left.
  public boolean takeDeposit(Turn turn, Member member) throws SQLException {
    return depositChanges.take(turn, member);
  }

  /// Forgets the counts: what was counted has not been kept.
  public void forget() {
    entries.forget();
    depositChanges.forget();
    reserved.forget();
    keyChanges.forget();
    recordChanges.forget();
  }
}
