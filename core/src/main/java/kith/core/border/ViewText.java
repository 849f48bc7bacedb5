package kith.core.border;

import java.util.Optional;
import kith.core.bond.Answer;
import kith.core.bond.Response;
import kith.core.deck.Offer;
import kith.core.deck.PromptKind;
import kith.core.json.Json;
import kith.core.person.Card;
import kith.core.person.Cell;
import kith.core.person.View;
import kith.core.person.Wedge;

/// Views as text; docs/model.md shows one whole.
final class ViewText {
  private ViewText() {}

  static Json write(View view) {
    return Json.object()
        .with("v", Reading.VERSION)
        .with("seat", view.seat().number())
        .with("table", Texts.all(view.table(), ViewText::card))
        .with("story", Texts.all(view.story(), ViewText::card))
        .with("earlier", view.earlier())
        .with("offers", Texts.all(view.offers(), ViewText::offer))
        .with("may", may(view.may()))
        .with("map", Texts.all(view.map(), ViewText::cell))
        .with("topics", Texts.all(view.topics(), ViewText::wedge))
        .with("together", TogetherText.write(view.together()))
        .with("own", OwnText.write(view.own()))
        .with("setAside", view.setAside())
        .built();
  }

  private static Json offer(Offer offer) {
    Json.Building prompt = PromptText.building(offer.prompt());
    if (offer.kind() != PromptKind.QUESTION) {
      prompt.with("kind", offer.kind().word());
    }
    return (offer.again() ? prompt.with("again", true) : prompt).built();
  }

  private static Json may(View.May may) {
    return Json.object()
        .with("draw", Texts.may(may.draw()))
        .with("offer", Texts.may(may.offer()))
        .with("ask", Texts.may(may.ask()))
        .with("rest", Texts.may(may.rest()))
        .with("resume", Texts.may(may.resume()))
        .with("evening", Texts.may(may.evening()))
        .with("endEvening", Texts.may(may.endEvening()))
        .with("mended", Texts.may(may.mended()))
        .with("end", Texts.may(may.end()))
        .built();
  }

  private static Json card(Card card) {
    return Json.object()
        .with("exchange", card.exchange().text())
        .with("state", card.state().word())
        .with("kind", card.told().kind().word())
        .with("toldByMe", card.told().byMe())
        .with("toldByThem", card.told().byThem())
        .with("writtenByMe", card.told().written().byMe())
        .with("writtenByThem", card.told().written().byThem())
        .with("bound", card.bound())
        .with("prompt", PromptText.write(card.prompt()))
        .with("day", card.day())
        .with("lastDay", Texts.day(card.lastDay()))
        .with("sealedByMe", card.sealedByMe())
        .with("ratherNot", card.ratherNot())
        .with("mine", answer(card.answers().mine()))
        .with("theirs", answer(card.answers().theirs()))
        .with("myResponse", response(card.responses().mine()))
        .with("theirResponse", response(card.responses().theirs()))
        .with("may", may(card.may()))
        .built();
  }

  private static Json answer(Optional<Answer> answer) {
    return answer
        .<Json>map(
            one ->
                marked(
                    Json.object()
                        .with("words", one.words().<Json>map(Json.Text::new).orElse(Texts.NULL)),
                    one.withdrawn()))
        .orElse(Texts.NULL);
  }

  private static Json response(Optional<Response> response) {
    return response
        .<Json>map(one -> marked(ResponseText.write(Json.object(), one), one.withdrawn()))
        .orElse(Texts.NULL);
  }

  private static Json marked(Json.Building into, boolean withdrawn) {
    return (withdrawn ? into.with("withdrawn", true) : into).built();
  }

  private static Json may(Card.May may) {
    return Json.object()
        .with("seal", Texts.may(may.seal()))
        .with("swap", Texts.may(may.swap()))
        .with("respond", Texts.may(may.respond()))
        .with("tell", Texts.may(may.tell()))
        .with("takeBack", Texts.may(may.takeBack()))
        .built();
  }

  private static Json cell(Cell cell) {
    return Json.object()
        .with("topic", cell.topic().word())
        .with("ring", cell.ring().depth())
        .with("open", cell.open())
        .with("shared", cell.shared())
        .built();
  }

  private static Json wedge(Wedge wedge) {
    return Json.object()
        .with("topic", wedge.topic().word())
        .with("ring", wedge.ring())
        .with("deeper", Texts.may(wedge.deeper()))
        .with("myYes", wedge.myYes())
        .with("stepBack", Texts.may(wedge.stepBack()))
        .built();
  }
}
