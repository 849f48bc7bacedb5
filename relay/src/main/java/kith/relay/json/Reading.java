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

  private boolean absent(String name) {
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
    Box box = anyBox(name);
    if (box.length() < 1 || box.length() > most) {
      throw new Malformed(name, "must be 1 to %d bytes".formatted(most));
    }
    return box;
  }

  private Box anyBox(String name) throws Malformed {
    return new Box(text(name, Base64Url::read, "must be base64url without padding"));
  }

  private @Nullable Box boxOrNone(String name) throws Malformed {
    return absent(name) ? null : anyBox(name);
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
    return switch (checked) {
      case Checked.Good<Parts> good -> good.value();
      case Checked.Bad<Parts> bad -> throw new Malformed(bad.field(), bad.why());
    };
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
