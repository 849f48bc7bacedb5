package kith.core.json;

import java.util.AbstractMap;
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

  /// One field and the next: in the browser arrays would be four objects more, however few the
  /// names.
  private static final class Field {
    private final String name;
    private final Json value;
    private @Nullable Field next;

    private Field(String name, Json value) {
      this.name = name;
      this.value = value;
    }
  }

  private @Nullable Field first;
  private @Nullable Field last;
  private int few;
  private @Nullable Map<String, Json> many;

  /// Adds a field, unless there is one of that name: then false, and nothing has changed.
  boolean add(String name, Json value) {
    if (many != null || few == FEW) {
      return hashed().putIfAbsent(name, value) == null;
    }
    if (at(name) != null) {
      return false;
    }
    Field added = new Field(name, value);
    if (last == null) {
      first = added;
    } else {
      last.next = added;
    }
    last = added;
    few++;
    return true;
  }

  private @Nullable Field at(@Nullable Object name) {
    Field field = first;
    while (field != null && !field.name.equals(name)) {
      field = field.next;
    }
    return field;
  }

  private Map<String, Json> hashed() {
    Map<String, Json> before = many;
    if (before != null) {
      return before;
    }
    Map<String, Json> all = new LinkedHashMap<>();
    for (Field field = first; field != null; field = field.next) {
      all.put(field.name, field.value);
    }
    many = all;
    return all;
  }

  @Override
  public @Nullable Json get(@Nullable Object name) {
    if (many != null) {
      return many.get(name);
    }
    Field field = at(name);
    return field == null ? null : field.value;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
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
