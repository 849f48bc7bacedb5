package kith.relay.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kith.wire.Base64Url;
import kith.wire.Box;
import kith.wire.Checked;
import kith.wire.Parts;
import org.jspecify.annotations.Nullable;

/// Takes fields out of an object and says which one is wrong. Unknown fields are not looked at.
record Reading(Json.Fields fields) {
  static Reading of(byte[] body) throws Malformed {
    return new Reading(Json.read(body));
  }

  private Json required(String name) throws Malformed {
    Json value = fields.values().get(name);
    if (value == null) {
      throw new Malformed(name, "is missing");
    }
    return value;
  }

  boolean absent(String name) {
    Json value = fields.values().get(name);
    return value == null || value instanceof Json.Nothing;
  }

  /// A text that `read` understands; `what` it must be, as the rest of a sentence.
  <T> T text(String name, Function<String, Optional<T>> read, String what) throws Malformed {
    return read(required(name), read, name, what);
  }

  private static <T> T read(
      Json value, Function<String, Optional<T>> read, String name, String what) throws Malformed {
    Optional<T> read1 =
        value instanceof Json.Text text ? read.apply(text.value()) : Optional.empty();
    return read1.orElseThrow(() -> new Malformed(name, what));
  }

  /// A whole number from `least` to `most`.
  long whole(String name, long least, long most) throws Malformed {
    if (required(name) instanceof Json.Whole(long value) && value >= least && value <= most) {
      return value;
    }
    throw new Malformed(name, "must be a whole number from %d to %d".formatted(least, most));
  }

  /// A box of 1 to `most` bytes.
  Box box(String name, int most) throws Malformed {
    return box(name, 1, most);
  }

  private Box anyBox(String name) throws Malformed {
    return new Box(text(name, Base64Url::read, "must be base64url without padding"));
  }

  private @Nullable Box boxOrNone(String name) throws Malformed {
    return absent(name) ? null : anyBox(name);
  }

  /// A box of `least` to `most` bytes.
  Box box(String name, int least, int most) throws Malformed {
    Box box = anyBox(name);
    if (box.length() < least || box.length() > most) {
      String what = least == most ? "exactly %d bytes" : "%d to %d bytes";
      throw new Malformed(name, "must be " + what.formatted(least, most));
    }
    return box;
  }

  /// A box of one of the padded sizes.
  Box padded(String name) throws Malformed {
    Box box = anyBox(name);
    if (!Parts.padded(box.length())) {
      throw new Malformed(name, "must be exactly 1024, 4096, 16384 or 65536 bytes");
    }
    return box;
  }

  /// A text of 1 to `most` characters.
  String plain(String name, int most) throws Malformed {
    if (required(name) instanceof Json.Text(String text)
        && !text.isEmpty()
        && text.length() <= most) {
      return text;
    }
    throw new Malformed(name, "must be a text of 1 to %d characters".formatted(most));
  }

  /// Whether the field says true.
  boolean yes(String name) throws Malformed {
    if (absent(name)) {
      return false;
    }
    if (required(name) instanceof Json.Yes) {
      return true;
    }
    throw new Malformed(name, "must be true or false");
  }

  /// Whether the field is there and says null.
  boolean isNull(String name) throws Malformed {
    return required(name) instanceof Json.Nothing;
  }

  /// Refuses a field that must never be sent.
  void refuse(String name, String why) throws Malformed {
    if (fields.values().containsKey(name)) {
      throw new Malformed(name, why);
    }
  }

  /// The value of a check, or what was wrong.
  static <T> T good(Checked<T> checked) throws Malformed {
    return switch (checked) {
      case Checked.Good<T>(T value) -> value;
      case Checked.Bad<T>(String field, String why) -> throw new Malformed(field, why);
    };
  }

  /// Exactly so many whole numbers from `least` to `most`.
  List<Integer> wholes(String name, int count, int least, int most) throws Malformed {
    List<Integer> values = new ArrayList<>();
    for (Json value : list(name, count, count)) {
      if (!(value instanceof Json.Whole(long number)) || number < least || number > most) {
        throw new Malformed(name, "must hold whole numbers from %d to %d".formatted(least, most));
      }
      values.add((int) number);
    }
    return values;
  }

  /// From `least` to `most` whole numbers, each from 0 to `largest`.
  List<Integer> numbers(String name, int least, int most, int largest) throws Malformed {
    return wholes(name, list(name, least, most).size(), 0, largest);
  }

  /// The object under a name.
  Reading object(String name) throws Malformed {
    if (required(name) instanceof Json.Fields inner) {
      return new Reading(inner);
    }
    throw new Malformed(name, "must be an object");
  }

  /// The parts under a name; none when it says null.
  @Nullable Parts partsOrNull(String name) throws Malformed {
    return required(name) instanceof Json.Nothing ? null : parts(name);
  }

  /// The parts under a name.
  Parts parts(String name) throws Malformed {
    Reading inner = object(name);
    Checked<Parts> checked =
        Parts.check(inner.anyBox("event"), inner.boxOrNone("body"), inner.boxOrNone("key"));
    return good(checked);
  }

  /// A list of at most `most` texts that `read` understands; empty when absent.
  <T> List<T> texts(String name, int most, Function<String, Optional<T>> read) throws Malformed {
    List<T> values = new ArrayList<>();
    for (Json value : list(name, 0, most)) {
      values.add(read(value, read, name, "must hold base64url texts of 16 bytes"));
    }
    return values;
  }

  /// A list of objects.
  List<Reading> objects(String name, int least, int most) throws Malformed {
    List<Reading> values = new ArrayList<>();
    for (Json value : list(name, least, most)) {
      if (!(value instanceof Json.Fields inner)) {
        throw new Malformed(name, "must hold objects");
      }
      values.add(new Reading(inner));
    }
    return values;
  }

  private List<Json> list(String name, int least, int most) throws Malformed {
    if (least == 0 && absent(name)) {
      return List.of();
    }
    if (required(name) instanceof Json.Array(List<Json> values)
        && values.size() >= least
        && values.size() <= most) {
      return values;
    }
    throw new Malformed(name, "must be a list of %d to %d".formatted(least, most));
  }
}
