package kith.lab.world;

import java.time.Clock;
import kith.client.Network;
import kith.lab.dice.Dice;
import kith.relay.log.RelayLog;
import kith.relay.log.sqlite.MemoryStore;

/// The machine of a simulated relay: the real store and verbs, which can die and start again.
class Host implements AutoCloseable {
  /// A relay's clock that has jumped is believed after an hour of steady looks, at most half an
  /// hour apart (`kith.relay.log.TickTime`).
  private static final int LOOKS = 3;

  private static final long BETWEEN_LOOKS = 30 * WorldTime.MINUTE;

  private final WorldTime time;
  private final Clock clock;
  private final Dice dice;
  private final Storage storage;
  private final Spelling spelling = new Spelling();
  private RelayLog log;
  private Door door;

  Host(WorldTime time, Dice dice) {
    this(time, dice, Storage.inMemory());
  }

  /// With storage of another kind.
  Host(WorldTime time, Dice dice, Storage storage) {
    this.time = time;
    this.clock = time.clock();
    this.dice = dice;
    this.storage = storage;
    this.log = storage.open(clock);
    this.door = door();
  }

  /// What outlives the relay's process.
  interface Storage extends AutoCloseable {
    /// Starts the store on what is there.
    RelayLog open(Clock clock);

    @Override
    void close();

    /// The relay's own verbs and SQL, done one after another in the thread that asks.
    static Storage inMemory() {
      MemoryStore store = new MemoryStore();
      return new Storage() {
        @Override
        public RelayLog open(Clock clock) {
          return store.open(clock);
        }

        @Override
        public void close() {
          store.close();
        }
      };
    }
  }

  private Door door() {
    return new Door(log, clock, dice, spelling);
  }

  /// The texts of what crosses the network.
  Spelling spelling() {
    return spelling;
  }

  Network.Reply answer(Network.Request request) {
    return door.answer(request);
  }

  void restart() {
    log.close();
    log = storage.open(clock);
    door = door();
  }

  /// Looks at the clock as a running relay does, until it believes it, and does what is due.
  void letTimePass() {
    for (int look = 0; look < LOOKS; look++) {
      boolean more = true;
      while (more) {
        more =
            log.passTime().join() instanceof kith.relay.log.Outcome.Done<Boolean>(Boolean due)
                && due;
      }
      time.reach(time.millis() + BETWEEN_LOOKS);
    }
  }

  @Override
  public void close() {
    log.close();
    storage.close();
  }
}
