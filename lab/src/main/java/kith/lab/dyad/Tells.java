package kith.lab.dyad;

/// Who tells something in an exchange.
public enum Tells {
  BOTH(true, true),
  ZERO(true, false),
  ONE(false, true);

  private final boolean zero;
  private final boolean one;

  Tells(boolean zero, boolean one) {
    this.zero = zero;
    this.one = one;
  }

  boolean of(int person) {
    return person == 0 ? zero : one;
  }
}
