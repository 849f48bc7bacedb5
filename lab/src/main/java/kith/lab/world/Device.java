package kith.lab.world;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import kith.client.Kith;
import kith.client.Network;
import kith.client.Problem;
import kith.client.Refused;
import kith.client.Surroundings;
import kith.client.Unreachable;
import kith.core.json.MalformedText;
import kith.crypto.Suite;
import kith.lab.dice.Dice;

/// One person's device: the real client on a disk of its own, with a clock that may be wrong.
final class Device {
  /// Deeds that a device that dies again and again is given up after.
  private static final int MOST_CUTS = 50;

  private final String name;
  private final Disk disk;
  private final Trace trace;
  private final Surroundings surroundings;
  private Kith kith;

  /// What became of a deed.
  sealed interface Came {
    /// It was done, and the relay knows.
    record Done() implements Came {}

    /// The relay did not answer; what was written waits on the device.
    record Waits() implements Came {}

    /// The relay said no.
    record Denied(String problem) implements Came {}

    /// A rule said no.
    record Forbidden(String reason) implements Came {}

    /// The device died over it and was started again.
    record Cut() implements Came {}

    /// Whether the deed is over and known to the relay.
    default boolean done() {
      return this instanceof Done;
    }
  }

  /// Something that is asked of the client.
  interface Deed {
    void on(Kith kith) throws Unreachable, Problem, Refused;
  }

  Device(String name, Disk disk, Network network, Wire.Around around, Dice dice) {
    this.name = name;
    this.disk = disk;
    this.trace = around.trace();
    this.surroundings =
        new Surroundings(
            around.time().clockOf(name), Suite.drawing(length -> bytes(dice, length)), network);
    this.kith = started();
  }

  private static byte[] bytes(Dice dice, int length) {
    byte[] bytes = new byte[length];
    ByteBuffer whole = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (whole.remaining() >= Long.BYTES) {
      whole.putLong(dice.bits());
    }
    if (whole.hasRemaining()) {
      byte[] last = new byte[Long.BYTES];
      ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN).putLong(dice.bits());
      whole.put(last, 0, whole.remaining());
    }
    return bytes;
  }

  private Kith started() {
    for (int cuts = 0; cuts < MOST_CUTS; cuts++) {
      try {
        return Kith.open(surroundings, disk);
      } catch (PowerCut cut) {
        trace.tell(name, "dies while it starts");
      } catch (IllegalStateException | MalformedText unreadable) {
        throw new Broken(
            Property.NOBODY_STUCK, name + " does not start: " + unreadable.getMessage() + ".");
      }
    }
    throw new Broken(Property.NOBODY_STUCK, name + " does not start any more.");
  }

  String name() {
    return name;
  }

  Kith kith() {
    return kith;
  }

  /// Does something; a device that dies over it starts again from its disk.
  Came attempt(String what, Deed deed) {
    Came came = tried(deed);
    trace.tell(name, what + told(came));
    return came;
  }

  private Came tried(Deed deed) {
    try {
      deed.on(kith);
      return new Came.Done();
    } catch (Unreachable away) {
      return new Came.Waits();
    } catch (Problem no) {
      return new Came.Denied(no.name());
    } catch (Refused no) {
      return new Came.Forbidden(no.reason());
    } catch (PowerCut cut) {
      kith = started();
      return new Came.Cut();
    }
  }

  private static String told(Came came) {
    return switch (came) {
      case Came.Done() -> "";
      case Came.Waits() -> ": no answer, it waits";
      case Came.Denied(String problem) -> ": the relay says " + problem;
      case Came.Forbidden(String reason) -> ": not now, " + reason;
      case Came.Cut() -> ": the device dies and starts again";
    };
  }
}
