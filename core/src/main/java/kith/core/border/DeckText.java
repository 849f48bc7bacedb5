package kith.core.border;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kith.core.bond.Prompt;
import kith.core.deck.Deck;
import kith.core.deck.Listed;
import kith.core.deck.Named;
import kith.core.deck.NotFor;
import kith.core.deck.PromptKind;
import kith.core.deck.Suits;
import kith.core.json.Json;
import kith.core.json.JsonReader;

/// Decks as text:
/// `{"v":1,"deck":"founding","language":"en","prompts":[{"id","topic","ring","text"}...]}`, with
/// `"suits"` beside `"language"` where it is not for any pair, and in a prompt `"kind"` where it is
/// no question and `"not":[...]` where there is something to say.
///
/// A bond goes by one such deck, or by several:
/// `{"v":1,"suits":"friends","decks":[{"deck":{...}},{"pin":"...","deck":{...}}...]}`; of these, it
/// takes those that suit any pair or its own. `pin`: of a deck that was added, the SHA-256 of its
/// [SharedDeck#canonical] text as base64url, reckoned by the caller.
public final class DeckText {
  /// UTF-16 code units: some thousands of prompts.
  private static final int LONGEST = 1 << 20;

  /// More decks than a bond needs in a life.
  private static final int MOST_DECKS = 64;

  private static final int PIN_LENGTH = 43;

  /// Of a pin's 43 characters: 132 bits, too many to be hit by trying.
  private static final int PIN_SHOWN = 22;

  private DeckText() {}

  /// The deck or decks that `text` holds; else [kith.core.json.MalformedText].
  public static Deck read(String text) {
    return of(JsonReader.read(text, LONGEST));
  }

  /// The same for a caller who has read it.
  static Deck of(Json deck) {
    Reading from = Reading.of("deck", deck);
    from.version();
    return Deck.of(from.has("decks") ? several(from) : listed(from, ""));
  }

  private static List<Listed> several(Reading from) {
    Suits pair = suits(from);
    List<Json> decks = from.items("decks");
    if (decks.size() > MOST_DECKS) {
      throw from.wrong("decks", "are more than " + MOST_DECKS);
    }
    List<Listed> all = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < decks.size(); i++) {
      Reading one = from.item("decks", i, decks.get(i));
      for (Listed prompt : listed(one.fields("deck"), pin(one))) {
        if (!keys.add(prompt.prompt().key())) {
          throw one.wrong("deck", "holds a prompt that another deck holds");
        }
        if (prompt.suits() == Suits.ANY || prompt.suits() == pair) {
          all.add(prompt);
        }
      }
    }
    return all;
  }

  private static String pin(Reading one) {
    if (!one.has("pin")) {
      return "";
    }
    String pin = one.text("pin", PIN_LENGTH);
    if (pin.length() != PIN_LENGTH || !Names.madeOf(pin, Names.BASE64URL)) {
      throw one.wrong("pin", "is not 32 bytes in base64url");
    }
    return "@" + pin.substring(0, PIN_SHOWN);
  }

  /// The prompts of one deck; `pin` follows its name in each, so that whoever draws one says which
  /// deck it is from, to the letter.
  static List<Listed> listed(Reading from, String pin) {
    from.version();
    String deck = PromptText.name(from, "deck") + pin;
    if (deck.length() > Prompt.LONGEST_NAME) {
      throw from.wrong("deck", "is too long for a deck with a pin");
    }
    String language = PromptText.name(from, "language");
    Suits suits = suits(from);
    List<Listed> prompts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Json one : from.items("prompts")) {
      Reading prompt = from.item("prompts", prompts.size(), one);
      Prompt read = PromptText.read(prompt, deck, language);
      prompts.add(new Listed(read, kind(prompt), suits, not(prompt)));
      if (!ids.add(read.id())) {
        throw prompt.wrong("id", "is given twice");
      }
    }
    return prompts;
  }

  private static Suits suits(Reading from) {
    return Named.in(Suits.values(), from.has("suits") ? from.text("suits") : Suits.ANY.word())
        .orElseThrow(() -> from.wrong("suits", "is none of " + Named.words(Suits.values())));
  }

  private static PromptKind kind(Reading from) {
    String word = from.has("kind") ? from.text("kind") : PromptKind.QUESTION.word();
    return Named.in(PromptKind.values(), word)
        .orElseThrow(() -> from.wrong("kind", "is none of " + Named.words(PromptKind.values())));
  }

  private static List<NotFor> not(Reading from) {
    List<NotFor> not = new ArrayList<>();
    for (Json one : from.itemsIf("not")) {
      String word = one instanceof Json.Text(String text) ? text : "";
      not.add(
          Named.in(NotFor.values(), word)
              .orElseThrow(() -> from.wrong("not", "is none of " + Named.words(NotFor.values()))));
    }
    return not;
  }
}
