package kith.core.border;

import java.util.OptionalLong;
import kith.core.bond.Apology;
import kith.core.bond.Bond;
import kith.core.bond.Event;
import kith.core.bond.Misstep;
import kith.core.bond.Moment;
import kith.core.bond.Part;
import kith.core.bond.Repair;
import kith.core.bond.Response;
import kith.core.bond.Ring;
import kith.core.bond.Standing;
import kith.core.json.Json;
import kith.core.json.MalformedText;

/// Events as text. What is of an unknown type or not in its form is [Event.Unknown]: the other
/// person's software wrote it, and no text of theirs may stop this device. An event that came with
/// a later version carries `"since":version` and counts only once both speak that version.
final class EventText {
  private EventText() {}

  static Event read(Json value) {
    try {
      Reading from = Reading.of("event", value);
      long since = from.has("since") ? from.whole("since", 1, Json.LARGEST_WHOLE) : Bond.VERSION;
      return since > Bond.VERSION ? new Event.Since(since, readKnown(from)) : readKnown(from);
    } catch (MalformedText malformed) {
      return new Event.Unknown();
    }
  }

  private static Event readKnown(Reading from) {
    try {
      return known(from);
    } catch (MalformedText malformed) {
      return new Event.Unknown();
    }
  }

  private static Event known(Reading from) {
    return switch (from.text("type")) {
      case "drawn" ->
          new Event.Drew(
              from.exchange("exchange"),
              PromptText.read(from.fields("prompt")),
              from.truth("held"));
      case "offered" ->
          new Event.Offered(
              from.exchange("exchange"),
              PromptText.read(from.fields("prompt")),
              from.exchangeIf("returns"));
      case "asked" ->
          new Event.Asked(from.exchange("exchange"), PromptText.read(from.fields("prompt")));
      case "swapped" -> new Event.Swapped(from.exchange("exchange"));
      case "responded" -> new Event.Responded(from.exchange("exchange"), response(from));
      case "withdrew" -> new Event.Withdrew(from.exchange("exchange"), part(from));
      case "stepped-back" ->
          new Event.SteppedBack(
              MatterText.topic(from), (int) from.whole("ring", 0, Ring.INNERMOST - 1));
      case "rested" -> new Event.Rested(until(from));
      case "told" ->
          new Event.Told(
              from.exchange("exchange"), misstep(from), from.textIf("words", Repair.LONGEST_WORDS));
      case "said-back" ->
          new Event.SaidBack(from.exchange("exchange"), from.text("words", Repair.LONGEST_WORDS));
      case "owned" -> new Event.Owned(from.exchange("exchange"), apology(from));
      case "evening-ended" -> new Event.EveningEnded();
      case "ended" ->
          new Event.Ended(from.textIf("note", Standing.Over.LONGEST_NOTE), from.truth("takeBack"));
      case "note-withdrawn" -> new Event.NoteWithdrawn();
      case "speaks" -> new Event.Speaks(from.whole("version", 1, Json.LARGEST_WHOLE));
      default -> new Event.Unknown();
    };
  }

  static Part part(Reading from) {
    return Part.named(from.text("part")).orElseThrow(() -> from.wrong("part", "is no part"));
  }

  static Misstep misstep(Reading from) {
    return Misstep.named(from.text("misstep"))
        .orElseThrow(() -> from.wrong("misstep", "is no misstep"));
  }

  static OptionalLong until(Reading from) {
    return from.has("until")
        ? OptionalLong.of(from.whole("until", 0, Moment.LAST_DAY))
        : OptionalLong.empty();
  }

  static Apology apology(Reading from) {
    return new Apology(
        from.text("own", Repair.LONGEST_WORDS),
        from.textIf("differently", Repair.LONGEST_WORDS),
        from.textIf("regret", Repair.LONGEST_WORDS));
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
      case Event.Drew drew -> {
        Json.Building one = of("drawn").with("exchange", drew.exchange().text());
        one.with("prompt", PromptText.write(drew.prompt()));
        yield (drew.held() ? one.with("held", true) : one).built();
      }
      case Event.Offered offered -> {
        Json.Building one = of("offered").with("exchange", offered.exchange().text());
        one.with("prompt", PromptText.write(offered.prompt()));
        offered.returns().ifPresent(step -> one.with("returns", step.text()));
        yield one.built();
      }
      case Event.Asked asked ->
          of("asked")
              .with("exchange", asked.exchange().text())
              .with("prompt", PromptText.write(asked.prompt()))
              .built();
      case Event.Swapped swapped ->
          of("swapped").with("exchange", swapped.exchange().text()).built();
      case Event.Responded responded ->
          ResponseText.write(
                  of("responded").with("exchange", responded.exchange().text()),
                  responded.response())
              .built();
      case Event.Withdrew withdrew ->
          of("withdrew")
              .with("exchange", withdrew.exchange().text())
              .with("part", withdrew.part().word())
              .built();
      case Event.SteppedBack back ->
          of("stepped-back").with("topic", back.topic().word()).with("ring", back.depth()).built();
      case Event.Rested rested -> {
        Json.Building one = of("rested");
        rested.until().ifPresent(day -> one.with("until", day));
        yield one.built();
      }
      case Event.Told told ->
          of("told")
              .with("exchange", told.exchange().text())
              .with("misstep", told.misstep().word())
              .with("words", told.words())
              .built();
      case Event.SaidBack said ->
          of("said-back")
              .with("exchange", said.exchange().text())
              .with("words", said.words())
              .built();
      case Event.Owned owned ->
          write(of("owned").with("exchange", owned.exchange().text()), owned.apology()).built();
      case Event.EveningEnded() -> of("evening-ended").built();
      case Event.Ended ended ->
          of("ended").with("note", ended.note()).with("takeBack", ended.takeBack()).built();
      case Event.NoteWithdrawn() -> of("note-withdrawn").built();
      case Event.Speaks speaks -> of("speaks").with("version", speaks.version()).built();
      case Event.Since since -> throw new IllegalStateException("nobody decides on the later");
      case Event.Unknown() -> throw new IllegalStateException("nobody decides on the unknown");
    };
  }

  private static Json.Building of(String type) {
    return Json.object().with("type", type);
  }

  static Json.Building write(Json.Building into, Apology apology) {
    return into.with("own", apology.own())
        .with("differently", apology.differently())
        .with("regret", apology.regret());
  }
}
