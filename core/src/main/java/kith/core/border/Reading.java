package kith.core.border;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kith.core.bond.ExchangeId;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one object; each complaint names the field.
///
/// @param within what the object is called in complaints, or what it lies in
/// @param field its own name there, if it lies in something; joined only for a complaint
/// @param index its place in an array of that name, or [#NO_INDEX]
record Reading(String within, String field, int index, Map<String, Json> values) {
  private static final int NO_INDEX = -1;

  /// Version of every text at the border.
  static final long VERSION = 1;

  static Reading of(String what, Json value) {
    return of(what, "", NO_INDEX, value);
  }

  private static Reading of(String within, String field, int index, Json value) {
    if (value instanceof Json.Fields(Map<String, Json> values)) {
      return new Reading(within, field, index, values);
    }
    throw new MalformedText(named(within, field, index) + " is not an object");
  }

  /// One of the objects in the array under `name`, which is there.
  Reading item(String name, int index, Json value) {
    return of(what(), name, index, value);
  }

  /// What the object is called in complaints.
  String what() {
    return named(within, field, index);
  }

  private static String named(String within, String field, int index) {
    String name = field.isEmpty() ? within : within + "." + field;
    return index == NO_INDEX ? name : name + "[" + index + "]";
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Json value(String name) {
    @Nullable Json value = values.get(name);
    if (value == null) {
      throw wrong(name, "is missing");
    }
    return value;
  }

  Reading fields(String name) {
    return of(what(), name, NO_INDEX, value(name));
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
    return new MalformedText(what() + "." + name + " " + how);
  }
}
