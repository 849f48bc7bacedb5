package kith.core.bond;

/// Something deeper than the open ring that arrived all the same: set aside unopened on the
/// receiver's device until that ring opens, or thrown away at the receiver's wish.
///
/// @param from who wrote it
public record Held(ExchangeId exchange, Seat from, Prompt prompt) {
  /// More than these are only counted: nobody may fill another's device.
  static final int MOST = 20;
}
