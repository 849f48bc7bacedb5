package kith.core.promises;

import java.util.List;

/// How often each property was asked, and how long that took.
final class Tally {
  private final long[] asked = new long[Property.values().length];
  private final long[] nanoseconds = new long[Property.values().length];

  void hold(Property property, Runnable check) {
    long began = System.nanoTime();
    check.run();
    nanoseconds[property.ordinal()] += System.nanoTime() - began;
    asked[property.ordinal()]++;
  }

  /// One line a property.
  ///
  /// @param how by which histories
  void print(String how) {
    for (Property property : Depth.quick() ? List.<Property>of() : List.of(Property.values())) {
      System.out.printf(
          "property %d, %s: held by %s; asked %,d times, %,d ms%n",
          property.ordinal() + 1,
          property.words,
          how,
          asked[property.ordinal()],
          nanoseconds[property.ordinal()] / 1_000_000);
    }
  }
}
