package kith.relay.log.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kith.relay.log.sql.Made;
import kith.relay.log.sql.Session;
import kith.wire.BondId;
import kith.wire.Id;
import kith.wire.SeatHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How the server carries out what a group asks, at the worst moment: it believes that most tables
/// are empty, and keeps the plan that it makes now for as long as the connection lives.
final class PlansTest {
  private static final int BONDS = 2_000;

  private static final Map<String, String> STATEMENTS =
      Map.ofEntries(
          Map.entry("find the bonds", Pages.FIND),
          Map.entry("hold the gates", Locks.GATES),
          Map.entry("hold the bonds", Locks.BONDS),
          Map.entry("hold the vaults", Locks.VAULTS),
          Map.entry("how bonds stand", Lines.STAND),
          Map.entry("written before", Appends.BEFORE),
          Map.entry("written today", Appends.TODAYS),
          Map.entry("look at gates", Holdings.LOOK),
          Map.entry("forget keys of a deposit", Holdings.FORGET_KEYS),
          Map.entry("empty gates", Gates.EMPTY),
          Map.entry("forget keys of gates", Gates.FORGET_KEYS),
          Map.entry("a few entries", Pages.NEXT),
          Map.entry("a page", Pages.AFTER));

  private String url = "";

  @BeforeEach
  void bonds() throws SQLException {
    url = TestDatabase.url(this);
    SeatHash seat = SeatHash.stored(new byte[SeatHash.LENGTH]).orElseThrow();
    PostgresFill.fill(
        url, new Made.Many(BONDS, i -> new Made(new BondId(new Id(i, i)), seat, seat), _ -> {}));
  }

  @Test
  void every_row_is_found_by_an_index_though_the_tables_seem_to_be_empty() throws SQLException {
    List<String> faults = new ArrayList<>();
    String simple = url + "&preferQueryMode=simple";
    try (Session session = new Session(new Connections(simple).open("kith-plans"))) {
      for (var statement : STATEMENTS.entrySet()) {
        List<String> plan = plan(session, statement.getValue());
        assertThat(plan).as(statement.getKey()).isNotEmpty();
        if (readsAll(plan)) {
          faults.add(statement.getKey() + ":\n" + String.join("\n", plan));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> plan(Session session, String sql) throws SQLException {
    int[] count = {0};
    String numbered = Pattern.compile("\\?").matcher(sql).replaceAll(_ -> "\\$" + ++count[0]);
    return session.all("EXPLAIN (GENERIC_PLAN) " + numbered, row -> row.getString(1));
  }

  /// A table is read whole where rows are looked for without a condition on an index.
  private static boolean readsAll(List<String> plan) {
    for (int i = 0; i < plan.size(); i++) {
      boolean byIndex = plan.get(i).matches(".*(Index Scan|Index Only Scan).*");
      boolean known = i + 1 < plan.size() && plan.get(i + 1).contains("Index Cond");
      if (plan.get(i).contains("Seq Scan") || (byIndex && !known)) {
        return true;
      }
    }
    return false;
  }
}
