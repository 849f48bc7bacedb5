package kith.client;

/// A seat in a bond, as the relay knows it.
///
/// @param bond the bond's id in base64url
/// @param capability what reaches the seat, in base64url
public record Seat(String bond, String capability) {

  /// Without the capability.
  @Override
  public String toString() {
    return "Seat";
  }
}
