package kith.lab.dice;

/// A stream of chance that is a function of a seed, a branch and a count, and of nothing else:
/// SplitMix64 (Steele, Lea & Flood 2014) over a counter. Every pair has streams of its own, so that
/// the number of threads cannot change a result. Only plus, minus, times and shifts: the same bits
/// on every machine. Not for secrets.
public final class Dice {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;
  private static final double ROOT_OF_THREE = 1.7320508075688772;
  private static final double SIXTEEN_BITS = 0x1.0p-16;

  private final long key;
  private long count;

  private Dice(long key) {
    this.key = key;
  }

  /// The stream of that seed.
  public static Dice seeded(long seed) {
    return new Dice(mix(seed + GAMMA));
  }

  /// Another stream, named by this one's key and `branch`; what was drawn from this one before does
  /// not matter.
  public Dice branch(long branch) {
    return new Dice(mix(key ^ mix(branch * GAMMA + 1)));
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /// The next 64 bits.
  public long bits() {
    count++;
    return mix(key + count * GAMMA);
  }

  /// Evenly in [0, 1).
  public double even() {
    return (bits() >>> 11) * UNIT;
  }

  /// With mean 0 and standard deviation 1, bell-shaped, never beyond 3.47: the sum of four even
  /// 16-bit numbers, so that every state driven by it is bounded.
  public double normal() {
    long bits = bits();
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return ((sum + 2) * SIXTEEN_BITS - 2) * ROOT_OF_THREE;
  }

  /// True in `share` of all cases.
  public boolean chance(double share) {
    return even() < share;
  }

  /// One of 0 to `many` - 1.
  public int below(int many) {
    return (int) (even() * many);
  }
}
