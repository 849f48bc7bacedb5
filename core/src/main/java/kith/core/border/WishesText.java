package kith.core.border;

import java.util.ArrayList;
import java.util.List;
import kith.core.bond.Moment;
import kith.core.bond.Prompt;
import kith.core.deck.Wish;
import kith.core.deck.Wishes;
import kith.core.json.Json;
import kith.core.json.JsonReader;

/// One person's private wishes as text:
/// `{"v":1,"wishes":[{"prompt":"deck/id","wish":"favourite"}...]}`, or `"not-now"` with
/// `"until":day`, `"not-with-you"` with `"bond":hex`, `"not-ever"`.
final class WishesText {
  /// UTF-16 code units: more than anyone will mark in a life.
  private static final int LONGEST = 1 << 20;

  /// Deck, slash and id.
  private static final int LONGEST_KEY = 2 * Prompt.LONGEST_NAME + 1;

  private static final int BOND_LENGTH = 32;

  private WishesText() {}

  static Wishes read(String text) {
    Reading from = Reading.of("wishes", JsonReader.read(text, LONGEST));
    from.version();
    List<Wish> wishes = new ArrayList<>();
    for (Json one : from.items("wishes")) {
      wishes.add(wish(Reading.of("wishes.wishes[" + wishes.size() + "]", one)));
    }
    return new Wishes(wishes);
  }

  private static Wish wish(Reading from) {
    String prompt = from.text("prompt", LONGEST_KEY);
    return switch (from.text("wish")) {
      case "favourite" -> new Wish.Favourite(prompt);
      case "not-now" -> new Wish.NotNow(prompt, from.whole("until", 0, Moment.LAST_DAY));
      case "not-with-you" -> new Wish.NotWithYou(prompt, from.text("bond", BOND_LENGTH));
      case "not-ever" -> new Wish.NotEver(prompt);
      default -> throw from.wrong("wish", "is none of favourite, not-now, not-with-you, not-ever");
    };
  }

  /// `{"unwished":["deck/id"...],"favourites":["deck/id"...]}`: the first goes into `mine`.
  static Json write(Wishes wishes, String bond, long day) {
    return Json.object()
        .with("unwished", Json.texts(new ArrayList<>(wishes.unwished(bond, day))))
        .with("favourites", Json.texts(wishes.favourites(bond, day)))
        .built();
  }
}
