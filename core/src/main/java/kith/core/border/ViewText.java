package kith.core.border;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kith.core.bond.Answer;
import kith.core.bond.Response;
import kith.core.bond.Verdict;
import kith.core.json.Json;
import kith.core.person.Card;
import kith.core.person.Cell;
import kith.core.person.View;

/// Views as text; docs/model.md shows one whole.
final class ViewText {
  private static final Json NULL = new Json.Null();

  private ViewText() {}

  static Json write(View view) {
    return Json.object()
        .with("v", Reading.VERSION)
        .with("seat", view.seat().number())
        .with("table", all(view.table(), ViewText::card))
        .with("story", all(view.story(), ViewText::card))
        .with("offers", all(view.offers(), PromptText::write))
        .with("may", Json.object().with("draw", may(view.draw())).built())
        .with("map", all(view.map(), ViewText::cell))
        .with("setAside", view.setAside())
        .built();
  }

  private static Json card(Card card) {
    Json lastDay = card.lastDay().isPresent() ? new Json.Whole(card.lastDay().getAsLong()) : NULL;
    return Json.object()
        .with("exchange", card.exchange().text())
        .with("state", card.state().word())
        .with("prompt", PromptText.write(card.prompt()))
        .with("day", card.day())
        .with("lastDay", lastDay)
        .with("sealedByMe", card.sealedByMe())
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
                Json.object()
                    .with("words", one.words().<Json>map(Json.Text::new).orElse(NULL))
                    .built())
        .orElse(NULL);
  }

  private static Json response(Optional<Response> response) {
    return response.<Json>map(one -> ResponseText.write(Json.object(), one).built()).orElse(NULL);
  }

  private static Json may(Card.May may) {
    return Json.object()
        .with("seal", may(may.seal()))
        .with("swap", may(may.swap()))
        .with("respond", may(may.respond()))
        .built();
  }

  private static Json may(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed() -> NULL;
      case Verdict.Refused refused -> new Json.Text(refused.reason().word());
    };
  }

  private static Json cell(Cell cell) {
    return Json.object()
        .with("topic", cell.topic().word())
        .with("ring", cell.ring().depth())
        .with("open", cell.open())
        .with("shared", cell.shared())
        .built();
  }

  private static <T> Json all(List<T> things, Function<T, Json> writing) {
    List<Json> written = new ArrayList<>();
    for (T thing : things) {
      written.add(writing.apply(thing));
    }
    return new Json.Items(written);
  }
}
