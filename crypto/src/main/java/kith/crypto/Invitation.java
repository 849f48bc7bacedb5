package kith.crypto;

/// What the inviter keeps until the confirm is sent.
///
/// @param secret S: what the link carries
/// @param nonce nI: shown only in the confirm
/// @param offer the box for the relay
public record Invitation(Secret secret, Bytes bond, Secret nonce, Bytes offer) {

  /// A name, not a letter: offer and accept stay well below the relay's 8192 bytes.
  public static final int MOST_NAME_BYTES = 256;

  /// What the inviter offers.
  ///
  /// @param expires the last day on which it may be accepted: whole days since 1970-01-01 UTC
  /// @param name the inviter's name, as the other should see it
  public record Terms(Bytes bond, long expires, String name) {}

  /// What the joiner reads in an offer. Whether it has expired is for the caller's clock to say.
  ///
  /// @param commitment to nI
  /// @param expires the last day on which it may be accepted: whole days since 1970-01-01 UTC
  /// @param transcript T0 = H(offer box)
  public record Offer(
      Statement inviter,
      Bytes bond,
      Bytes commitment,
      long expires,
      String name,
      Bytes transcript) {}

  /// What the joiner keeps until the confirm has come.
  ///
  /// @param bondKey BK_0, chosen by the joiner
  /// @param transcript T1
  /// @param accept the box for the relay
  public record Joining(
      Bytes bond,
      Secret bondKey,
      Bytes joinerNonce,
      Bytes commitment,
      Bytes inviterFingerprint,
      Bytes joinerFingerprint,
      Bytes transcript,
      Bytes accept) {}

  /// What the inviter reads in an accept.
  ///
  /// @param transcript T1
  /// @param spokenCheck twelve digits, to be shown after the confirm
  public record Accepted(
      Statement joiner, Secret bondKey, String name, Bytes transcript, String spokenCheck) {}
}
