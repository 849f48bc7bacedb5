package kith.core.promises;

import java.util.ArrayList;
import java.util.List;
import kith.core.bond.Bond;
import kith.core.bond.Entry;
import kith.core.bond.Pace;
import kith.core.bond.Seat;
import kith.core.bond.Verdict;
import kith.core.person.Person;

/// A device that folds what reaches it. A copy is the same device until one of the two takes
/// something more; then it is given all that ever reached it anew, what it refused included.
final class Device {
  private final Seat seat;
  private final Pace pace;
  private List<Entry> reached;
  private Bond bond;
  private Person person;
  private boolean shared;

  Device(Seat seat, Pace pace) {
    this.seat = seat;
    this.pace = pace;
    this.reached = new ArrayList<>();
    this.bond = new Bond(pace);
    this.person = new Person(seat, World.SEED, World.DECK, bond);
  }

  private Device(Device original) {
    seat = original.seat;
    pace = original.pace;
    reached = original.reached;
    bond = original.bond;
    person = original.person;
    shared = true;
  }

  Device copy() {
    shared = true;
    return new Device(this);
  }

  Verdict take(Entry entry) {
    if (shared) {
      part();
    }
    reached.add(entry);
    return person.take(entry);
  }

  private void part() {
    reached = new ArrayList<>(reached);
    bond = new Bond(pace);
    person = new Person(seat, World.SEED, World.DECK, bond);
    reached.forEach(person::take);
    shared = false;
  }

  /// To be looked at and asked; what it takes comes through `take` alone.
  Person person() {
    return person;
  }

  Bond bond() {
    return bond;
  }
}
