package kith.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;
import kith.core.json.JsonWriter;
import kith.crypto.VaultRecords;

/// What is longer than one record lies in several (docs/crypto.md, section 11).
final class Pieces {

  /// Room in each record for what stands around its content.
  private static final int AROUND_BYTES = 512;

  private Pieces() {}

  static String name(String name, long side, int index) {
    return "piece/" + side + "/" + index + "/" + name;
  }

  /// The text in pieces that each fit into a record, whatever its letters.
  static List<String> of(String text) {
    byte[] written = JsonWriter.write(new Json.Text(text)).getBytes(StandardCharsets.UTF_8);
    if (written.length <= VaultRecords.MOST_BYTES - AROUND_BYTES) {
      return List.of(text);
    }
    int half = cutBefore(text, text.length() / 2);
    List<String> pieces = new ArrayList<>(of(text.substring(0, half)));
    pieces.addAll(of(text.substring(half)));
    return pieces;
  }

  /// Never between the two halves of a letter.
  private static int cutBefore(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
