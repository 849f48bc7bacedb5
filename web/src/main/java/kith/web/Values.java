package kith.web;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/// What JavaScript has read, as the core's own values: the same as the core would read from what
/// `JSON.stringify` writes of it, in less time.
final class Values {
  private Values() {}

  static Json of(JSObject value) {
    return of(value, JsonReader.DEEPEST);
  }

  private static Json of(JSObject value, int depth) {
    return switch (kind(value)) {
      case 's' -> new Json.Text(text(value));
      case 'n' -> number(value);
      case 'o' -> depth > 0 ? new Json.Fields(new Fields(value, depth)) : new Json.TooDeep();
      case 'a' -> depth > 0 ? items(value, depth) : new Json.TooDeep();
      case 'b' -> new Json.Truth(isTrue(value));
      default -> new Json.Null();
    };
  }

  private static Json number(JSObject value) {
    return isWhole(value) ? new Json.Whole((long) amount(value)) : new Json.Other(written(value));
  }

  private static Json items(JSObject value, int depth) {
    int many = length(value);
    if (many == 0) {
      return new Json.Items(List.of());
    }
    if (many == 1) {
      return new Json.Items(List.of(of(at(value, 0), depth - 1)));
    }
    List<Json> items = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      items.add(of(at(value, i), depth - 1));
    }
    return new Json.Items(items);
  }

  /// The fields of an object, each read when it is asked for: the fold asks for many that are not
  /// there, and a list of names costs more than it saves. The object is not changed meanwhile.
  private static final class Fields extends AbstractMap<String, Json> {
    private final JSObject object;
    private final int depth;

    private Fields(JSObject object, int depth) {
      this.object = object;
      this.depth = depth;
    }

    @Override
    public @Nullable Json get(@Nullable Object name) {
      if (!(name instanceof String text)) {
        return null;
      }
      JSObject value = under(object, text);
      return kind(value) == 'u' ? null : of(value, depth - 1);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return name instanceof String text && kind(under(object, text)) != 'u';
    }

    @Override
    public Set<Map.Entry<String, Json>> entrySet() {
      Map<String, Json> all = new LinkedHashMap<>();
      JSObject names = names(object);
      for (int i = 0; i < length(names); i++) {
        String name = text(at(names, i));
        Json value = get(name);
        if (value != null) {
          all.put(name, value);
        }
      }
      return all.entrySet();
    }
  }

  /// The first letter of what it is; `u` for what JSON leaves out.
  @JSBody(
      params = "value",
      script =
          """
          switch (typeof value) {
            case 'string': return 115;
            case 'number': return 110;
            case 'boolean': return 98;
            case 'object': return value === null ? 48 : Array.isArray(value) ? 97 : 111;
            default: return 117;
          }
          """)
  private static native int kind(JSObject value);

  @JSBody(params = "value", script = "return value;")
  private static native String text(JSObject value);

  @JSBody(params = "value", script = "return value;")
  private static native boolean isTrue(JSObject value);

  @JSBody(params = "value", script = "return value;")
  private static native double amount(JSObject value);

  @JSBody(params = "value", script = "return Number.isSafeInteger(value);")
  private static native boolean isWhole(JSObject value);

  @JSBody(params = "value", script = "return String(value);")
  private static native String written(JSObject value);

  @JSBody(params = "value", script = "return Object.keys(value);")
  private static native JSObject names(JSObject value);

  @JSBody(params = "value", script = "return value.length;")
  private static native int length(JSObject value);

  @JSBody(
      params = {"value", "index"},
      script = "return value[index];")
  private static native JSObject at(JSObject value, int index);

  @JSBody(
      params = {"value", "name"},
      script = "return Object.hasOwn(value, name) ? value[name] : undefined;")
  private static native JSObject under(JSObject value, String name);
}
