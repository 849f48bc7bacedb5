package kith.core.json;

import java.util.ArrayList;
import java.util.List;

/// Reads one JSON text, strictly.
public final class JsonReader {
  /// Kith's own texts are at most six deep; sixteen leaves room and keeps the stack safe.
  public static final int DEEPEST = 16;

  /// The largest whole number has sixteen digits.
  private static final int MOST_DIGITS = 16;

  private final String text;
  private final int length;
  private int at;

  private JsonReader(String text) {
    this.text = text;
    this.length = text.length();
  }

  /// The value that `text` holds, of at most `longest` UTF-16 code units; else [MalformedText].
  public static Json read(String text, int longest) {
    if (text.length() > longest) {
      throw new MalformedText("longer than " + longest + " characters");
    }
    JsonReader reader = new JsonReader(text);
    Json value = reader.value(DEEPEST);
    reader.space();
    if (reader.at < text.length()) {
      throw reader.wrong("text after the end");
    }
    return value;
  }

  private Json value(int depth) {
    space();
    return switch (peek()) {
      case '{' -> depth > 0 ? fields(depth) : tooDeep();
      case '[' -> depth > 0 ? items(depth) : tooDeep();
      case '"' -> new Json.Text(text());
      case 't' -> word("true", new Json.Truth(true));
      case 'f' -> word("false", new Json.Truth(false));
      case 'n' -> word("null", new Json.Null());
      default -> number();
    };
  }

  private Json fields(int depth) {
    at++;
    Names values = new Names();
    if (closes('}')) {
      return new Json.Fields(values);
    }
    do {
      space();
      String name = text();
      space();
      expect(':');
      int named = at;
      if (!values.add(name, value(depth - 1))) {
        at = named;
        throw wrong("a name given twice");
      }
    } while (more('}'));
    return new Json.Fields(values);
  }

  private Json items(int depth) {
    at++;
    if (closes(']')) {
      return new Json.Items(List.of());
    }
    Json first = value(depth - 1);
    if (!more(']')) {
      return new Json.Items(List.of(first));
    }
    List<Json> values = new ArrayList<>();
    values.add(first);
    do {
      values.add(value(depth - 1));
    } while (more(']'));
    return new Json.Items(values);
  }

  /// Passes over a value without going deeper, so that no text can exhaust the stack.
  private Json tooDeep() {
    int open = 0;
    do {
      char next = peek();
      if (next == '"') {
        text();
        continue;
      }
      if (at == text.length()) {
        throw wrong("no end");
      }
      open += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
      at++;
    } while (open > 0);
    return new Json.TooDeep();
  }

  private boolean closes(char end) {
    space();
    if (peek() != end) {
      return false;
    }
    at++;
    return true;
  }

  private boolean more(char end) {
    if (closes(end)) {
      return false;
    }
    expect(',');
    return true;
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw wrong("an unknown word");
    }
    at += word.length();
    return value;
  }

  private Json number() {
    int start = at;
    boolean negative = skip('-');
    int digits = at;
    double value = skip('0') ? 0 : digits();
    boolean whole = at - digits <= MOST_DIGITS && value <= Json.LARGEST_WHOLE;
    if (skip('.')) {
      whole = false;
      digits();
    }
    if (skip('e') || skip('E')) {
      whole = false;
      if (!skip('-')) {
        skip('+');
      }
      digits();
    }
    if (!whole || (negative && value == 0)) {
      return new Json.Other(text.substring(start, at));
    }
    return new Json.Whole((long) (negative ? -value : value));
  }

  /// What the digits come to, in `double`: exact up to 2^53 and a little beyond the largest whole
  /// number after; in the browser each step on a `long` would make a new object.
  private double digits() {
    int end = at;
    double value = 0;
    while (end < length && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      value = value * 10 + (text.charAt(end) - '0');
      end++;
    }
    if (end == at) {
      throw wrong("no value where one is due");
    }
    at = end;
    return value;
  }

  private String text() {
    expect('"');
    String first = run();
    if (skip('"')) {
      return first;
    }
    StringBuilder read = new StringBuilder(first);
    while (true) {
      read.append(run());
      if (skip('"')) {
        return read.toString();
      }
      if (!skip('\\')) {
        throw wrong(at < text.length() ? "a bare control character" : "a text without an end");
      }
      read.append(escaped());
    }
  }

  /// The characters up to the next that means something. Here and in [#digits] the place is counted
  /// apart: most of a text is passed over here, and a field is dearer than a variable.
  private String run() {
    int end = at;
    while (end < length && plain(text.charAt(end))) {
      end++;
    }
    String run = text.substring(at, end);
    at = end;
    return run;
  }

  private static boolean plain(char next) {
    return next >= ' ' && next != '"' && next != '\\';
  }

  private char escaped() {
    char kind = peek();
    at++;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw wrong("an unknown escape");
    };
  }

  private char unit() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = hex(peek());
      if (digit < 0) {
        throw wrong("a broken \\u escape");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  /// `Character.digit` also takes digits of other scripts, so it is spelt out.
  private static int hex(char digit) {
    if (digit >= '0' && digit <= '9') {
      return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
      return digit - 'a' + 10;
    }
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
  }

  private void space() {
    char next = peek();
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      at++;
      next = peek();
    }
  }

  /// The next character, or NUL, which no JSON text holds bare, at the end.
  private char peek() {
    return at < length ? text.charAt(at) : '\0';
  }

  private boolean skip(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!skip(wanted)) {
      throw wrong("no '" + wanted + "' where one is due");
    }
  }

  private MalformedText wrong(String what) {
    return new MalformedText("not JSON: " + what + " at character " + at);
  }
}
