package kith.lab.world;

import java.util.List;
import java.util.Locale;

/// What can go wrong around a device, beside lies.
public enum Fault {
  /// The request never reaches the relay.
  LOST_REQUEST,
  /// The request is carried out; the answer never comes back.
  LOST_ANSWER,
  /// The request comes to the relay hours or days later, when the device has long given up.
  LATE,
  /// The request comes to the relay twice.
  TWICE,
  /// The request comes to the relay, and once more hours or days later.
  AGAIN_LATER,
  /// The relay answers that it has failed.
  FAILED,
  /// The relay dies before it has done anything, and starts again.
  RELAY_DIES_BEFORE,
  /// The relay dies after it has made it durable and before it answers, and starts again.
  RELAY_DIES_AFTER,
  /// The device dies before it sends.
  CUT_BEFORE_SENDING,
  /// The device dies when the answer has come.
  CUT_AFTER_ANSWER,
  /// The device dies before it has written to its disk.
  CUT_BEFORE_WRITING,
  /// The device dies right after it has written to its disk.
  CUT_AFTER_WRITING,
  /// The device's clock jumps, by minutes to years, either way.
  CLOCK_JUMPS,
  /// The device reaches nobody for days.
  AWAY;

  /// Those that meet a request.
  static final List<Fault> OF_REQUESTS =
      List.of(
          LOST_REQUEST,
          LOST_ANSWER,
          LATE,
          TWICE,
          AGAIN_LATER,
          FAILED,
          RELAY_DIES_BEFORE,
          RELAY_DIES_AFTER,
          CUT_BEFORE_SENDING,
          CUT_AFTER_ANSWER);

  /// Those that meet a write to a device's disk.
  static final List<Fault> OF_WRITES = List.of(CUT_BEFORE_WRITING, CUT_AFTER_WRITING);

  /// Those that meet a device when it is taken in hand.
  static final List<Fault> OF_DAYS = List.of(CLOCK_JUMPS, AWAY);

  /// Its name in traces.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
