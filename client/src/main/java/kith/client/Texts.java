package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.core.json.Json;
import kith.core.json.JsonWriter;

/// The text of a record that is written again and again. A history grows at its end: what was
/// written before, value for value at the same place, is not written anew.
final class Texts {
  /// The record, its fields, and what each of those holds: entries, one by one.
  private static final int LEVELS = 2;

  private Part last = new Leaf(new Json.Null(), "null");

  /// A value and the text of it.
  private sealed interface Part {
    Json value();
  }

  private record Leaf(Json value, String text) implements Part {}

  private record Node(Json value, List<Part> parts) implements Part {}

  /// The same text as [Kept#written].
  String of(Kept record) {
    last = part(last, record.fields(), LEVELS);
    StringBuilder text = new StringBuilder();
    append(text, last);
    return text.toString();
  }

  @SuppressWarnings("ReferenceEquality") // Comparing contents would cost what it is to save.
  private static Part part(Part before, Json value, int levels) {
    if (before.value() == value) {
      return before;
    }
    if (levels == 0) {
      return new Leaf(value, JsonWriter.write(value));
    }
    return switch (value) {
      case Json.Items(List<Json> values) -> new Node(value, parts(before, values, levels));
      case Json.Fields(Map<String, Json> values) ->
          new Node(value, parts(before, values.values(), levels));
      case Json.Null none -> leaf(none);
      case Json.Truth truth -> leaf(truth);
      case Json.Whole whole -> leaf(whole);
      case Json.Other other -> leaf(other);
      case Json.Text text -> leaf(text);
      case Json.TooDeep deep -> leaf(deep);
    };
  }

  private static Part leaf(Json value) {
    return new Leaf(value, JsonWriter.write(value));
  }

  private static List<Part> parts(Part before, Iterable<Json> values, int levels) {
    List<Part> known =
        switch (before) {
          case Node(Json value, List<Part> parts) -> parts;
          case Leaf leaf -> List.of();
        };
    List<Part> parts = new ArrayList<>();
    for (Json value : values) {
      int at = parts.size();
      parts.add(part(at < known.size() ? known.get(at) : NONE, value, levels - 1));
    }
    return parts;
  }

  private static final Part NONE = new Leaf(new Json.Null(), "null");

  private static void append(StringBuilder text, Part part) {
    switch (part) {
      case Leaf(Json value, String written) -> text.append(written);
      case Node(Json.Fields(Map<String, Json> values), List<Part> parts) ->
          fields(text, List.copyOf(values.keySet()), parts);
      case Node(Json value, List<Part> parts) -> items(text, parts);
    }
  }

  private static void items(StringBuilder text, List<Part> parts) {
    text.append('[');
    String between = "";
    for (Part part : parts) {
      text.append(between);
      append(text, part);
      between = ",";
    }
    text.append(']');
  }

  private static void fields(StringBuilder text, List<String> names, List<Part> parts) {
    text.append('{');
    String between = "";
    for (int at = 0; at < parts.size(); at++) {
      text.append(between).append(JsonWriter.write(new Json.Text(names.get(at)))).append(':');
      append(text, parts.get(at));
      between = ",";
    }
    text.append('}');
  }
}
