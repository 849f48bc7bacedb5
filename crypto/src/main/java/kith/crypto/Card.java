package kith.crypto;

/// The drawn card that an answer belongs to, as this reader sees it.
///
/// @param ring 1 to 4
public record Card(Bytes exchange, int ring, Prompt prompt) {

  private static final int RINGS = 4;

  public Card {
    exchange.id("an exchange id");
    if (ring < 1 || ring > RINGS) {
      throw new IllegalArgumentException("a ring is 1 to 4");
    }
  }
}
