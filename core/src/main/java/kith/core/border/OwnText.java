package kith.core.border;

import kith.core.bond.ExchangeId;
import kith.core.bond.Ring;
import kith.core.bond.Topic;
import kith.core.json.Json;
import kith.core.person.Question;
import kith.core.person.View;

/// What only I know, as text.
final class OwnText {
  private OwnText() {}

  static Json write(View.Own own) {
    return Json.object()
        .with("questions", Texts.all(own.questions(), OwnText::question))
        .with("yes", Texts.all(own.yes(), MatterText::write))
        .with("lighter", own.lighter())
        .with("help", own.help())
        .with("drawer", Texts.all(own.drawer(), OwnText::kept))
        .with("held", Texts.all(own.held(), OwnText::aside))
        .built();
  }

  private static Json question(Question question) {
    return switch (question) {
      case Question.Landed(ExchangeId exchange) ->
          Json.object().with("ask", "landed").with("exchange", exchange.text()).built();
      case Question.Comfort() -> Json.object().with("ask", "comfort").built();
      case Question.Deeper(Topic topic, Ring ring) ->
          Json.object()
              .with("ask", "deeper")
              .with("topic", topic.word())
              .with("ring", ring.depth())
              .built();
      case Question.Mended() -> Json.object().with("ask", "mended").built();
      case Question.Resume() -> Json.object().with("ask", "resume").built();
      case Question.Safety() -> Json.object().with("ask", "safety").built();
    };
  }

  private static Json kept(View.Drawer drawer) {
    return Json.object()
        .with("id", drawer.kept().id())
        .with("share", Texts.may(drawer.share()))
        .with("firstStep", Texts.may(drawer.firstStep()))
        .built();
  }

  /// Its words only once its ring is open.
  private static Json aside(View.Aside aside) {
    return Json.object()
        .with("exchange", aside.held().exchange().text())
        .with("topic", aside.held().prompt().topic().word())
        .with("ring", aside.held().prompt().ring().depth())
        .with("text", aside.openable() ? new Json.Text(aside.held().prompt().text()) : Texts.NULL)
        .built();
  }
}
