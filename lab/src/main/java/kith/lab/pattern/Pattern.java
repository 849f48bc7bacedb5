package kith.lab.pattern;

import java.util.List;
import kith.lab.dyad.Settings;

/// A published pattern and the study that looks for it.
///
/// @param id T1 to T21, as SCIENCE 2.12 numbers them
/// @param title what it says
/// @param target what it should be, in words
/// @param parts what it should be, in numbers; the first is the pattern's own value
/// @param study how it is measured
public record Pattern(
    String id, Role role, String title, String target, List<Part> parts, Study study) {
  /// One number of a pattern.
  ///
  /// @param least what it should be at least
  /// @param most what it should be at most
  /// @param aim what a fit aims at, if anything is fitted
  public record Part(String name, double least, double most, double aim) {
    /// Anything from `least` to `most`.
    static Part between(String name, double least, double most) {
      return new Part(name, least, most, (least + most) / 2);
    }

    /// Above nothing, the whole interval.
    static Part above(String name) {
      return new Part(name, 0, Double.POSITIVE_INFINITY, 0);
    }

    boolean oneSided() {
      return most == Double.POSITIVE_INFINITY;
    }
  }

  /// One run of an experiment with simulated people.
  @FunctionalInterface
  public interface Study {
    /// One value a part.
    ///
    /// @param seed of this run
    /// @param pairs in each condition
    double[] run(Settings settings, long seed, int pairs);
  }
}
