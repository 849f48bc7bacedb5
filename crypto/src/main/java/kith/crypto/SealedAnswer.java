package kith.crypto;

/// The parts of a sealed answer, as made or as they came.
///
/// @param fields what goes into the event box as "sealed"
/// @param body exactly 1024, 4096, 16384 or 65536 bytes
/// @param key the key record R, 65 bytes: who has none cannot open the body
public record SealedAnswer(Fields fields, Bytes body, Bytes key) {

  /// The header's fields that travel in the event box.
  ///
  /// @param rev counts from 1; each revision has its own content key
  /// @param kc the key commitment: with it, one body has one meaning
  /// @param com the commitment to header, key and body
  /// @param self the author's private tag under AMK
  public record Fields(
      Bytes exchange, long rev, int ring, Bytes promptHash, Bytes kc, Bytes com, Bytes self) {}
}
