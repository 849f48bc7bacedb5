package kith.web;

import kith.core.border.Border;
import kith.core.border.DeckBorder;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/// The functions of the ES module `kith-core.js`. They only forward to [Border] and
/// [DeckBorder], which say what goes in and comes out.
public final class CoreModule {
  private CoreModule() {}

  @JSExport
  public static Border openBond(int seat, String seedHex, String deckJson) {
    return Border.open(seat, seedHex, deckJson);
  }

  /// As [#openBond], of what JavaScript has read from that text.
  @JSExport
  public static Border openBondOf(int seat, String seedHex, JSObject deck) {
    return Border.open(seat, seedHex, Values.of(deck));
  }

  @JSExport
  public static String problem(Border bond) {
    return bond.problem();
  }

  @JSExport
  public static String authored(String text) {
    return Border.authored(text);
  }

  @JSExport
  public static String take(Border bond, String entryText) {
    return bond.take(entryText);
  }

  /// As [#take], of what JavaScript has read from that text.
  @JSExport
  public static String takeRead(Border bond, JSObject entry) {
    return bond.take(Values.of(entry));
  }

  @JSExport
  public static String view(Border bond, String mineText, double nowMilliseconds) {
    return bond.view(mineText, (long) nowMilliseconds);
  }

  @JSExport
  public static String decide(
      Border bond, String commandText, String mineText, double nowMilliseconds) {
    return bond.decide(commandText, mineText, (long) nowMilliseconds);
  }

  @JSExport
  public static String canonicalDeck(String deckText) {
    return DeckBorder.canonical(deckText);
  }

  @JSExport
  public static String deckFragment(String deckText) {
    return DeckBorder.fragment(deckText);
  }

  @JSExport
  public static String deckOfFragment(String fragment) {
    return DeckBorder.ofFragment(fragment);
  }

  @JSExport
  public static String wishes(String wishesText, String seedHex, double day) {
    return DeckBorder.wishes(wishesText, seedHex, (long) day);
  }
}
