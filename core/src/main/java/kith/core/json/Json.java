package kith.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value (RFC 8259).
///
/// Why our own: the core compiles to JavaScript and to the JVM and must read and write the same
/// bytes on both, in a few kilobytes, without a dependency. It is strict where two readers could
/// differ: no duplicate names, no trailing text, whole numbers only where they are meant.
public sealed interface Json {
  /// The largest whole number that JavaScript holds exactly (2^53 - 1).
  long LARGEST_WHOLE = 9_007_199_254_740_991L;

  /// `null`.
  record Null() implements Json {}

  /// `true` or `false`.
  record Truth(boolean value) implements Json {}

  /// A whole number within ±[#LARGEST_WHOLE], written without fraction or exponent.
  record Whole(long value) implements Json {}

  /// Any other number, kept as it was written and never reckoned with.
  record Other(String written) implements Json {}

  /// A text: UTF-16 code units, as in JavaScript; a lone surrogate is kept.
  record Text(String value) implements Json {}

  /// An array or object deeper than [JsonReader#DEEPEST] levels: passed over, as is whatever is not
  /// known, since no text of another person may stop this device.
  record TooDeep() implements Json {}

  /// An array. Like the fields of an object, the list is not changed any more once it is given.
  record Items(List<Json> values) implements Json {}

  /// An object; names in the order in which they were written.
  record Fields(Map<String, Json> values) implements Json {
    /// The value under `name`, where there is one.
    public Optional<Json> at(String name) {
      return Optional.ofNullable(values.get(name));
    }
  }

  /// Starts an object.
  static Building object() {
    return new Building();
  }

  /// An array of texts.
  static Items texts(List<String> texts) {
    List<Json> values = new ArrayList<>();
    for (String text : texts) {
      values.add(new Text(text));
    }
    return new Items(values);
  }

  /// An object whose names somebody else has read, who told them apart already.
  static Reading reading() {
    return new Reading();
  }

  /// An object being read, name by name.
  final class Reading {
    private final Names values = new Names();

    private Reading() {}

    /// Adds a value; of two under one name the first stays.
    public void add(String name, Json value) {
      values.add(name, value);
    }

    /// The object; nothing is added any more.
    public Fields read() {
      return new Fields(values);
    }
  }

  /// An object being built, name by name.
  final class Building {
    private final Map<String, Json> values = new LinkedHashMap<>();

    private Building() {}

    public Building with(String name, Json value) {
      values.put(name, value);
      return this;
    }

    public Building with(String name, String value) {
      return with(name, new Text(value));
    }

    public Building with(String name, long value) {
      return with(name, new Whole(value));
    }

    public Building with(String name, boolean value) {
      return with(name, new Truth(value));
    }

    public Fields built() {
      return new Fields(values);
    }
  }
}
