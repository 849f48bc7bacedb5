package kith.relay.log.postgres;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a failure of the database means for us, by its SQLSTATE (PostgreSQL manual, appendix A).
enum Failure {
  /// One operation broke a rule of the schema: the others are unhurt when done apart from it.
  OF_AN_OPERATION,
  /// Two transactions met in an unlucky way: the same again does.
  UNLUCKY,
  /// There is no room: nothing was kept; the next may do better.
  DISK_FULL,
  /// The server cannot just now: nothing was kept.
  BUSY,
  /// The connection is gone or cannot be used: what was under way may or may not have been kept.
  CONNECTION_LOST;

  private static final String UNIQUE = "23505";

  static Failure of(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? CONNECTION_LOST : of(state);
  }

  private static Failure of(String state) {
    return switch (state) {
      case "40001", "40P01" -> UNLUCKY;
      case "53100" -> DISK_FULL;
      case "53200", "53300", "53400", "55P03", "57014", "58030" -> BUSY;
      default ->
          state.startsWith("22") || state.startsWith("23") ? OF_AN_OPERATION : CONNECTION_LOST;
    };
  }

  /// Whether somebody else was first with the same id: asked again, it is found.
  static boolean someoneWasFirst(@Nullable Throwable failure) {
    return failure instanceof SQLException sql && UNIQUE.equals(sql.getSQLState());
  }
}
