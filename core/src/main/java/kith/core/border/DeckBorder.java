package kith.core.border;

import java.util.function.Supplier;
import kith.core.bond.Reason;
import kith.core.json.JsonWriter;
import kith.core.json.MalformedText;

/// What decks and wishes need outside a bond, text in and text out, as [Border]: nothing is thrown,
/// and what cannot be done comes back as `{"error":{"reason":"malformed","detail":"..."}}`.
public final class DeckBorder {
  private DeckBorder() {}

  /// The canonical text of a deck from a file ([SharedDeck]), to be shown before it is used.
  public static String canonical(String deck) {
    return answer(() -> SharedDeck.canonical(deck));
  }

  /// The fragment of a link that carries a deck, without `#`.
  public static String fragment(String deck) {
    return answer(() -> SharedDeck.fragment(deck));
  }

  /// The canonical text of the deck in the fragment of a link.
  public static String ofFragment(String fragment) {
    return answer(() -> SharedDeck.ofFragment(fragment));
  }

  /// What a person's wishes come to in one bond on one day, as [WishesText] says.
  ///
  /// @param bond its id in lower-case hex
  /// @param day in days since 1970 UTC
  public static String wishes(String wishes, String bond, long day) {
    return answer(() -> JsonWriter.write(WishesText.write(WishesText.read(wishes), bond, day)));
  }

  private static String answer(Supplier<String> question) {
    try {
      return question.get();
    } catch (MalformedText malformed) {
      return Border.error(Reason.MALFORMED, malformed.what());
    }
  }
}
