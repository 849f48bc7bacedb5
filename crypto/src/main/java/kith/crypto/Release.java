package kith.crypto;

/// What the second gate of a seal in two steps carries: the key record, and of which answer it is.
///
/// @param rev of the answer that the first gate has bound
/// @param com of that answer
/// @param key the key record R, 65 bytes
public record Release(Bytes exchange, long rev, Bytes com, Bytes key) {

  /// The release of an answer that was sealed here.
  public static Release of(SealedAnswer answer) {
    SealedAnswer.Fields fields = answer.fields();
    return new Release(fields.exchange(), fields.rev(), fields.com(), answer.key());
  }

  boolean isOf(SealedAnswer.Fields fields) {
    return exchange.equals(fields.exchange()) && rev == fields.rev() && com.equals(fields.com());
  }
}
