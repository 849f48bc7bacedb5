package kith.core.promises;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How often each property was asked, and how long that took; several threads may ask.
final class Tally {
  private final Map<Property, Long> asked = new EnumMap<>(Property.class);
  private final Map<Property, Long> nanoseconds = new EnumMap<>(Property.class);

  void hold(Property property, Runnable check) {
    long began = System.nanoTime();
    check.run();
    count(property, System.nanoTime() - began);
  }

  private synchronized void count(Property property, long took) {
    nanoseconds.merge(property, took, Long::sum);
    asked.merge(property, 1L, Long::sum);
  }

  /// One line a property.
  ///
  /// @param how by which histories
  void print(String how) {
    for (Property property : Depth.quick() ? List.<Property>of() : List.of(Property.values())) {
      System.out.printf(
          "property %d, %s: held by %s; asked %,d times, %,d ms%n",
          property.number,
          property.words,
          how,
          asked.getOrDefault(property, 0L),
          nanoseconds.getOrDefault(property, 0L) / 1_000_000);
    }
  }
}
