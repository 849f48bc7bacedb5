package kith.client;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kith.core.border.Border;
import kith.core.json.Json;
import kith.core.json.JsonWriter;
import kith.decks.Decks;

/// The core's model of one bond, fed with entries as they come.
final class Model {

  private final Border border;
  private int taken;

  Model(Kept record) {
    String seed = HexFormat.of().formatHex(record.bytes("bond").toArray());
    border = Border.open((int) record.number("seat"), seed, Decks.founding());
    if (!border.problem().isEmpty()) {
      throw new IllegalStateException("the founding deck does not open");
    }
  }

  /// Takes what is new.
  void follow(List<Json> entries) {
    for (Json entry : entries.subList(Math.min(taken, entries.size()), entries.size())) {
      String problem = border.take(JsonWriter.write(entry));
      if (!problem.isEmpty()) {
        throw new IllegalStateException("the core did not take an entry");
      }
      taken++;
    }
  }

  Kept view(Kept mine, long now) {
    return Kept.of(border.view(mine.fields(), now));
  }

  Kept decide(Kept command, Kept mine, long now) {
    return Kept.read(border.decide(command.written(), mine.written(), now));
  }

  /// A card that lies on the table at that time.
  Optional<Kept> card(String exchange, long now) {
    Kept nothing = Kept.NOTHING.with("v", 1).with("sealed", List.of()).with("last", 0);
    return view(nothing, now).items("table").stream()
        .map(Kept::of)
        .filter(card -> card.text("exchange").equals(exchange))
        .filter(card -> card.text("state").equals("drawn"))
        .findFirst();
  }
}
