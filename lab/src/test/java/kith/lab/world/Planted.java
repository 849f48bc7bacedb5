package kith.lab.world;

import java.util.function.BiFunction;
import kith.lab.dice.Dice;

/// A defect for each kind of fault, put into the world on purpose: sound as long as nothing goes
/// wrong, and found as soon as that fault comes.
@SuppressWarnings("ImmutableEnumChecker") // Parts hold nothing but how others are made.
enum Planted {
  /// A device takes silence for a yes.
  TAKES_SILENCE_FOR_DONE(
      Fault.LOST_REQUEST, 1, Property.NOBODY_STUCK, wire(BadWires.Believing::new)),
  /// A relay writes an entry once more when it is asked once more.
  WRITES_WHAT_IT_HAS(Fault.LOST_ANSWER, 1, Property.NOTHING_LOST, host(BadHosts.Forgetful::new)),
  /// A relay takes what comes late for new, though its author has sent it again meanwhile.
  TAKES_LATE_FOR_NEW(Fault.LATE, 1, Property.NOTHING_LOST, host(BadHosts.Forgetful::new)),
  /// A relay writes twice what comes twice.
  WRITES_TWICE(Fault.TWICE, 1, Property.NOTHING_LOST, host(BadHosts.Forgetful::new)),
  /// A relay writes again what comes again.
  WRITES_AGAIN(Fault.AGAIN_LATER, 1, Property.NOTHING_LOST, host(BadHosts.Forgetful::new)),
  /// A device takes a failure of the relay for a yes.
  TAKES_FAILURE_FOR_DONE(Fault.FAILED, 1, Property.NOBODY_STUCK, wire(BadWires.Believing::new)),
  /// A relay acknowledges an entry before it is durable.
  ACKNOWLEDGES_BEFORE_IT_COMMITS(
      Fault.RELAY_DIES_BEFORE, 2, Property.NOTHING_LOST, host(BadHosts.TooEarly::new)),
  /// A relay remembers only in memory what it has written, and takes it for new after a restart.
  REMEMBERS_IN_MEMORY(
      Fault.RELAY_DIES_AFTER, 1, Property.NOTHING_LOST, host(BadHosts.Restarted::new)),
  /// A device's key lies in memory only.
  KEEPS_THE_KEY_IN_MEMORY(
      Fault.CUT_BEFORE_SENDING, 1, Property.NOBODY_STUCK, disk(BadDisks.Keyless::new)),
  /// A relay takes for new what a device that has died sends again.
  WRITES_AGAIN_FOR_THE_RESTARTED(
      Fault.CUT_AFTER_ANSWER, 2, Property.NOTHING_LOST, host(BadHosts.Forgetful::new)),
  /// A device's disk writes over the old content, and is broken off half-way.
  WRITES_IN_PLACE(Fault.CUT_BEFORE_WRITING, 1, Property.NOBODY_STUCK, disk(BadDisks.Torn::new)),
  /// A device's disk says that it has written, and still is at it.
  SAYS_TOO_EARLY_THAT_IT_WROTE(
      Fault.CUT_AFTER_WRITING, 1, Property.NOBODY_STUCK, disk(BadDisks.Torn::new)),
  /// A device goes by its own clock.
  GOES_BY_ITS_OWN_CLOCK(Fault.CLOCK_JUMPS, 1, Property.NOBODY_STUCK, wire(BadWires.OwnDay::new)),
  /// A device that reaches nobody takes what it wanted to send for sent.
  FORGETS_WHAT_WAITS(Fault.AWAY, 1, Property.NOBODY_STUCK, wire(BadWires.Believing::new));

  private final Fault fault;
  private final long seed;
  private final Property property;
  private final Parts parts;

  Planted(Fault fault, long seed, Property property, Parts parts) {
    this.fault = fault;
    this.seed = seed;
    this.property = property;
    this.parts = parts;
  }

  Fault fault() {
    return fault;
  }

  /// A seed that finds it within a fortnight.
  long seed() {
    return seed;
  }

  /// The property that it breaks there.
  Property property() {
    return property;
  }

  /// What makes the broken part, anew for each run.
  Parts parts() {
    return parts;
  }

  private static Parts wire(BiFunction<String, Wire.Around, Wire> made) {
    return new Parts() {
      @Override
      Wire wire(String device, Wire.Around around) {
        return made.apply(device, around);
      }
    };
  }

  private static Parts host(BiFunction<WorldTime, Dice, Host> made) {
    return new Parts() {
      @Override
      Host host(WorldTime time, Dice dice) {
        return made.apply(time, dice);
      }
    };
  }

  private static Parts disk(BiFunction<String, Faults, Disk> made) {
    return new Parts() {
      @Override
      Disk disk(String device, Faults faults) {
        return made.apply(device, faults);
      }
    };
  }
}
