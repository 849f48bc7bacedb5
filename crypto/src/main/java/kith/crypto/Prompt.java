package kith.crypto;

/// A prompt, as far as an answer is bound to it.
public record Prompt(String deck, String id, String language, String text) {

  /// H(lp(deck) || lp(id) || lp(language) || lp(text)), each in NFC and UTF-8.
  public Bytes hash() {
    byte[] canonical =
        new Writer()
            .lp(Utf8.nfc(deck))
            .lp(Utf8.nfc(id))
            .lp(Utf8.nfc(language))
            .lp(Utf8.nfc(text))
            .toArray();
    return Bytes.of(Suite.hash(canonical));
  }
}
