package kith.core.promises;

/// How far the tests go: by default a minute or two, with `-Dkith.long=true` as long as it takes,
/// on a core with a planted fault as short as still tells.
final class Depth {
  /// The name of the loader of a core with a planted fault: no property of the whole process, since
  /// other tests run beside it.
  static final String PLANTED = "planted";

  private static final boolean LONG = Boolean.getBoolean("kith.long");
  private static final boolean QUICK = PLANTED.equals(Depth.class.getClassLoader().getName());

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
