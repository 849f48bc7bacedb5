package kith.decks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kith.core.border.SharedDeck;
import kith.core.deck.Suits;
import kith.core.json.Json;
import kith.core.json.JsonWriter;
import kith.core.json.MalformedText;

/// `kith deck pack`: makes of a deck in Markdown what people hand to each other.
public final class DeckPack {
  /// What packing comes to.
  public sealed interface Packed {
    /// It may be handed on.
    ///
    /// @param text for people: name, size, pin and the fragment of a link
    /// @param json the shared deck itself; the SHA-256 of its bytes is the pin
    record Ready(String text, String json) implements Packed {}

    /// Something is to be mended first.
    ///
    /// @param text one mistake a line
    record Refused(String text) implements Packed {}
  }

  private final String name;

  private DeckPack(String name) {
    this.name = name;
  }

  /// The deck in the bytes of a file. Whatever `kith deck check` has to say about it refuses it.
  ///
  /// @param name what mistakes call the file
  /// @param readBySomeone a person vouches for the words of a language that no list here knows
  public static Packed file(String name, byte[] bytes, boolean readBySomeone) {
    Optional<Mistake> fault = Source.fault(name, bytes);
    if (fault.isPresent()) {
      return refused(List.of(fault.get()));
    }
    String text = Source.text(bytes);
    DeckFile deck = DeckReader.read(name, text);
    List<Mistake> problems = new ArrayList<>(DeckCheck.file(name, text).problems());
    if (readBySomeone) {
      problems.removeAll(DeckCheck.unknown(name, deck.language()));
    }
    DeckPack pack = new DeckPack(name);
    pack.mixed(deck).ifPresent(problems::add);
    return problems.isEmpty() ? pack.packed(deck) : refused(problems);
  }

  private static Packed refused(List<Mistake> problems) {
    return new Packed.Refused(
        problems.stream().map(each -> each + "\n").collect(Collectors.joining()));
  }

  /// A shared deck says once whom it suits, so that a bond takes the whole of it or nothing.
  private Optional<Mistake> mixed(DeckFile deck) {
    return deck.prompts().stream()
        .filter(prompt -> prompt.aim().suits() != suits(deck))
        .findFirst()
        .map(
            other ->
                new Mistake(
                    name,
                    other.place().line(),
                    "%s suits %s, and the prompts before it suit %s."
                        .formatted(other.id(), other.aim().suits().word(), suits(deck).word()),
                    "Make a file of its own for each, to be handed on alone."));
  }

  private static Suits suits(DeckFile deck) {
    return deck.prompts().getFirst().aim().suits();
  }

  private Packed packed(DeckFile deck) {
    String json = json(deck);
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > SharedDeck.LARGEST) {
      return unshared(
          "it would have " + bytes + " bytes.",
          "A link carries at most " + SharedDeck.LARGEST + ": make several decks of it.");
    }
    try {
      Handed handed = Handed.read(json);
      String said = handed.head() + "fragment: " + handed.fragment() + "\n";
      return new Packed.Ready(said, handed.canonical());
    } catch (MalformedText malformed) {
      return unshared(
          malformed.what() + ".",
          "Mend it; a name has at most 40 letters, and own and founding are taken.");
    }
  }

  private Packed unshared(String cause, String remedy) {
    return refused(
        List.of(new Mistake(name, 0, "This deck cannot be handed on: " + cause, remedy)));
  }

  private static String json(DeckFile deck) {
    return JsonWriter.write(
        Json.object()
            .with("v", 1)
            .with("deck", deck.deck())
            .with("language", deck.language())
            .with("suits", suits(deck).word())
            .with("prompts", new Json.Items(deck.prompts().stream().map(CoreDeck::json).toList()))
            .built());
  }
}
