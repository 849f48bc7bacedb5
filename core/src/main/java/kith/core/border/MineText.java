package kith.core.border;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import kith.core.bond.ExchangeId;
import kith.core.bond.Moment;
import kith.core.bond.Prompt;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.MalformedText;
import kith.core.person.Mine;

/// My private state as text: `{"v":1,"sealed":[exchange...]}` and, each if there is any:
/// `"votes":[{"on","topic","ring","day"}...]`,
/// `"notes":[{"exchange","understood","accepted","cared","brushed"}...]`,
/// `"checks":[{"day","comfort","free"}...]`, `"safety":[{"day","free":true}...]`,
/// `"drawer":[{"id","topic","ring"}...]`, `"marks":[exchange...]`, `"unwished":["deck/id"...]`,
/// `"thrown":[exchange...]`, `"last":20`, `"before":40`. A vote may also say `"after"`: the number
/// of the last entry taken when it was given.
final class MineText {
  /// UTF-16 code units: some tens of thousands of exchanges.
  private static final int LONGEST = 1 << 20;

  private static final int MOST_POINTS = 7;

  private MineText() {}

  static Mine read(String text) {
    return of(JsonReader.read(text, LONGEST));
  }

  static Mine of(Json mine) {
    Reading from = Reading.of("mine", mine);
    from.version();
    return new Mine(
        exchanges(from.items("sealed"), "sealed"),
        all(from, "votes", MineText::vote),
        all(from, "notes", MineText::note),
        all(
            from,
            "checks",
            one -> new Mine.Check(day(one), points(one, "comfort"), points(one, "free"))),
        all(from, "safety", one -> new Mine.Safety(day(one), one.truth("free"))),
        all(from, "drawer", MineText::kept),
        exchanges(from.itemsIf("marks"), "marks"),
        texts(from.itemsIf("unwished")),
        exchanges(from.itemsIf("thrown"), "thrown"),
        count(from, "last"),
        count(from, "before"));
  }

  private static OptionalInt count(Reading from, String name) {
    return from.has(name)
        ? OptionalInt.of((int) from.whole(name, 0, LONGEST))
        : OptionalInt.empty();
  }

  private static Mine.Vote vote(Reading from) {
    OptionalLong after =
        from.has("after")
            ? OptionalLong.of(from.whole("after", 0, Json.LARGEST_WHOLE))
            : OptionalLong.empty();
    return new Mine.Vote(MatterText.read(from), day(from), after);
  }

  private static <T> List<T> all(Reading from, String name, Function<Reading, T> reading) {
    List<T> all = new ArrayList<>();
    for (Json one : from.itemsIf(name)) {
      all.add(reading.apply(Reading.of("mine." + name + "[" + all.size() + "]", one)));
    }
    return all;
  }

  private static Mine.Note note(Reading from) {
    return new Mine.Note(
        from.exchange("exchange"),
        pointsIf(from, "understood"),
        pointsIf(from, "accepted"),
        pointsIf(from, "cared"),
        pointsIf(from, "brushed"));
  }

  private static Mine.Kept kept(Reading from) {
    return new Mine.Kept(
        from.text("id", Prompt.LONGEST_NAME), MatterText.topic(from), MatterText.ring(from));
  }

  private static long day(Reading from) {
    return from.whole("day", 0, Moment.LAST_DAY);
  }

  private static int points(Reading from, String name) {
    return (int) from.whole(name, 1, MOST_POINTS);
  }

  private static OptionalInt pointsIf(Reading from, String name) {
    return from.has(name) ? OptionalInt.of(points(from, name)) : OptionalInt.empty();
  }

  private static Set<ExchangeId> exchanges(List<Json> items, String name) {
    Set<ExchangeId> exchanges = new HashSet<>();
    for (Json one : items) {
      if (!(one instanceof Json.Text(String id)) || !ExchangeId.fits(id)) {
        throw new MalformedText("mine." + name + " holds what is not 16 bytes in base64url");
      }
      exchanges.add(new ExchangeId(id));
    }
    return exchanges;
  }

  private static Set<String> texts(List<Json> items) {
    Set<String> texts = new HashSet<>();
    for (Json one : items) {
      if (!(one instanceof Json.Text(String text))) {
        throw new MalformedText("mine.unwished holds what is not a text");
      }
      texts.add(text);
    }
    return texts;
  }
}
