package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kith.core.json.Json;

/// Remembers under which gates exchanges meet, so that their openings can be recognised.
final class Laying {

  /// What lays something on the table that answers may meet at.
  private static final Set<String> LAYS = Set.of("drawn", "offered", "asked");

  /// Of 16 bytes in base64url.
  private static final int EXCHANGE_CHARACTERS = 22;

  private Laying() {}

  /// The record after an entry that may lay something on the table.
  ///
  /// @param epoch in which the entry was sealed: the gates are those of its key
  static Kept laid(Kept record, Kept said, long epoch) {
    Kept next = record;
    for (Json event : said.items("events")) {
      if (!(event instanceof Json.Fields fields)) {
        continue;
      }
      Kept one = new Kept(fields);
      if (one.fields().at("type").orElse(null) instanceof Json.Text(String type)
          && LAYS.contains(type)
          && one.fields().at("exchange").orElse(null) instanceof Json.Text(String exchange)
          && exchange.length() == EXCHANGE_CHARACTERS) {
        Kept epochs = next.inner("epochs").with(exchange, epoch);
        next = lay(next.with("epochs", epochs), exchange, one.isTrue("held"));
      }
    }
    return next;
  }

  private static Kept lay(Kept record, String exchange, boolean held) {
    Boxes boxes = new Boxes(record);
    Kept gates = record.inner("gates");
    for (int step = 1; step <= 2; step++) {
      Kept meeting = Kept.NOTHING.with("exchange", exchange).with("step", step);
      gates = gates.with(boxes.handle(exchange, step), meeting);
    }
    Kept next = record.with("gates", gates);
    if (!held) {
      return next;
    }
    List<Json> all = new ArrayList<>(next.items("held"));
    all.add(new Json.Text(exchange));
    return next.with("held", all);
  }
}
