package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import kith.relay.log.Invitation;
import kith.relay.log.Outcome;
import kith.relay.log.Requests.Accept;
import kith.relay.log.Requests.Confirm;
import kith.relay.log.Requests.Erase;
import kith.relay.log.Requests.Offer;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Bonds.Present;
import kith.wire.BondId;
import kith.wire.Box;
import kith.wire.Days;
import kith.wire.InvitationId;
import kith.wire.Limits;
import kith.wire.Problem;
import kith.wire.SeatHash;
import org.jspecify.annotations.Nullable;

/// Invitations: three boxes and two days. An erased one is a bare mark without its bond.
final class Invitations {
  private static final String FIND =
      """
      SELECT bond, day, expires, offer, accept, accept_day, confirm, confirm_day
      FROM invitations WHERE id = ?
      """;

  private static final String ERASED =
      """
      UPDATE invitations SET bond = NULL, offer = NULL, accept = NULL, accept_day = NULL,
        confirm = NULL, confirm_day = NULL
      """;

  private Invitations() {}

  private record Row(
      long bond,
      int day,
      int expires,
      @Nullable Box offer,
      @Nullable Box accept,
      int acceptDay,
      @Nullable Box confirm,
      int confirmDay) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getLong(1),
          row.getInt(2),
          row.getInt(3),
          box(row.getBytes(4)),
          box(row.getBytes(5)),
          row.getInt(6),
          box(row.getBytes(7)),
          row.getInt(8));
    }

    boolean erased() {
      return offer == null;
    }

    /// Once accepted, both may still need to come back for what the other has put there.
    int lastDay() {
      return accept == null ? expires : expires + Limits.MEETING_DAYS;
    }
  }

  static Outcome<Integer> offer(Turn turn, Offer request) throws SQLException {
    Optional<Present> present = Bonds.present(turn.session(), request.seat());
    Optional<Member> inviter = present.map(Present::member).filter(member -> member.seat() == 0);
    if (present.isEmpty() || inviter.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    if (present.get().isOver()) {
      return Turn.refused(Problem.BOND_ENDED);
    }
    Optional<Row> there = find(turn.session(), request.id());
    if (there.isPresent()) {
      return sameOffer(there.get(), request, inviter.get())
          ? Turn.done(there.get().day())
          : Turn.refused(Problem.INVITATION_EXISTS);
    }
    if (open(turn, inviter.get()) >= Limits.INVITATIONS_PER_BOND) {
      return Turn.refused(Problem.TOO_MANY);
    }
    turn.session()
        .run(
            "INSERT INTO invitations (id, bond, day, expires, offer) VALUES (?, ?, ?, ?, ?)",
            request.id().bytes(),
            inviter.get().bond(),
            turn.today(),
            request.expires(),
            request.offer().bytes());
    return Turn.done(turn.today());
  }

  private static boolean sameOffer(Row row, Offer request, Member inviter) {
    return row.bond() == inviter.bond()
        && row.expires() == request.expires()
        && Objects.equals(row.offer(), request.offer());
  }

  private static int open(Turn turn, Member inviter) throws SQLException {
    return turn.session()
        .first(
            "SELECT count(*) FROM invitations WHERE bond = ? AND expires >= ?",
            row -> row.getInt(1),
            inviter.bond(),
            turn.today())
        .orElse(0);
  }

  static Outcome<Invitation> read(Session session, InvitationId id, int today) throws SQLException {
    Optional<Row> row = find(session, id);
    if (row.isEmpty()) {
      return Turn.refused(Problem.INVITATION_UNKNOWN);
    }
    if (Days.over(row.get().lastDay(), today)) {
      return Turn.refused(Problem.INVITATION_EXPIRED);
    }
    Box offer = row.get().offer();
    if (offer == null) {
      return Turn.refused(Problem.INVITATION_USED);
    }
    return Turn.done(
        new Invitation(offer, row.get().accept(), row.get().confirm(), row.get().expires(), today));
  }

  private static @Nullable Box box(byte @Nullable [] bytes) {
    return bytes == null ? null : new Box(bytes);
  }

  static Outcome<Integer> accept(Turn turn, Accept request) throws SQLException {
    Optional<Row> row = find(turn.session(), request.id());
    if (row.isEmpty()) {
      return Turn.refused(Problem.INVITATION_UNKNOWN);
    }
    if (row.get().accept() != null) {
      return acceptedBefore(turn.session(), row.get(), request)
          ? Turn.done(row.get().acceptDay())
          : Turn.refused(Problem.INVITATION_TAKEN);
    }
    Optional<Problem> closed = closed(row.get(), turn.today());
    if (closed.isPresent()) {
      return Turn.refused(closed.get());
    }
    if (Bonds.present(turn.session(), row.get().bond(), request.seat()).isPresent()) {
      return Turn.refused(Problem.INVITATION_TAKEN);
    }
    return claim(turn, row.get().bond(), request);
  }

  private static boolean acceptedBefore(Session session, Row row, Accept request)
      throws SQLException {
    return Objects.equals(row.accept(), request.accept())
        && isSeat(session, row, request.seat(), 1);
  }

  private static boolean isSeat(Session session, Row row, SeatHash hash, int seat)
      throws SQLException {
    return Bonds.present(session, row.bond(), hash)
        .filter(present -> present.member().seat() == seat)
        .isPresent();
  }

  private static Outcome<Integer> claim(Turn turn, long bond, Accept request) throws SQLException {
    int claimed =
        turn.session()
            .run(
                "UPDATE bonds SET seat1 = ? WHERE number = ? AND seat1 IS NULL",
                request.seat().bytes(),
                bond);
    if (claimed == 0) {
      return Turn.refused(Problem.INVITATION_TAKEN);
    }
    turn.session()
        .run(
            "UPDATE invitations SET accept = ?, accept_day = ? WHERE id = ?",
            request.accept().bytes(),
            turn.today(),
            request.id().bytes());
    nudge(turn, bond);
    return Turn.done(turn.today());
  }

  static Outcome<Integer> confirm(Turn turn, Confirm request) throws SQLException {
    Optional<Row> row = find(turn.session(), request.id());
    if (row.isEmpty()) {
      return Turn.refused(Problem.INVITATION_UNKNOWN);
    }
    Optional<Problem> refused = refusal(turn, row.get(), request.seat(), request);
    if (refused.isPresent()) {
      return Turn.refused(refused.get());
    }
    if (row.get().confirm() != null) {
      return Turn.done(row.get().confirmDay());
    }
    turn.session()
        .run(
            "UPDATE invitations SET confirm = ?, confirm_day = ? WHERE id = ?",
            request.confirm().bytes(),
            turn.today(),
            request.id().bytes());
    nudge(turn, row.get().bond());
    return Turn.done(turn.today());
  }

  private static Optional<Problem> refusal(Turn turn, Row row, SeatHash seat, Confirm request)
      throws SQLException {
    if (row.erased()) {
      return closed(row, turn.today());
    }
    if (!isSeat(turn.session(), row, seat, 0)) {
      return Optional.of(Problem.NOT_PERMITTED);
    }
    if (row.confirm() != null) {
      return row.confirm().equals(request.confirm())
          ? Optional.empty()
          : Optional.of(Problem.INVITATION_TAKEN);
    }
    return row.accept() == null
        ? Optional.of(Problem.INVITATION_NOT_ACCEPTED)
        : closed(row, turn.today());
  }

  /// Why an invitation takes nothing more, if it does not.
  private static Optional<Problem> closed(Row row, int today) {
    if (Days.over(row.lastDay(), today)) {
      return Optional.of(Problem.INVITATION_EXPIRED);
    }
    return row.erased() ? Optional.of(Problem.INVITATION_TAKEN) : Optional.empty();
  }

  static Outcome<Integer> erase(Turn turn, Erase request) throws SQLException {
    Optional<Row> row = find(turn.session(), request.id());
    if (row.isEmpty()) {
      return Turn.refused(Problem.INVITATION_UNKNOWN);
    }
    if (row.get().erased()) {
      return Turn.done(turn.today());
    }
    if (Bonds.present(turn.session(), row.get().bond(), request.seat()).isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    turn.session().run(ERASED + "WHERE id = ?", (Object) request.id().bytes());
    return Turn.done(turn.today());
  }

  /// Erases whatever invites to a bond: it reads as used.
  static void eraseAll(Session session, long bond) throws SQLException {
    session.run(ERASED + "WHERE bond = ?", bond);
  }

  private static void nudge(Turn turn, long bond) throws SQLException {
    Optional<BondId> id = Bonds.id(turn.session(), bond);
    if (id.isPresent()) {
      turn.nudge(id.get(), Entries.last(turn.session(), bond));
    }
  }

  private static Optional<Row> find(Session session, InvitationId id) throws SQLException {
    return session.first(FIND, Row::read, (Object) id.bytes());
  }
}
