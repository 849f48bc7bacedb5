package kith.relay.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.wire.Limits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/// A JSON value (RFC 8259), read strictly: one value and nothing after it, no name twice, bounded.
sealed interface Json {
  /// The deepest honest request is an object in a list in an object.
  int MAX_DEPTH = 8;

  /// Values of one request: one that replaces keys names the most (256, four values each).
  int MAX_VALUES = 4096;

  /// A name longer than this is none of ours.
  int MAX_NAME = 64;

  /// Digits of a number: those of 2^53, with air.
  int MAX_DIGITS = 20;

  record Text(String value) implements Json {}

  record Whole(long value) implements Json {}

  record Yes() implements Json {}

  /// Something that no field of ours is: a fraction.
  record Other() implements Json {}

  /// Null; and false, which says no more than a field that is absent.
  record Nothing() implements Json {}

  record Array(List<Json> values) implements Json {}

  record Fields(Map<String, Json> values) implements Json {}

  /// Its buffers belong to a thread: the event loops are few, and live as long as the relay.
  JsonFactory FACTORY =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxTokenCount(MAX_VALUES)
                  .maxNameLength(MAX_NAME)
                  .maxNumberLength(MAX_DIGITS)
                  .maxStringLength(Limits.REQUEST_BYTES)
                  .maxDocumentLength(Limits.REQUEST_BYTES)
                  .build())
          .build();

  /// Reads one object that is the whole of `bytes`.
  static Fields read(byte[] bytes) throws Malformed {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("body", "must be a JSON object");
      }
      Fields fields = fields(parser);
      if (parser.nextToken() != null) {
        throw new Malformed("body", "must be one JSON object and nothing after it");
      }
      return fields;
    } catch (JacksonException notJson) {
      throw new Malformed("body", "must be valid JSON, neither too deep nor too long");
    }
  }

  private static Fields fields(JsonParser parser) throws Malformed {
    Map<String, Json> values = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (name == null) {
        throw new Malformed("body", "must be valid JSON");
      }
      if (values.containsKey(name)) {
        throw new Malformed("body", "must not name a field twice");
      }
      values.put(name, value(parser, parser.nextToken()));
    }
    return new Fields(values);
  }

  private static Array array(JsonParser parser) throws Malformed {
    List<Json> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      values.add(value(parser, token));
    }
    return new Array(values);
  }

  private static Json value(JsonParser parser, JsonToken token) throws Malformed {
    return switch (token) {
      case START_OBJECT -> fields(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Text(parser.getString());
      case VALUE_NUMBER_INT -> new Whole(parser.getLongValue());
      case VALUE_NULL, VALUE_FALSE -> new Nothing();
      case VALUE_TRUE -> new Yes();
      default -> new Other();
    };
  }
}
