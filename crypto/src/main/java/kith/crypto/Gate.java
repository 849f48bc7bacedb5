package kith.crypto;

/// A presence gate: of which exchange, which step, and under which epoch the card was drawn.
///
/// @param step 1: header and body (and the key record, where it opens at once); 2: the key record
public record Gate(Bytes exchange, int step, int epoch) {

  public Gate {
    exchange.id("an exchange id");
    if (step != 1 && step != 2) {
      throw new IllegalArgumentException("a step is 1 or 2");
    }
  }
}
