package kith.core.json;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one object, in the order in which they were written. Kith's own objects have a
/// dozen names at most, and looking through those is several times cheaper in the browser than
/// hashing each; an object of many names is hashed, so that nobody's text costs more than its
/// length.
final class Names extends AbstractMap<String, Json> {
  private static final int FEW = 12;

  /// Room for an entry, an event or a prompt: thousands are read at once, and empty room costs.
  private static final int FIRST_ROOM = 6;

  /// Bare arrays: in the browser each list would be two objects more, and each look a call more.
  private String[] names = new String[FIRST_ROOM];

  private Json[] values = new Json[FIRST_ROOM];
  private int few;
  private @Nullable Map<String, Json> many;

  /// Adds a field, unless there is one of that name: then false, and nothing has changed.
  boolean add(String name, Json value) {
    if (many == null && few < FEW) {
      if (at(name) >= 0) {
        return false;
      }
      if (few == names.length) {
        names = Arrays.copyOf(names, FEW);
        values = Arrays.copyOf(values, FEW);
      }
      names[few] = name;
      values[few] = value;
      few++;
      return true;
    }
    return hashed().putIfAbsent(name, value) == null;
  }

  private int at(@Nullable Object name) {
    for (int i = 0; i < few; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private Map<String, Json> hashed() {
    Map<String, Json> before = many;
    if (before != null) {
      return before;
    }
    Map<String, Json> all = new LinkedHashMap<>();
    for (int i = 0; i < few; i++) {
      all.put(names[i], values[i]);
    }
    many = all;
    return all;
  }

  @Override
  public @Nullable Json get(@Nullable Object name) {
    if (many != null) {
      return many.get(name);
    }
    int at = at(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return many != null ? many.containsKey(name) : at(name) >= 0;
  }

  @Override
  public int size() {
    return many != null ? many.size() : few;
  }

  @Override
  public Set<Map.Entry<String, Json>> entrySet() {
    return hashed().entrySet();
  }
}
