package kith.core.border;

import java.util.OptionalLong;
import kith.core.bond.Repair;
import kith.core.bond.Standing;
import kith.core.json.Json;
import kith.core.person.Repairing;
import kith.core.person.View;

/// How the two stand, as text.
final class TogetherText {
  private TogetherText() {}

  static Json write(View.Together together) {
    return standing(together)
        .with("evening", together.evening())
        .with("light", together.light())
        .with("repairs", Texts.all(together.repairs(), TogetherText::repairing))
        .with("outdated", together.outdated())
        .built();
  }

  private static Json.Building standing(View.Together together) {
    return switch (together.standing()) {
      case Standing.GoesOn goes -> standing("goes-on", Texts.NULL, Texts.NULL);
      case Standing.Rests(OptionalLong until) -> standing("rests", Texts.day(until), Texts.NULL);
      case Standing.Over over ->
          standing(
              "ended",
              new Json.Whole(over.day()),
              over.note()
                  .<Json>map(
                      words ->
                          Json.object()
                              .with("words", words)
                              .with("mine", together.noteIsMine().orElse(false))
                              .built())
                  .orElse(Texts.NULL));
    };
  }

  private static Json.Building standing(String state, Json day, Json note) {
    return Json.object().with("state", state).with("day", day).with("note", note);
  }

  private static Json repairing(Repairing one) {
    Repair repair = one.repair();
    return Json.object()
        .with("exchange", repair.exchange().text())
        .with("topic", repair.topic().word())
        .with("mine", one.mine())
        .with("misstep", repair.misstep().word())
        .with("words", repair.words())
        .with("saidBack", repair.saidBack().<Json>map(Json.Text::new).orElse(Texts.NULL))
        .with(
            "apology",
            repair
                .apology()
                .<Json>map(given -> EventText.write(Json.object(), given).built())
                .orElse(Texts.NULL))
        .with("mended", repair.mended())
        .with(
            "may",
            Json.object()
                .with("sayBack", Texts.may(one.sayBack()))
                .with("own", Texts.may(one.own()))
                .built())
        .built();
  }
}
