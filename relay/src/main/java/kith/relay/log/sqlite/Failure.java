package kith.relay.log.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What a failure of the database means for us.
enum Failure {
  /// This one operation broke a rule of the schema: our mistake; the others are unhurt.
  OF_THE_OPERATION,
  /// There is no room: nothing of the group was kept; the next may do better.
  DISK_FULL,
  /// Somebody else holds the file, such as a tool of the operator's: nothing of the group was kept.
  BUSY,
  /// The disk, the file or the memory cannot be trusted any more: stop.
  OF_THE_WORLD;

  /// The primary code is the low byte (sqlite.org/rescode.html).
  private static final int PRIMARY = 0xff;

  static Failure of(Exception failure) {
    if (failure instanceof SQLiteException known) {
      // The file beside the log that readers share could not grow.
      return known.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
          ? DISK_FULL
          : of(known.getResultCode().code & PRIMARY);
    }
    return failure instanceof SQLException ? OF_THE_WORLD : OF_THE_OPERATION;
  }

  private static Failure of(int code) {
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return DISK_FULL;
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
      return BUSY;
    }
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code ? OF_THE_OPERATION : OF_THE_WORLD;
  }

  /// Whether a rollback failed only because there was no transaction any more.
  static boolean nothingToRollBack(SQLException failure) {
    return failure instanceof SQLiteException known
        && known.getResultCode() == SQLiteErrorCode.SQLITE_ERROR;
  }

  /// Whether the disk itself failed, as opposed to something found in the file.
  static boolean ofTheDisk(SQLException failure) {
    return failure instanceof SQLiteException known
        && (known.getResultCode().code & PRIMARY) == SQLiteErrorCode.SQLITE_IOERR.code;
  }
}
