package kith.core.promises;

import kith.core.bond.Entry;
import kith.core.bond.Verdict;
import kith.core.person.Person;

/// What a device must do with doubled and disordered delivery.
final class Faults {
  private Faults() {}

  static void mustTake(Person person, Entry entry) {
    if (person.take(entry) instanceof Verdict.Refused refused) {
      throw new AssertionError("not taken: " + refused + " " + entry);
    }
  }

  static void mustRefuse(Person person, Entry entry) {
    if (person.take(entry) instanceof Verdict.Allowed) {
      throw new AssertionError("taken though doubled or out of order: " + entry);
    }
  }
}
