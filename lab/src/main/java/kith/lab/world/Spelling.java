package kith.lab.world;

import kith.core.json.Json;
import kith.core.json.JsonWriter;

/// The texts of the request and the answer that cross the network now: each is written once, for
/// all that look at it.
final class Spelling {
  private static final Json NOTHING = new Json.Null();

  private Json asked = NOTHING;
  private String askedText = "";
  private Json answered = NOTHING;
  private String answeredText = "";

  /// The text of what a device sends.
  @SuppressWarnings("ReferenceEquality") // Comparing contents would cost what it is to save.
  String asked(Json body) {
    if (asked != body) {
      asked = body;
      askedText = JsonWriter.write(body);
    }
    return askedText;
  }

  /// The relay has written its answer so.
  void answers(Json body, String text) {
    answered = body;
    answeredText = text;
  }

  /// The text of an answer: the relay's own, unless somebody has changed it on the way.
  @SuppressWarnings("ReferenceEquality")
  String answered(Json body) {
    return answered == body ? answeredText : JsonWriter.write(body);
  }
}
