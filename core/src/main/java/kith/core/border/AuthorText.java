package kith.core.border;

import java.util.Map;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.MalformedText;

/// What an author sealed in a box, before anything is made of it. The devices of the two, and the
/// two devices of one of them, may read JSON with different software; what two readers could
/// understand differently is therefore read by none.
public final class AuthorText {
  /// A box holds at most 64 KiB, and no character takes less than a byte (docs/protocol.md).
  private static final int LONGEST = 1 << 16;

  private AuthorText() {}

  /// The object in `text`; else [MalformedText], with the reason. No name twice in one object, no
  /// number but whole ones as JavaScript holds them exactly, nothing deeper than
  /// [JsonReader#DEEPEST] levels, and no half of a surrogate pair.
  public static Json.Fields read(String text) {
    Json value = JsonReader.read(text, LONGEST);
    sound(value);
    if (value instanceof Json.Fields fields) {
      return fields;
    }
    throw new MalformedText("not an object");
  }

  private static void sound(Json value) {
    switch (value) {
      case Json.Fields(Map<String, Json> values) ->
          values.forEach(
              (name, each) -> {
                whole(name);
                sound(each);
              });
      case Json.Items items -> items.values().forEach(AuthorText::sound);
      case Json.Text(String text) -> whole(text);
      case Json.Other other -> throw new MalformedText("a number that is not whole, or too large");
      case Json.TooDeep deep ->
          throw new MalformedText("deeper than " + JsonReader.DEEPEST + " levels");
      case Json.Whole number -> {}
      case Json.Truth truth -> {}
      case Json.Null none -> {}
    }
  }

  /// Half of a pair has no UTF-8: one reader keeps it, another puts something in its place.
  private static void whole(String text) {
    char before = ' ';
    for (int i = 0; i <= text.length(); i++) {
      char unit = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isHighSurrogate(before) != Character.isLowSurrogate(unit)) {
        throw new MalformedText("half of a character");
      }
      before = unit;
    }
  }
}
