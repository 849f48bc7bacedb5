package kith.core.promises;

/// How far the tests go: by default a minute or two, with `-Dkith.long=true` as long as it takes,
/// with `-Dkith.quick=true` (planted faults) as short as still tells.
final class Depth {
  private static final boolean LONG = Boolean.getBoolean("kith.long");
  private static final boolean QUICK = Boolean.getBoolean("kith.quick");

  private Depth() {}

  /// Whether only a first failure is wanted, and nothing printed.
  static boolean quick() {
    return QUICK;
  }

  static int of(Starts start) {
    int usual = start == Starts.FRESH ? 4 : 3;
    return QUICK ? 2 : LONG ? usual + 1 : usual;
  }

  static int runs() {
    return QUICK ? 30 : LONG ? 4000 : 150;
  }
}
