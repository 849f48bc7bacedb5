package kith.core.border;

import kith.core.bond.Event;
import kith.core.bond.Response;
import kith.core.json.Json;
import kith.core.json.MalformedText;

/// Events as text. What is of an unknown type or not in its form is [Event.Unknown]: the other
/// person's software wrote it, and no text of theirs may stop this device.
final class EventText {
  private EventText() {}

  static Event read(Json value) {
    try {
      return known(Reading.of("event", value));
    } catch (MalformedText malformed) {
      return new Event.Unknown();
    }
  }

  private static Event known(Reading from) {
    return switch (from.text("type")) {
      case "drawn" ->
          new Event.Drew(from.exchange("exchange"), PromptText.read(from.fields("prompt")));
      case "swapped" -> new Event.Swapped(from.exchange("exchange"));
      case "responded" -> new Event.Responded(from.exchange("exchange"), response(from));
      default -> new Event.Unknown();
    };
  }

  private static Response response(Reading from) {
    Response response = ResponseText.readKnown(from);
    if (response.isEmpty() || response.words().length() > Response.LONGEST_WORDS) {
      throw from.wrong("words", "are none or too many");
    }
    return response;
  }

  static Json write(Event event) {
    return switch (event) {
      case Event.Drew drew ->
          Json.object()
              .with("type", "drawn")
              .with("exchange", drew.exchange().text())
              .with("prompt", PromptText.write(drew.prompt()))
              .built();
      case Event.Swapped swapped ->
          Json.object().with("type", "swapped").with("exchange", swapped.exchange().text()).built();
      case Event.Responded responded ->
          ResponseText.write(
                  Json.object()
                      .with("type", "responded")
                      .with("exchange", responded.exchange().text()),
                  responded.response())
              .built();
      case Event.Unknown() -> throw new IllegalStateException("nobody decides on the unknown");
    };
  }
}
