package kith.crypto;

import java.io.Serial;

/// The one answer to everything that does not open, verify or parse.
///
/// It says nothing about why: a cause would help only someone who tries boxes out.
public final class Rejected extends Exception {

  @Serial private static final long serialVersionUID = 1;

  Rejected() {
    super("rejected", null, false, false);
  }

  /// Refuses unless `holds`.
  static void unless(boolean holds) throws Rejected {
    if (!holds) {
      throw new Rejected();
    }
  }
}
