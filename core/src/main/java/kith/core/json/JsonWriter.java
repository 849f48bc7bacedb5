package kith.core.json;

import java.util.List;
import java.util.Map;

/// Writes a JSON value without spaces, byte for byte as JavaScript's `JSON.stringify` does.
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder written = new StringBuilder();

  private JsonWriter() {}

  /// The text of `value`.
  public static String write(Json value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return writer.written.toString();
  }

  private void value(Json value) {
    switch (value) {
      case Json.Null() -> written.append("null");
      case Json.Truth(boolean truth) -> written.append(truth);
      case Json.Whole(long whole) -> written.append(whole);
      case Json.Other(String number) -> written.append(number);
      case Json.TooDeep() -> throw new IllegalArgumentException("what was passed over is gone");
      case Json.Text(String text) -> text(text);
      case Json.Items(List<Json> values) -> items(values);
      case Json.Fields(Map<String, Json> values) -> fields(values);
    }
  }

  private void items(List<Json> values) {
    char before = '[';
    for (Json value : values) {
      written.append(before);
      value(value);
      before = ',';
    }
    written.append(values.isEmpty() ? "[]" : "]");
  }

  private void fields(Map<String, Json> values) {
    char before = '{';
    for (Map.Entry<String, Json> field : values.entrySet()) {
      written.append(before);
      text(field.getKey());
      written.append(':');
      value(field.getValue());
      before = ',';
    }
    written.append(values.isEmpty() ? "{}" : "}");
  }

  /// In runs of what stands for itself, which is nearly everything.
  private void text(String text) {
    written.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate(unit)) {
        written.append(text, from, i);
        unit(text, i);
        from = i + 1;
      }
    }
    written.append(text, from, text.length());
    written.append('"');
  }

  private void unit(String text, int i) {
    char unit = text.charAt(i);
    switch (unit) {
      case '"', '\\' -> written.append('\\').append(unit);
      case '\b' -> written.append("\\b");
      case '\f' -> written.append("\\f");
      case '\n' -> written.append("\\n");
      case '\r' -> written.append("\\r");
      case '\t' -> written.append("\\t");
      default -> {
        if (unit < ' ' || lone(text, i)) {
          escape(unit);
        } else {
          written.append(unit);
        }
      }
    }
  }

  private static boolean lone(String text, int i) {
    char unit = text.charAt(i);
    if (Character.isHighSurrogate(unit)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(unit)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private void escape(char unit) {
    written.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      written.append(HEX.charAt((unit >> shift) & 15));
    }
  }
}
