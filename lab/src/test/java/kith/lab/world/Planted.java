package kith.lab.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.client.Kept;
import kith.client.Network;
import kith.client.Unreachable;
import kith.core.json.Json;
import kith.lab.dice.Dice;

/// One mistake each, put into the world on purpose: a fault that is handled wrongly.
enum Planted {
  /// What never arrived is taken for done.
  LOST_IS_TAKEN_FOR_DONE(Fault.LOST_REQUEST) {
    @Override
    Parts parts() {
      return wire(Believing::new);
    }
  },
  /// What never arrived while nobody was to be reached is taken for done.
  AWAY_IS_TAKEN_FOR_DONE(Fault.AWAY) {
    @Override
    Parts parts() {
      return wire(Believing::new);
    }
  },
  /// A failure of the relay is taken for done.
  FAILED_IS_TAKEN_FOR_DONE(Fault.FAILED) {
    @Override
    Parts parts() {
      return wire(Believing::new);
    }
  },
  /// The relay writes an entry again under another handle, when its answer was lost.
  WRITES_AGAIN_WHAT_IT_HAS(Fault.LOST_ANSWER) {
    @Override
    Parts parts() {
      return host(Forgetful::new);
    }
  },
  /// The same where the request comes twice.
  WRITES_TWICE_WHAT_COMES_TWICE(Fault.TWICE) {
    @Override
    Parts parts() {
      return host(Forgetful::new);
    }
  },
  /// The same where it comes again later.
  WRITES_AGAIN_WHAT_COMES_LATER(Fault.AGAIN_LATER) {
    @Override
    Parts parts() {
      return host(Forgetful::new);
    }
  },
  /// The relay takes the deposit that comes last for the newest.
  LATE_IS_TAKEN_FOR_NEW(Fault.LATE) {
    @Override
    Parts parts() {
      return host(LastWins::new);
    }
  },
  /// A relay that dies before it has answered has lost its last day.
  LOSES_A_DAY_WHEN_IT_DIES_BEFORE(Fault.RELAY_DIES_BEFORE) {
    @Override
    Parts parts() {
      return host(Losing::new);
    }
  },
  /// The same when it dies after it has done what was asked.
  LOSES_WHAT_IT_DID_WHEN_IT_DIES(Fault.RELAY_DIES_AFTER) {
    @Override
    Parts parts() {
      return host(Losing::new);
    }
  },
  /// A device's disk holds half of what was being written.
  TORN_WRITE(Fault.CUT_BEFORE_WRITING) {
    @Override
    Parts parts() {
      return disk(Torn::new);
    }
  },
  /// A device's disk forgets what it has said is written.
  FORGETS_A_WRITE(Fault.CUT_AFTER_WRITING) {
    @Override
    Parts parts() {
      return disk(Emptied::new);
    }
  },
  /// A device that dies before sending starts from an empty disk.
  STARTS_EMPTY_BEFORE_SENDING(Fault.CUT_BEFORE_SENDING) {
    @Override
    Parts parts() {
      return disk(Wiped::new);
    }
  },
  /// A device that dies after the answer starts from an empty disk.
  STARTS_EMPTY_AFTER_THE_ANSWER(Fault.CUT_AFTER_ANSWER) {
    @Override
    Parts parts() {
      return disk(Wiped::new);
    }
  },
  /// A device is told its own day, however wrong, for the relay's.
  EACH_GOES_BY_ITS_OWN_CLOCK(Fault.CLOCK_JUMPS) {
    @Override
    Parts parts() {
      return wire(OwnDay::new);
    }
  };

  private final Fault by;

  Planted(Fault by) {
    this.by = by;
  }

  abstract Parts parts();

  List<Fault> by() {
    return List.of(by);
  }

  private interface Making<A, B, T> {
    T make(A one, B other);
  }

  private static Parts wire(Making<String, Wire.Around, Wire> making) {
    return new Parts() {
      @Override
      Wire wire(String device, Wire.Around around) {
        return making.make(device, around);
      }
    };
  }

  private static Parts host(Making<WorldTime, Dice, Host> making) {
    return new Parts() {
      @Override
      Host host(WorldTime time, Dice dice) {
        return making.make(time, dice);
      }
    };
  }

  private static Parts disk(Making<String, Faults, Disk> making) {
    return new Parts() {
      @Override
      Disk disk(String device, Faults faults) {
        return making.make(device, faults);
      }
    };
  }

  private static final class Believing extends Wire {
    private long head;

    Believing(String device, Around around) {
      super(device, around);
    }

    @Override
    public Reply send(Request request) throws Unreachable {
      boolean changes = request.path().contains("/entries") || request.path().contains("/gates/");
      boolean writes = changes && !request.method().equals("GET");
      try {
        Reply reply = super.send(request);
        head = Kept.of(reply.body()).number("seq", head);
        return writes && reply.status() >= 500 ? made() : reply;
      } catch (Unreachable lost) {
        if (writes) {
          return made();
        }
        throw lost;
      } catch (kith.core.json.MalformedText none) {
        return writes ? made() : new Reply(500, new Json.Null());
      }
    }

    private Reply made() {
      return new Reply(200, Kept.NOTHING.with("seq", ++head).with("day", 20_300).fields());
    }
  }

  private static final class Forgetful extends Host {
    private final Set<String> handles = new HashSet<>();
    private int again;

    Forgetful(WorldTime time, Dice dice) {
      super(time, dice);
    }

    @Override
    Network.Reply answer(Network.Request request) {
      Json body = request.body();
      if (body == null || !request.method().equals("POST")) {
        return super.answer(request);
      }
      Kept entry = Kept.of(body);
      if (handles.add(entry.text("handle"))) {
        return super.answer(request);
      }
      String other = "AAAAAAAAAAAAAAAAAAA%03dA".formatted(again++ % 1000).substring(1);
      return super.answer(
          new Network.Request(
              request.method(),
              request.path(),
              request.capability(),
              entry.with("handle", other).fields()));
    }
  }

  private static final class LastWins extends Host {
    private final Map<String, Long> revisions = new HashMap<>();

    LastWins(WorldTime time, Dice dice) {
      super(time, dice);
    }

    @Override
    Network.Reply answer(Network.Request request) {
      Json body = request.body();
      if (body == null || !request.path().contains("/gates/")) {
        return super.answer(request);
      }
      long next = revisions.merge(request.path() + request.capability(), 1L, Long::sum);
      return super.answer(
          new Network.Request(
              request.method(),
              request.path(),
              request.capability(),
              Kept.of(body).with("revision", next).fields()));
    }
  }

  /// Forgets every second append that it has acknowledged, once it has died.
  private static final class Losing extends Host {
    private boolean died;

    Losing(WorldTime time, Dice dice) {
      super(time, dice);
    }

    @Override
    void restart() {
      super.restart();
      died = true;
    }

    @Override
    Network.Reply answer(Network.Request request) {
      Network.Reply reply = super.answer(request);
      boolean reads = request.method().equals("GET") && request.path().contains("/entries?");
      if (!died || !reads) {
        return reply;
      }
      List<Json> entries = Kept.of(reply.body()).items("entries");
      List<Json> fewer = entries.subList(0, Math.max(0, entries.size() - 1));
      return new Network.Reply(
          reply.status(), Kept.of(reply.body()).with("entries", fewer).fields());
    }
  }

  private static final class Torn extends Disk {
    Torn(String device, Faults faults) {
      super(device, faults);
    }

    @Override
    public void write(String name, byte[] content) {
      try {
        super.write(name, content);
      } catch (PowerCut cut) {
        put(name, java.util.Arrays.copyOf(content, content.length / 2));
        throw cut;
      }
    }
  }

  /// Says that it has written; what it said so of last is gone when the power goes.
  private static final class Emptied extends Disk {
    private Optional<byte[]> before = Optional.empty();

    Emptied(String device, Faults faults) {
      super(device, faults);
    }

    @Override
    public void write(String name, byte[] content) {
      before = read(name);
      try {
        super.write(name, content);
      } catch (PowerCut cut) {
        put(name, before.orElse(new byte[0]));
        put("device", new byte[0]);
        throw cut;
      }
    }
  }

  private static final class Wiped extends Disk {
    private int reads;

    Wiped(String device, Faults faults) {
      super(device, faults);
    }

    @Override
    public Optional<byte[]> read(String name) {
      return name.equals("device") && reads++ > 0 ? Optional.empty() : super.read(name);
    }
  }

  private static final class OwnDay extends Wire {
    private final Around around;
    private final boolean second;

    OwnDay(String device, Around around) {
      super(device, around);
      this.around = around;
      this.second = device.equals("b");
    }

    @Override
    public Reply send(Request request) throws Unreachable {
      Reply reply = super.send(request);
      boolean page = request.path().contains("/entries?") && second;
      long wrong = around.time().day() + 9;
      return page
          ? new Reply(reply.status(), Kept.of(reply.body()).with("day", wrong).fields())
          : reply;
    }
  }
}
