package kith.core.border;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import kith.core.bond.Prompt;
import kith.core.deck.Listed;
import kith.core.deck.NotFor;
import kith.core.deck.PlainWords;
import kith.core.deck.PromptKind;
import kith.core.deck.Suits;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;
import kith.core.json.MalformedText;

/// A deck that people hand to each other, as a file or in the fragment of a link: words and nothing
/// else, small, and always written the same way, so that its hash names it.
public final class SharedDeck {
  /// Bytes in UTF-8: some four hundred prompts, and a link that browsers and mail still carry.
  public static final int LARGEST = 1 << 16;

  /// What a fragment begins with: what it is, and the version of this form.
  public static final String FRAGMENT = "deck=1.";

  /// A name leaves room for the pin behind it ([DeckText]).
  static final int LONGEST_NAME = 40;

  /// Names that say something else: what people wrote themselves, and what comes with Kith.
  private static final List<String> RESERVED = List.of(Prompt.OWN, "founding");

  private SharedDeck() {}

  /// The canonical text of the deck in `text`; else [MalformedText], which says what is wrong with
  /// it. Canonical: the fields of [DeckText] in the order named there, what is left out by default
  /// left out, what is not known left out, no space, as `JSON.stringify` writes. Its SHA-256 over
  /// UTF-8 is the deck's pin.
  public static String canonical(String text) {
    Reading from = Reading.of("deck", JsonReader.read(text, LARGEST));
    List<Listed> prompts = DeckText.listed(from, "");
    named(from);
    if (RESERVED.contains(from.text("deck"))) {
      throw from.wrong("deck", "is a name that Kith keeps for itself");
    }
    if (prompts.isEmpty()) {
      throw from.wrong("prompts", "are none");
    }
    for (int i = 0; i < prompts.size(); i++) {
      sound("deck.prompts[" + i + "]", prompts.get(i).prompt());
    }
    String canonical = JsonWriter.write(written(from, prompts));
    if (bytes(canonical).length > LARGEST) {
      throw new MalformedText("deck is larger than " + LARGEST + " bytes");
    }
    return canonical;
  }

  private static void named(Reading from) {
    if (!Names.isName(from.text("deck", LONGEST_NAME))) {
      throw from.wrong("deck", "is not in small letters, digits and hyphens");
    }
    if (!Names.isLanguage(from.text("language"))) {
      throw from.wrong("language", "is no tag such as en or pt-BR");
    }
  }

  private static void sound(String what, Prompt prompt) {
    if (!Names.isName(prompt.id())) {
      throw new MalformedText(what + ".id is not in small letters, digits and hyphens");
    }
    PlainWords.fault(prompt.text())
        .ifPresent(
            fault -> {
              throw new MalformedText(what + ".text holds " + fault);
            });
    if (prompt.text().isBlank()) {
      throw new MalformedText(what + ".text is empty");
    }
  }

  private static Json written(Reading from, List<Listed> prompts) {
    Json.Building deck =
        Json.object()
            .with("v", Reading.VERSION)
            .with("deck", from.text("deck"))
            .with("language", from.text("language"));
    Suits suits = prompts.getFirst().suits();
    if (suits != Suits.ANY) {
      deck.with("suits", suits.word());
    }
    return deck.with("prompts", Texts.all(prompts, SharedDeck::prompt)).built();
  }

  private static Json prompt(Listed listed) {
    Prompt prompt = listed.prompt();
    Json.Building json =
        Json.object()
            .with("id", prompt.id())
            .with("topic", prompt.topic().word())
            .with("ring", prompt.ring().depth())
            .with("text", prompt.text());
    if (listed.kind() != PromptKind.QUESTION) {
      json.with("kind", listed.kind().word());
    }
    if (!listed.not().isEmpty()) {
      List<String> not = new ArrayList<>();
      new TreeSet<>(listed.not()).forEach((NotFor one) -> not.add(one.word()));
      json.with("not", Json.texts(not));
    }
    return json.built();
  }

  /// The fragment of a link that carries the deck in `text`, without `#`; else [MalformedText].
  public static String fragment(String text) {
    return FRAGMENT + base64(bytes(canonical(text)));
  }

  /// The canonical text of the deck in a fragment, with or without `#`; else [MalformedText].
  /// Nothing but the one way to write a deck is taken, so that one pin has one fragment.
  public static String ofFragment(String fragment) {
    String bare = fragment.startsWith("#") ? fragment.substring(1) : fragment;
    if (!bare.startsWith(FRAGMENT)) {
      throw new MalformedText("fragment does not begin with " + FRAGMENT);
    }
    String text = text(bare.substring(FRAGMENT.length()));
    if (!canonical(text).equals(text)) {
      throw new MalformedText("fragment holds a deck that is not written the one way");
    }
    return text;
  }

  /// The decoder is given letters of base64url only: what it makes of others, no two agree on.
  private static String text(String base64) {
    if (base64.length() > (LARGEST * 4 + 2) / 3) {
      throw new MalformedText("fragment is longer than a deck may be");
    }
    if (!Names.madeOf(base64, Names.BASE64URL) || base64.length() % 4 == 1) {
      throw new MalformedText("fragment is not base64url");
    }
    byte[] bytes = Base64.getUrlDecoder().decode(base64);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!base64(bytes).equals(base64) || !Arrays.equals(bytes(text), bytes)) {
      throw new MalformedText("fragment is not UTF-8 in base64url");
    }
    return text;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
