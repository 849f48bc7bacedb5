package kith.relay.log.sql;

import java.sql.SQLException;
import java.util.List;
import kith.relay.log.Entry;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.Requests.Read;
import kith.relay.log.sql.Bonds.Present;
import kith.wire.Limits;

/// A page of a bond for one seat. An engine may ask for several at once, by the same rules.
public record PageOf(Read request, Now now) implements Question<Page> {
  /// Says when it is asked.
  @FunctionalInterface
  public interface Now {
    /// The moment, by what the store keeps of time.
    Moment at(Session session) throws SQLException;
  }

  @Override
  public Outcome<Page> ask(Session session) throws SQLException {
    return Entries.read(session, request, now.at(session));
  }

  /// The page out of the entries that stand after the position, from the first of them on;
  /// `further`: whether there are more than these.
  public Outcome<Page> of(Session session, Present present, List<Entry> entries, boolean further)
      throws SQLException {
    int fits = fits(entries);
    Page.Standing standing = Entries.standing(present, now.at(session));
    return Turn.done(
        new Page(entries.subList(0, fits), further || fits < entries.size(), standing));
  }

  private static int fits(List<Entry> entries) {
    long bytes = 0;
    int fits = 0;
    while (fits < Math.min(entries.size(), Limits.PAGE_ENTRIES) && bytes < Limits.PAGE_BYTES) {
      bytes += entries.get(fits++).length();
    }
    return fits;
  }
}
