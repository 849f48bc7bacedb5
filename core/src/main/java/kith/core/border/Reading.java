package kith.core.border;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kith.core.bond.ExchangeId;
import kith.core.json.Json;
import kith.core.json.MalformedText;

/// Reads the fields of one object; each complaint names the field.
///
/// @param what the object is called in complaints
record Reading(String what, Map<String, Json> values) {
  /// Version of every text at the border.
  static final long VERSION = 1;

  static Reading of(String what, Json value) {
    if (value instanceof Json.Fields(Map<String, Json> values)) {
      return new Reading(what, values);
    }
    throw new MalformedText(what + " is not an object");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Json value(String name) {
    return Optional.ofNullable(values.get(name)).orElseThrow(() -> wrong(name, "is missing"));
  }

  Reading fields(String name) {
    return of(what + "." + name, value(name));
  }

  List<Json> items(String name) {
    if (value(name) instanceof Json.Items(List<Json> items)) {
      return items;
    }
    throw wrong(name, "is not an array");
  }

  String text(String name) {
    if (value(name) instanceof Json.Text(String text)) {
      return text;
    }
    throw wrong(name, "is not a text");
  }

  /// A text of 1 to `longest` UTF-16 code units.
  String text(String name, int longest) {
    String text = text(name);
    if (text.isEmpty() || text.length() > longest) {
      throw wrong(name, "is not 1 to " + longest + " characters long");
    }
    return text;
  }

  long whole(String name, long least, long most) {
    if (value(name) instanceof Json.Whole(long whole) && whole >= least && whole <= most) {
      return whole;
    }
    throw wrong(name, "is not a whole number from " + least + " to " + most);
  }

  ExchangeId exchange(String name) {
    String text = text(name);
    if (ExchangeId.fits(text)) {
      return new ExchangeId(text);
    }
    throw wrong(name, "is not 16 bytes in base64url");
  }

  /// The exchange under `name`, if there is one.
  Optional<ExchangeId> exchangeIf(String name) {
    return has(name) ? Optional.of(exchange(name)) : Optional.empty();
  }

  /// `true` or `false`; false if there is none.
  boolean truth(String name) {
    if (!has(name)) {
      return false;
    }
    if (value(name) instanceof Json.Truth(boolean truth)) {
      return truth;
    }
    throw wrong(name, "is not true or false");
  }

  /// An array; empty if there is none.
  List<Json> itemsIf(String name) {
    return has(name) ? items(name) : List.of();
  }

  /// A text of up to `longest` UTF-16 code units; empty if there is none.
  String textIf(String name, int longest) {
    String text = has(name) ? text(name) : "";
    if (text.length() > longest) {
      throw wrong(name, "is longer than " + longest + " characters");
    }
    return text;
  }

  OptionalLong wholeIf(String name) {
    return has(name)
        ? OptionalLong.of(whole(name, -Json.LARGEST_WHOLE, Json.LARGEST_WHOLE))
        : OptionalLong.empty();
  }

  void version() {
    whole("v", VERSION, VERSION);
  }

  MalformedText wrong(String name, String how) {
    return new MalformedText(what + "." + name + " " + how);
  }
}
