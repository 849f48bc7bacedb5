package kith.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.core.bond.Response;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Answers;
import kith.crypto.OwnAnswer;
import kith.crypto.Rejected;
import kith.crypto.SealedAnswer;

/// The words of an entry: they stand in an erasable body, and something that stands for them in the
/// event box, which stays (docs/crypto.md, section 7).
final class Spoken {

  /// Stands where words are, or were.
  static final String DASH = "\u2013";

  /// Which texts of which events are words, in their order.
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "responded", List.of("words"),
          "told", List.of("words"),
          "said-back", List.of("words"),
          "owned", List.of("own", "differently", "regret"));

  /// UTF-16 code units of the words of a repair, as in the core.
  private static final int LONGEST_IN_REPAIR = 1000;

  private Spoken() {}

  private static String type(Kept event) {
    return event.fields().at("type").orElse(null) instanceof Json.Text(String type) ? type : "";
  }

  private static List<String> words(Kept event) {
    return WORDS.getOrDefault(type(event), List.of());
  }

  private static boolean says(Kept event, String name) {
    return event.fields().at(name).orElse(null) instanceof Json.Text(String text)
        && !Response.blank(text);
  }

  /// The texts that go into the body, in order; none when nothing is said.
  static List<Json> of(List<Json> events) {
    List<Json> texts = new ArrayList<>();
    for (Json each : events) {
      Kept event = Kept.of(each);
      words(event).stream()
          .filter(name -> says(event, name))
          .forEach(name -> texts.add(new Json.Text(event.text(name))));
    }
    return texts;
  }

  /// The events with a dash for each text.
  static List<Json> without(List<Json> events) {
    List<Json> bare = new ArrayList<>();
    for (Json each : events) {
      Kept event = each instanceof Json.Fields fields ? new Kept(fields) : Kept.NOTHING;
      Kept next = event;
      for (String name : words(event)) {
        next = says(event, name) ? next.with(name, DASH) : next;
      }
      bare.add(next.equals(event) ? each : next.fields());
    }
    return bare;
  }

  /// The events of an entry that says `sealed` and `events`, with the words of its body; as they
  /// are if the body is gone, does not open, is not in its form, or stands under my own name and
  /// is not by me.
  ///
  /// @param parts the entry's, as the relay gives them
  static List<Json> opened(Boxes boxes, Answers.From from, Kept said, Kept parts) {
    List<Json> events = said.items("events").stream().toList();
    try {
      SealedAnswer answer =
          Boxes.answer(said.inner("sealed"), parts.bytes("body"), parts.bytes("key"));
      return text(boxes, from, answer).map(text -> with(events, read(text))).orElse(events);
    } catch (Rejected | MalformedText gone) {
      return events;
    }
  }

  /// The text of a body; nothing if it is under my name, and I have not written it.
  private static Optional<String> text(Boxes boxes, Answers.From from, SealedAnswer answer)
      throws Rejected {
    if (!from.seat().equals(boxes.seat())) {
      return Optional.of(new Answers().open(boxes.bond(), from, answer));
    }
    OwnAnswer own = new Answers().openOwn(boxes.bond(), boxes.amk(), from, answer);
    return own.confirmed() ? Optional.of(own.text()) : Optional.empty();
  }

  /// The events with their texts again. A text that the core would not take leaves its dash, so
  /// that whoever has read it and whoever has not fold alike.
  static List<Json> with(List<Json> events, List<Json> texts) {
    Iterator<Json> left = texts.iterator();
    List<Json> whole = new ArrayList<>();
    for (Json each : events) {
      Kept event = each instanceof Json.Fields fields ? new Kept(fields) : Kept.NOTHING;
      Kept next = event;
      for (String name : words(event)) {
        boolean stands =
            event.fields().at(name).orElse(null) instanceof Json.Text(String dash)
                && dash.equals(DASH);
        if (stands && left.hasNext()) {
          next = filled(next, name, left.next());
        }
      }
      whole.add(next.equals(event) ? each : next.fields());
    }
    return whole;
  }

  private static Kept filled(Kept event, String name, Json text) {
    int longest = type(event).equals("responded") ? Response.LONGEST_WORDS : LONGEST_IN_REPAIR;
    boolean fits =
        text instanceof Json.Text(String words)
            && !Response.blank(words)
            && words.length() <= longest;
    return fits ? event.with(name, text) : event;
  }

  /// The texts that a body's text holds.
  static List<Json> read(String body) {
    return Kept.authored(body).items("words");
  }

  /// What of `events` can be taken back: the exchange and the part of the first that says anything.
  static Kept about(List<Json> events) {
    for (Json each : events) {
      Kept event = Kept.of(each);
      if (!words(event).isEmpty()) {
        String part = type(event).equals("responded") ? "response" : "repair";
        return Kept.NOTHING.with("of", event.text("exchange")).with("part", part);
      }
    }
    throw new MalformedText("nothing is said");
  }
}
