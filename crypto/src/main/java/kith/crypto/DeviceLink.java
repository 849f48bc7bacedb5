package kith.crypto;

/// What passes between a person's device and their new one, and what each keeps meanwhile.
///
/// The device that is unlocked shows the code and gives the account away last, after its owner has
/// compared twelve digits. Never the other way round: "scan this with your logged-in phone" is how
/// strangers are let in.
///
/// @param secret S: what the shown code carries
/// @param nonce nE: shown only in the reveal
/// @param offer the first box
public record DeviceLink(Secret secret, Secret nonce, Bytes offer) {

  /// What the new device reads in an offer.
  ///
  /// @param commitment to nE
  /// @param expires the last day on which it may be accepted: whole days since 1970-01-01 UTC
  /// @param transcript T0 = H(offer box)
  public record Offer(Statement owner, Bytes commitment, long expires, Bytes transcript) {}

  /// What the new device keeps until it is let in.
  ///
  /// @param seed its X-Wing key for this once
  /// @param key LK, chosen by it
  /// @param accept the second box
  public record Joining(Offer offer, Secret seed, Secret key, Bytes nonce, Bytes accept) {}

  /// What the unlocked device reads in an accept.
  ///
  /// @param publicKey the new device's, 1216 bytes
  /// @param device what the new device calls itself
  /// @param transcript T1
  /// @param digits twelve, to be compared with those on the new device
  public record Accepted(
      Bytes publicKey, Secret key, String device, Bytes transcript, String digits) {}
}
