package kith.lab.world;

import kith.lab.dice.Dice;

/// What a world is built from. A test puts a part that is broken in the place of a sound one, to
/// see that it is found.
class Parts {
  Host host(WorldTime time, Dice dice) {
    return new Host(time, dice);
  }

  Disk disk(String device, Faults faults) {
    return new Disk(device, faults);
  }

  Wire wire(String device, Wire.Around around) {
    return new Wire(device, around);
  }
}
