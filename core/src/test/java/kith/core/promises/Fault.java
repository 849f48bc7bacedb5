package kith.core.promises;

/// One rule broken on purpose: in one file of the core, one piece of text becomes another.
record Fault(String what, String file, String from, String into) {}
