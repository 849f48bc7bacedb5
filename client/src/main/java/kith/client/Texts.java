package kith.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.core.json.Json;
import kith.core.json.JsonWriter;

/// The text of a record that is written again and again, in UTF-8. A history grows at its end: what
/// was written before, value for value at the same place, is not written anew.
final class Texts {
  /// The record, its fields, and what each of those holds: entries, one by one.
  private static final int LEVELS = 2;

  private static final byte[] NOTHING = new byte[0];

  private static final Part NONE = new Leaf(new Json.Null(), NOTHING);

  private static final Piece NO_PIECE = new Piece("", NOTHING, NONE);

  private Part last = NONE;

  /// A value and the text of it.
  private sealed interface Part {
    Json value();

    /// In bytes.
    int length();
  }

  private static final class Leaf implements Part {
    private final Json value;
    private final byte[] text;

    Leaf(Json value, byte[] text) {
      this.value = value;
      this.text = text;
    }

    @Override
    public Json value() {
      return value;
    }

    @Override
    public int length() {
      return text.length;
    }
  }

  private record Node(Json value, List<Piece> pieces, int length) implements Part {}

  /// One of the parts of a list or an object.
  private static final class Piece {
    private final String name;

    /// What stands before it: its name in an object, with a colon.
    private final byte[] before;

    private final Part part;

    Piece(String name, byte[] before, Part part) {
      this.name = name;
      this.before = before;
      this.part = part;
    }

    int length() {
      return before.length + part.length();
    }
  }

  /// A text that is put together and not yet copied anywhere.
  static final class Written {
    private final Part whole;

    private Written(Part whole) {
      this.whole = whole;
    }

    /// In bytes.
    int length() {
      return whole.length();
    }

    /// Copies it to the beginning of `target`.
    void into(byte[] target) {
      copied(whole, target, 0);
    }
  }

  /// The same text as [Kept#written].
  Written of(Kept record) {
    last = part(last, record.fields(), LEVELS);
    return new Written(last);
  }

  @SuppressWarnings("ReferenceEquality") // Comparing contents would cost what it is to save.
  private static Part part(Part known, Json value, int levels) {
    if (known.value() == value) {
      return known;
    }
    if (levels == 0) {
      return leaf(value);
    }
    return switch (value) {
      case Json.Items(List<Json> values) -> items(pieces(known), value, values, levels);
      case Json.Fields(Map<String, Json> values) -> fields(pieces(known), value, values, levels);
      case Json.Null none -> leaf(none);
      case Json.Truth truth -> leaf(truth);
      case Json.Whole whole -> leaf(whole);
      case Json.Other other -> leaf(other);
      case Json.Text text -> leaf(text);
      case Json.TooDeep deep -> leaf(deep);
    };
  }

  private static List<Piece> pieces(Part known) {
    return switch (known) {
      case Node node -> node.pieces();
      case Leaf leaf -> List.of();
    };
  }

  private static Part leaf(Json value) {
    return new Leaf(value, utf8(JsonWriter.write(value)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Part items(List<Piece> known, Json value, List<Json> values, int levels) {
    List<Piece> pieces = new ArrayList<>(values.size());
    for (Json one : values) {
      Part before = at(known, pieces.size()).part;
      pieces.add(new Piece("", NOTHING, part(before, one, levels - 1)));
    }
    return node(value, pieces);
  }

  private static Part fields(List<Piece> known, Json value, Map<String, Json> values, int levels) {
    List<Piece> pieces = new ArrayList<>(values.size());
    for (Map.Entry<String, Json> one : values.entrySet()) {
      Piece before = at(known, pieces.size());
      String name = one.getKey();
      byte[] named = before.name.equals(name) ? before.before : named(name);
      pieces.add(new Piece(name, named, part(before.part, one.getValue(), levels - 1)));
    }
    return node(value, pieces);
  }

  private static byte[] named(String name) {
    return utf8(JsonWriter.write(new Json.Text(name)) + ":");
  }

  private static Piece at(List<Piece> known, int place) {
    return place < known.size() ? known.get(place) : NO_PIECE;
  }

  private static Node node(Json value, List<Piece> pieces) {
    int length = 2 + Math.max(0, pieces.size() - 1);
    for (Piece piece : pieces) {
      length += piece.length();
    }
    return new Node(value, pieces, length);
  }

  private static int copied(Part part, byte[] target, int at) {
    return switch (part) {
      case Leaf leaf -> copied(leaf.text, target, at);
      case Node node -> copied(node.pieces(), target, at, around(node.value()));
    };
  }

  private static String around(Json value) {
    return value instanceof Json.Fields ? "{}" : "[]";
  }

  private static int copied(byte[] text, byte[] target, int at) {
    System.arraycopy(text, 0, target, at, text.length);
    return at + text.length;
  }

  private static int copied(List<Piece> pieces, byte[] target, int start, String around) {
    int at = start;
    target[at++] = (byte) around.charAt(0);
    for (Piece piece : pieces) {
      if (at > start + 1) {
        target[at++] = ',';
      }
      at = copied(piece.before, target, at);
      at = copied(piece.part, target, at);
    }
    target[at++] = (byte) around.charAt(1);
    return at;
  }
}
