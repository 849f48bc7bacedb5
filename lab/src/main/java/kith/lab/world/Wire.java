package kith.lab.world;

import java.util.Optional;
import java.util.PriorityQueue;
import kith.client.Network;
import kith.client.Unreachable;
import kith.core.json.Json;

/// The way from one device to the relay, on which things go wrong.
class Wire implements Network {
  /// How long a late request may be under way, in days.
  private static final double LATEST = 3;

  private final String device;
  private final Around around;
  private boolean away;
  private Optional<Liar> liar = Optional.empty();

  /// What all devices of a world share.
  ///
  /// @param late requests that are still under way
  record Around(
      WorldTime time,
      Host host,
      Faults faults,
      Trace trace,
      Watch watch,
      PriorityQueue<Underway> late) {}

  /// A request that will come to the relay at `due`; `order` tells apart what comes at once.
  record Underway(long due, long order, String device, Request request)
      implements Comparable<Underway> {
    @Override
    public int compareTo(Underway other) {
      int byTime = Long.compare(due, other.due);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  Wire(String device, Around around) {
    this.device = device;
    this.around = around;
  }

  /// From now on this relay lies to the device.
  void lie(Liar to) {
    liar = Optional.of(to);
  }

  void away(boolean now) {
    away = now;
  }

  @Override
  public Reply send(Request request) throws Unreachable {
    around.watch().blind(request, around.host().spelling());
    if (away) {
      throw new Unreachable("away");
    }
    Optional<Fault> fault = around.faults().onSend(device);
    if (fault.isEmpty()) {
      return delivered(request);
    }
    around.trace().tell(device, "  ! " + fault.get().word());
    return switch (fault.get()) {
      case LOST_REQUEST -> throw new Unreachable("lost");
      case LOST_ANSWER -> {
        delivered(request);
        throw new Unreachable("lost");
      }
      case LATE -> {
        later(request);
        throw new Unreachable("late");
      }
      case TWICE -> {
        delivered(request);
        yield delivered(request);
      }
      case AGAIN_LATER -> {
        later(request);
        yield delivered(request);
      }
      case FAILED -> new Reply(FAILED, new Json.Null());
      case RELAY_DIES_BEFORE -> {
        around.host().restart();
        throw new Unreachable("the relay died");
      }
      case RELAY_DIES_AFTER -> {
        delivered(request);
        around.host().restart();
        throw new Unreachable("the relay died");
      }
      case CUT_BEFORE_SENDING -> throw new PowerCut();
      case CUT_AFTER_ANSWER -> {
        delivered(request);
        throw new PowerCut();
      }
      case CUT_BEFORE_WRITING, CUT_AFTER_WRITING, CLOCK_JUMPS, AWAY ->
          throw new IllegalStateException("no fault of a request");
    };
  }

  private static final int FAILED = 500;

  private void later(Request request) {
    double days = LATEST * around.faults().extent();
    long due = around.time().millis() + (long) (days * WorldTime.DAY);
    around.late().add(new Underway(due, around.trace().steps(), device, request));
  }

  /// Carries a request to the relay now.
  Reply delivered(Request request) {
    Reply reply = around.host().answer(request);
    around.trace().cross(request, reply, around.host().spelling());
    around.watch().carried(request, reply);
    return liar.map(one -> one.told(request, reply)).orElse(reply);
  }
}
