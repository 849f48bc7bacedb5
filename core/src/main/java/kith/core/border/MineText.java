package kith.core.border;

import java.util.HashSet;
import java.util.Set;
import kith.core.bond.ExchangeId;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.MalformedText;
import kith.core.person.Mine;

/// My private state as text: `{"v":1,"sealed":[exchange...]}`.
final class MineText {
  /// UTF-16 code units: some tens of thousands of exchanges.
  private static final int LONGEST = 1 << 20;

  private MineText() {}

  static Mine read(String text) {
    Reading from = Reading.of("mine", JsonReader.read(text, LONGEST));
    from.version();
    Set<ExchangeId> sealed = new HashSet<>();
    for (Json one : from.items("sealed")) {
      if (!(one instanceof Json.Text(String id)) || !ExchangeId.fits(id)) {
        throw new MalformedText("mine.sealed holds what is not 16 bytes in base64url");
      }
      sealed.add(new ExchangeId(id));
    }
    return new Mine(sealed);
  }
}
