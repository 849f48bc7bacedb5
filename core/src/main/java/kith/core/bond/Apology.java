package kith.core.bond;

/// An apology, in the order in which apologies work best (Lewicki 2016, B): own it; what I will do
/// differently; regret or explanation. There is no request for forgiveness.
public record Apology(String own, String differently, String regret) {
  static final Apology TAKEN_BACK = new Apology("", "", "");
}
