package kith.relay.json;

import java.io.ByteArrayOutputStream;
import java.util.List;
import kith.relay.log.Appended;
import kith.relay.log.ChangePage;
import kith.relay.log.Counters;
import kith.relay.log.Ending;
import kith.relay.log.Entry;
import kith.relay.log.Invitation;
import kith.relay.log.Page;
import kith.relay.log.Rewrapped;
import kith.wire.BondId;
import kith.wire.Box;
import kith.wire.Parts;
import kith.wire.Problem;
import kith.wire.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Answers as JSON, in UTF-8. The same value gives the same bytes.
public final class Answers {
  /// Bytes to begin with: most answers are a few numbers.
  static final int SMALL = 256;

  /// The wire version that this relay speaks.
  private static final int WIRE = 1;

  private Answers() {}

  @FunctionalInterface
  interface Content {
    void write(JsonGenerator json);
  }

  static byte[] object(int size, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
    try (JsonGenerator json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /// `{"day"}`
  public static byte[] day(int day) {
    return object(SMALL, json -> json.writeNumberProperty("day", day));
  }

  /// `{"seq", "day"}`
  public static byte[] appended(Appended appended) {
    return object(
        SMALL,
        json -> {
          json.writeNumberProperty("seq", appended.seq());
          json.writeNumberProperty("day", appended.day());
        });
  }

  /// `{"entries", "more", "day", "tick", "change", "ended" or null}`
  public static byte[] page(Page page) {
    return object(
        size(page),
        json -> {
          json.writeArrayPropertyStart("entries");
          page.entries().forEach(entry -> entry(json, entry));
          json.writeEndArray();
          json.writeBooleanProperty("more", page.more());
          standing(json, page.standing());
        });
  }

  /// About how long it gets: four characters for three bytes, and some around them.
  private static int size(Page page) {
    long boxes = page.entries().stream().mapToLong(Entry::length).sum();
    return (int) (boxes * 4 / 3) + SMALL * (1 + page.entries().size());
  }

  private static void standing(JsonGenerator json, Page.Standing standing) {
    json.writeNumberProperty("day", standing.today());
    json.writeNumberProperty("tick", standing.tick());
    json.writeNumberProperty("change", standing.change());
    json.writeName("ended");
    if (standing.ended().isPresent()) {
      json.writeNumber(standing.ended().getAsInt());
    } else {
      json.writeNull();
    }
  }

  private static void entry(JsonGenerator json, Entry entry) {
    json.writeStartObject();
    json.writeNumberProperty("seq", entry.seq());
    json.writeNumberProperty("day", entry.day());
    switch (entry) {
      case Entry.Written written -> written(json, written);
      case Entry.Opened opened -> opened(json, opened);
    }
    json.writeEndObject();
  }

  private static void written(JsonGenerator json, Entry.Written written) {
    json.writeNumberProperty("by", written.by());
    json.writeStringProperty("handle", written.handle().text());
    json.writeName("parts");
    parts(json, written.parts());
  }

  private static void opened(JsonGenerator json, Entry.Opened opened) {
    json.writeStringProperty("gate", opened.gate().text());
    json.writeArrayPropertyStart("parts");
    parts(json, opened.seat0());
    parts(json, opened.seat1());
    json.writeEndArray();
  }

  private static void parts(JsonGenerator json, Parts parts) {
    json.writeStartObject();
    box(json, "event", parts.event());
    Words words = parts.words();
    if (words != null) {
      optionalBox(json, "body", words.body());
      box(json, "key", words.key());
    }
    optionalBox(json, "tombstone", parts.tombstone());
    json.writeEndObject();
  }

  static void optionalBox(JsonGenerator json, String name, @Nullable Box box) {
    if (box != null) {
      box(json, name, box);
    }
  }

  static void box(JsonGenerator json, String name, @Nullable Box box) {
    json.writeName(name);
    if (box == null) {
      json.writeNull();
      return;
    }
    byte[] bytes = box.bytes();
    json.writeBinary(Base64Variants.MODIFIED_FOR_URL, bytes, 0, bytes.length);
  }

  /// `{"changes": [{"change", "entry"}, ...], "more", "day"}`
  public static byte[] changes(ChangePage page) {
    return object(
        SMALL,
        json -> {
          json.writeArrayPropertyStart("changes");
          for (ChangePage.Change change : page.changes()) {
            json.writeStartObject();
            json.writeNumberProperty("change", change.number());
            json.writeName("entry");
            entry(json, change.entry());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeBooleanProperty("more", page.more());
          json.writeNumberProperty("day", page.today());
        });
  }

  /// `{"missed", "day"}`
  public static byte[] rewrapped(Rewrapped rewrapped) {
    return object(
        SMALL,
        json -> {
          json.writeArrayPropertyStart("missed");
          rewrapped.missed().forEach(json::writeNumber);
          json.writeEndArray();
          json.writeNumberProperty("day", rewrapped.today());
        });
  }

  /// `{"on", "day"}`
  public static byte[] ending(Ending ending) {
    return object(
        SMALL,
        json -> {
          json.writeNumberProperty("on", ending.on());
          json.writeNumberProperty("day", ending.today());
        });
  }

  /// `{"tick", "counters", "day"}`
  public static byte[] counters(Counters counters) {
    return object(
        SMALL,
        json -> {
          json.writeNumberProperty("tick", counters.tick());
          json.writeArrayPropertyStart("counters");
          counters.next().forEach(json::writeNumber);
          json.writeEndArray();
          json.writeNumberProperty("day", counters.today());
        });
  }

  /// `{"offer", "accept" or null, "confirm" or null, "expires", "day"}`
  public static byte[] invitation(Invitation invitation) {
    return object(
        SMALL,
        json -> {
          box(json, "offer", invitation.offer());
          box(json, "accept", invitation.accept());
          box(json, "confirm", invitation.confirm());
          json.writeNumberProperty("expires", invitation.expires());
          json.writeNumberProperty("day", invitation.today());
        });
  }

  /// `{"wire", "day", "origins", "operator" or null}`
  public static byte[] about(int day, List<String> origins, @Nullable String operator) {
    return object(
        SMALL,
        json -> {
          json.writeNumberProperty("wire", WIRE);
          json.writeNumberProperty("day", day);
          json.writeArrayPropertyStart("origins");
          origins.forEach(json::writeString);
          json.writeEndArray();
          json.writeStringProperty("operator", operator);
        });
  }

  /// The data of one event of a live stream: `{"bond", "seq"}`
  public static byte[] position(BondId bond, long seq) {
    return object(
        SMALL,
        json -> {
          json.writeStringProperty("bond", bond.text());
          json.writeNumberProperty("seq", seq);
        });
  }

  /// A problem (RFC 9457).
  public static byte[] problem(Problem problem) {
    return problem(problem, problem.detail(), null);
  }

  /// A malformed request: the field at fault and why.
  public static byte[] malformed(String field, String why) {
    String detail = "The field \"%s\" %s; correct it and send again.".formatted(field, why);
    return problem(Problem.MALFORMED, detail, field);
  }

  private static byte[] problem(Problem problem, String detail, @Nullable String field) {
    return object(
        SMALL,
        json -> {
          json.writeStringProperty("type", Problem.TYPE_PREFIX + problem.wireName());
          json.writeStringProperty("title", problem.title());
          json.writeNumberProperty("status", problem.status());
          json.writeStringProperty("detail", detail);
          if (field != null) {
            json.writeStringProperty("field", field);
          }
        });
  }
}
