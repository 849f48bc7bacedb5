package kith.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kith.core.border.AuthorText;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;
import kith.core.json.MalformedText;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Rejected;
import kith.crypto.Secret;

/// A JSON object that does not change: what a device keeps of a bond, or a part of it.
public record Kept(Json.Fields fields) {

  /// Some megabytes: years of a bond.
  private static final int LONGEST = 1 << 28;

  public static final Kept NOTHING = new Kept(Json.object().built());

  public static Kept read(String text) {
    return Kept.of(JsonReader.read(text, LONGEST));
  }

  /// What an author sealed in a box: read only if no other reader could understand it differently.
  static Kept authored(String text) {
    return new Kept(AuthorText.read(text));
  }

  /// As an object; anything else is none.
  public static Kept of(Json value) {
    if (value instanceof Json.Fields fields) {
      return new Kept(fields);
    }
    throw new MalformedText("not an object");
  }

  public String written() {
    return JsonWriter.write(fields);
  }

  public Kept with(String name, Json value) {
    Map<String, Json> values = new LinkedHashMap<>(fields.values());
    values.put(name, value);
    return new Kept(new Json.Fields(values));
  }

  public Kept with(String name, String text) {
    return with(name, new Json.Text(text));
  }

  public Kept with(String name, long number) {
    return with(name, new Json.Whole(number));
  }

  public Kept with(String name, Kept inner) {
    return with(name, inner.fields);
  }

  public Kept with(String name, List<Json> items) {
    return with(name, new Json.Items(items));
  }

  public Kept with(String name, Bytes bytes) {
    return with(name, Base64Url.format(bytes));
  }

  public Kept with(String name, Secret secret) {
    return with(name, Base64Url.format(secret.toArray()));
  }

  Kept without(String name) {
    Map<String, Json> values = new LinkedHashMap<>(fields.values());
    values.remove(name);
    return new Kept(new Json.Fields(values));
  }

  public boolean has(String name) {
    return !(fields.at(name).orElse(new Json.Null()) instanceof Json.Null);
  }

  public String text(String name) {
    if (fields.at(name).orElse(null) instanceof Json.Text(String text)) {
      return text;
    }
    throw new MalformedText(name + " is no text");
  }

  public Optional<String> textIf(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  public long number(String name) {
    if (fields.at(name).orElse(null) instanceof Json.Whole(long number)) {
      return number;
    }
    throw new MalformedText(name + " is no number");
  }

  public long number(String name, long otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  public boolean isTrue(String name) {
    return fields.at(name).orElse(null) instanceof Json.Truth(boolean truth) && truth;
  }

  /// A list; none where there is none.
  public List<Json> items(String name) {
    return switch (fields.at(name).orElse(new Json.Null())) {
      case Json.Items(List<Json> values) -> values;
      case Json.Null() -> List.of();
      case Json other -> throw new MalformedText(name + " is no list but " + kind(other));
    };
  }

  private static String kind(Json value) {
    return value.getClass().getSimpleName();
  }

  /// An object; an empty one where there is none.
  public Kept inner(String name) {
    return has(name) ? of(Objects.requireNonNull(fields.values().get(name))) : NOTHING;
  }

  /// Bytes in base64url.
  Bytes bytes(String name) {
    try {
      return Bytes.of(Base64Url.parse(text(name)));
    } catch (Rejected foreign) {
      throw new MalformedText(name + " is not base64url");
    }
  }

  Secret secret(String name) {
    return Secret.of(bytes(name).toArray());
  }
}
