package kith.core.promises;

/// One rule broken on purpose: in one file of the core, one piece of text becomes another.
record Fault(String what, String file, String from, String into) {
  /// Whether it is in what guards one person, and not in what both share.
  boolean guards() {
    return file.startsWith("kith/core/person/");
  }
}
