package kith.core.json;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one object, in the order in which they were written. Kith's own objects have a
/// dozen names at most, and looking through those is several times cheaper in the browser than
/// hashing each; an object of many names is hashed, so that nobody's text costs more than its
/// length.
final class Names extends AbstractMap<String, Json> {
  private static final int FEW = 12;

  private final List<String> names = new ArrayList<>(FEW);
  private final List<Json> values = new ArrayList<>(FEW);
  private @Nullable Map<String, Json> many;

  @Override
  public @Nullable Json put(String name, Json value) {
    if (many != null) {
      return many.put(name, value);
    }
    int at = names.indexOf(name);
    if (at >= 0) {
      return values.set(at, value);
    }
    if (names.size() == FEW) {
      many = hashed();
      return many.put(name, value);
    }
    names.add(name);
    values.add(value);
    return null;
  }

  private Map<String, Json> hashed() {
    Map<String, Json> all = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      all.put(names.get(i), values.get(i));
    }
    return all;
  }

  @Override
  public @Nullable Json get(@Nullable Object name) {
    if (many != null) {
      return many.get(name);
    }
    int at = names.indexOf(name);
    return at < 0 ? null : values.get(at);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return many != null ? many.containsKey(name) : names.indexOf(name) >= 0;
  }

  @Override
  public int size() {
    return many != null ? many.size() : names.size();
  }

  @Override
  public Set<Map.Entry<String, Json>> entrySet() {
    return (many != null ? many : hashed()).entrySet();
  }
}
