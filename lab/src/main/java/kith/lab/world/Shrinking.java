package kith.lab.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Looks for as few faults as break the same property: halves, then single ones, are left out as
/// long as it still breaks (delta debugging, Zeller & Hildebrandt 2002).
public final class Shrinking {
  private final World.Setting setting;
  private final Parts parts;
  private final Property property;
  private final IntConsumer done;
  private int runs;

  private Shrinking(World.Setting setting, Parts parts, Property property, IntConsumer done) {
    this.setting = setting;
    this.parts = parts;
    this.property = property;
    this.done = done;
  }

  /// The occasions whose faults are enough, in order.
  ///
  /// @param most runs to spend on it
  /// @param done is told how many runs were made, each time one is
  public static List<String> of(
      World.Setting setting, World.Ended ended, int most, IntConsumer done) {
    return of(setting, new Parts(), ended, most, done);
  }

  static List<String> of(
      World.Setting setting, Parts parts, World.Ended ended, int most, IntConsumer done) {
    Property property = ended.broken().orElseThrow().property();
    return new Shrinking(setting, parts, property, done).shrunk(ended.met(), most);
  }

  private List<String> shrunk(List<String> met, int most) {
    List<String> left = met;
    int size = Math.max(1, left.size() / 2);
    while (runs < most && !left.isEmpty()) {
      Optional<List<String>> fewer = fewer(left, size, most);
      if (fewer.isPresent()) {
        left = fewer.get();
        size = Math.max(1, Math.min(size, left.size() / 2));
      } else if (size == 1) {
        return left;
      } else {
        size = size / 2;
      }
    }
    return left;
  }

  private Optional<List<String>> fewer(List<String> met, int size, int most) {
    for (int from = 0; from < met.size() && runs < most; from += size) {
      List<String> rest = new ArrayList<>(met.subList(0, from));
      rest.addAll(met.subList(Math.min(met.size(), from + size), met.size()));
      if (breaks(rest)) {
        return Optional.of(rest);
      }
    }
    return Optional.empty();
  }

  private boolean breaks(List<String> names) {
    World.Setting fewer = setting.with(setting.faults().only(new LinkedHashSet<>(names)));
    Optional<Broken> broken = World.run(fewer, parts, line -> {}).broken();
    done.accept(++runs);
    return broken.map(Broken::property).equals(Optional.of(property));
  }
}
