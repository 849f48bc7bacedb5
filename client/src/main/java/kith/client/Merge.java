package kith.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kith.core.json.Json;
import org.jspecify.annotations.Nullable;

/// Two devices of one person have both changed something: what each did stays done. The same
/// rules as in the browser (`merge.ts`).
final class Merge {

  private static final Json NOTHING = new Json.Null();

  private Merge() {}

  /// What both have made of `base`; null stands for what is not there. Where one has changed
  /// nothing, the other counts; fields and items are looked at one by one; what one has taken
  /// away and the other has changed stays; of two texts at one place both are kept; else what was
  /// done on this device counts.
  static @Nullable Json merged(@Nullable Json base, @Nullable Json mine, @Nullable Json theirs) {
    if (Objects.equals(base, theirs) || Objects.equals(mine, theirs)) {
      return mine;
    }
    if (Objects.equals(base, mine) || isNothing(mine)) {
      return theirs;
    }
    if (isNothing(theirs)) {
      return mine;
    }
    return both(base, mine, theirs);
  }

  private static @Nullable Json both(
      @Nullable Json base, @Nullable Json mine, @Nullable Json theirs) {
    if (mine instanceof Json.Items(List<Json> here)
        && theirs instanceof Json.Items(List<Json> there)) {
      List<Json> was = base instanceof Json.Items(List<Json> items) ? items : List.of();
      return new Json.Items(lists(was, here, there));
    }
    if (mine instanceof Json.Fields here && theirs instanceof Json.Fields there) {
      Json.Fields was = base instanceof Json.Fields fields ? fields : Kept.NOTHING.fields();
      return fields(was, here, there);
    }
    return mine;
  }

  private static boolean isNothing(@Nullable Json value) {
    return value == null || value.equals(NOTHING);
  }

  private static Json fields(Json.Fields base, Json.Fields mine, Json.Fields theirs) {
    Set<String> names = new LinkedHashSet<>(theirs.values().keySet());
    names.addAll(mine.values().keySet());
    Map<String, Json> fields = new LinkedHashMap<>();
    for (String name : names) {
      Json value =
          merged(base.values().get(name), mine.values().get(name), theirs.values().get(name));
      if (value != null) {
        fields.put(name, value);
      }
    }
    return new Json.Fields(fields);
  }

  private static List<Json> lists(List<Json> base, List<Json> mine, List<Json> theirs) {
    Map<Json, Json> was = byKey(base);
    Map<Json, Json> here = byKey(mine);
    Map<Json, Json> there = byKey(theirs);
    Set<Json> keys = new LinkedHashSet<>(there.keySet());
    keys.addAll(here.keySet());
    List<Json> items = new ArrayList<>();
    for (Json key : keys) {
      items.addAll(item(was.get(key), here.get(key), there.get(key)));
    }
    return items;
  }

  private static List<Json> item(@Nullable Json base, @Nullable Json mine, @Nullable Json theirs) {
    boolean torn =
        mine instanceof Json.Fields here
            && theirs instanceof Json.Fields there
            && isWritten(here)
            && isWritten(there)
            && !here.at("text").equals(there.at("text"))
            && !Objects.equals(base, mine)
            && !Objects.equals(base, theirs);
    if (torn && mine instanceof Json.Fields here && theirs != null) {
      Kept other = new Kept(here);
      return List.of(theirs, other.with("id", other.text("id") + "~").fields());
    }
    Json value = merged(base, mine, theirs);
    return value == null ? List.of() : List.of(value);
  }

  /// Something that somebody wrote, under an id of its own.
  private static boolean isWritten(Json.Fields item) {
    return item.at("id").orElse(NOTHING) instanceof Json.Text
        && item.at("text").orElse(NOTHING) instanceof Json.Text;
  }

  private static Map<Json, Json> byKey(List<Json> items) {
    Map<Json, Json> byKey = new LinkedHashMap<>();
    items.forEach(item -> byKey.put(key(item), item));
    return byKey;
  }

  /// By what an item of a list is known again when it has changed.
  private static Json key(Json item) {
    if (!(item instanceof Json.Fields fields)) {
      return item;
    }
    for (String name : List.of("id", "exchange", "prompt")) {
      if (fields.at(name).orElse(NOTHING) instanceof Json.Text text) {
        return new Json.Items(List.of(new Json.Text(name), text));
      }
    }
    if (fields.at("on").isPresent()) {
      return named("on", fields, "on", "topic", "ring");
    }
    return fields.at("comfort").isPresent() ? named("comfort", fields, "day") : item;
  }

  private static Json named(String kind, Json.Fields fields, String... names) {
    List<Json> key = new ArrayList<>(List.of(new Json.Text(kind)));
    for (String name : names) {
      key.add(fields.at(name).orElse(NOTHING));
    }
    return new Json.Items(key);
  }
}
