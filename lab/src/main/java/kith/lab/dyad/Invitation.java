package kith.lab.dyad;

/// What the two are invited to tell.
///
/// @param topic 0 to 7, as `kith.core.bond.Topic` orders them
/// @param depth how deep, 0 to 1; `Double.NaN`: as each likes
/// @param tells who tells
/// @param manner how
public record Invitation(int topic, double depth, Tells tells, Manner manner) {
  boolean prompted() {
    return !Double.isNaN(depth);
  }
}
