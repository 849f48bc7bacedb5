package kith.core.promises;

import java.util.List;
import kith.core.bond.Bond;
import kith.core.bond.Entry;
import kith.core.bond.Seat;
import kith.core.border.Bytes;
import kith.core.person.Person;

/// How entries reach one device, and what it may show in between.
final class Delivery {
  /// In order; each twice; the second before the first; the first lost and all the others there;
  /// all of the past once more, backwards, and then the next.
  enum How {
    IN_ORDER,
    DOUBLED,
    OUT_OF_ORDER,
    LOST,
    AGAIN
  }

  private final Device device;
  private final List<Entry> log;

  Delivery(Device device, List<Entry> log) {
    this.device = device;
    this.log = log;
  }

  /// Brings up to `many` entries to a device that has taken `taken`; how many it has then.
  int bring(int taken, int many, How how) {
    switch (how) {
      case LOST -> {
        log.subList(Math.min(taken + 1, log.size()), log.size()).forEach(this::refuse);
        return taken;
      }
      case AGAIN -> log.subList(0, taken).reversed().forEach(this::refuse);
      case IN_ORDER, DOUBLED, OUT_OF_ORDER -> {}
    }
    int next = taken;
    for (int i = 0; i < many && next < log.size(); i++) {
      if (how == How.OUT_OF_ORDER && next + 1 < log.size()) {
        refuse(log.get(next + 1));
      }
      Faults.mustTake(device::take, log.get(next));
      if (how == How.DOUBLED) {
        refuse(log.get(next));
      }
      next++;
    }
    return next;
  }

  private void refuse(Entry entry) {
    Faults.mustRefuse(device::take, entry);
  }

  /// Property 1 on the way: whatever reached a device, it shows what its entries without a gap
  /// make, to the byte, and nothing of what came early, twice or alone.
  static void showsWhatItTook(World world, Seat seat) {
    Person plain = new Person(seat, World.SEED, World.DECK, new Bond(world.pace));
    world.log.subList(0, world.taken(seat)).forEach(entry -> Faults.mustTake(plain::take, entry));
    String shown = world.shown(seat);
    String due = Bytes.of(plain.view(world.mine(seat), world.now(seat)));
    if (!shown.equals(due)) {
      throw new AssertionError("shown early or late:\n" + shown + "\n" + due);
    }
  }
}
