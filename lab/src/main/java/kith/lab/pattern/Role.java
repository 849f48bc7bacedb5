package kith.lab.pattern;

/// What a pattern is for.
public enum Role {
  /// Parameters were fitted to it.
  FIT("fit"),
  /// No parameter was fitted to it.
  HELD_OUT("held-out"),
  /// It is about the software.
  ENGINEERING("engineering"),
  /// It must not be broken, whatever fits.
  CONSTRAINT("constraint");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /// Its name in tables.
  public String word() {
    return word;
  }
}
