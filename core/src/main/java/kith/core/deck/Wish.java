package kith.core.deck;

/// What one person wishes of one prompt. Private: it lives in their vault and never leaves it but
/// for their own other devices. It steers what their own device suggests, never what both are
/// offered.
public sealed interface Wish {
  /// Its prompt's key, `deck/id`.
  String prompt();

  /// To be found again.
  record Favourite(String prompt) implements Wish {}

  /// Not until that day, in days since 1970 UTC.
  record NotNow(String prompt, long until) implements Wish {}

  /// Not with the one in that bond (its id, in hex).
  record NotWithYou(String prompt, String bond) implements Wish {}

  /// With nobody.
  record NotEver(String prompt) implements Wish {}
}
