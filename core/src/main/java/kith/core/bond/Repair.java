package kith.core.bond;

import java.util.Optional;

/// A misstep that was told, and the way back: the hurt person is heard first; then the other says
/// back what they heard; then, if there is something to own, the apology.
///
/// @param hurt who told it
/// @param misstep what went amiss
/// @param words in the hurt person's words; empty if there are none or they were taken back
/// @param saidBack what the other heard
/// @param apology the other's
/// @param mended whether both have said that it is mended
public record Repair(
    ExchangeId exchange,
    Topic topic,
    Seat hurt,
    Misstep misstep,
    String words,
    Optional<String> saidBack,
    Optional<Apology> apology,
    boolean mended) {
  /// UTF-16 code units, for each text of a repair: all fit an event box of 4096 bytes.
  public static final int LONGEST_WORDS = 1000;

  Repair told(String heard) {
    return new Repair(exchange, topic, hurt, misstep, words, Optional.of(heard), apology, mended);
  }

  Repair owned(Apology given) {
    return new Repair(exchange, topic, hurt, misstep, words, saidBack, Optional.of(given), mended);
  }

  Repair done() {
    return new Repair(exchange, topic, hurt, misstep, words, saidBack, apology, true);
  }

  /// What is left when `by` takes their words back.
  Repair without(Seat by) {
    return by == hurt
        ? new Repair(exchange, topic, hurt, misstep, "", saidBack, apology, mended)
        : new Repair(
            exchange,
            topic,
            hurt,
            misstep,
            words,
            saidBack.map(said -> ""),
            apology.map(given -> Apology.TAKEN_BACK),
            mended);
  }
}
