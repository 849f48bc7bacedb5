package kith.core.deck;

/// The place of a name in an order that hangs on a seed: FNV-1a, then the finisher of SplitMix64,
/// 64 bits, ordered as a signed number. Fixed for ever, since both devices must agree. Not for
/// secrets.
///
/// Held and reckoned in halves of 32 bits: in the browser each step on a `long` makes a new object,
/// and a founding deck has tens of thousands of steps.
record Rank(int high, int low) implements Comparable<Rank> {
  private static final int OFFSET_HIGH = 0xcbf29ce4;
  private static final int OFFSET_LOW = 0x84222325;

  /// The prime of FNV is 2^40 and this.
  private static final int PRIME_LOW = 0x1b3;

  /// The hash of what all names begin with.
  record Begun(int high, int low) {
    /// The rank of `name` behind that beginning.
    Rank of(String name) {
      Begun whole = with(name);
      return finished(((long) whole.high << 32) | (whole.low & 0xffffffffL));
    }

    /// One multiplication by 2^40 + 435 for each character, the lower half by its 16-bit digits.
    private Begun with(String name) {
      int up = high;
      int down = low;
      for (int i = 0; i < name.length(); i++) {
        down ^= name.charAt(i);
        int first = (down & 0xffff) * PRIME_LOW;
        int second = (down >>> 16) * PRIME_LOW + (first >>> 16);
        up = up * PRIME_LOW + (second >>> 16) + (down << 8);
        down = (second << 16) | (first & 0xffff);
      }
      return new Begun(up, down);
    }
  }

  static Begun begin(String beginning) {
    return new Begun(OFFSET_HIGH, OFFSET_LOW).with(beginning);
  }

  private static Rank finished(long begun) {
    long hash = (begun ^ (begun >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return new Rank((int) (hash >>> 32), (int) hash);
  }

  @Override
  public int compareTo(Rank other) {
    int byHigh = Integer.compare(high, other.high);
    return byHigh != 0 ? byHigh : Integer.compareUnsigned(low, other.low);
  }
}
