package kith.relay.log.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kith.relay.log.Appended;
import kith.relay.log.CannotOpen;
import kith.relay.log.Invitation;
import kith.relay.log.LastResort;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Seat;
import kith.relay.log.Watcher;
import kith.wire.Days;
import kith.wire.InvitationId;
import kith.wire.Parts;
import kith.wire.Problem;

/// The store in one SQLite file (WAL, synchronous FULL): one thread writes, a few read.
public final class SqliteLog implements RelayLog {
  private static final long SMALL = Checkpoints.ROW_BYTES;

  private final Clock clock;
  private final DataFolder folder;
  private final Session session;
  private final Session checkpointSession;
  private final Writer writer;
  private final Checkpoints checkpoints;
  private final Readers readers;
  private final Quotas quotas;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private SqliteLog(DataFolder folder, Clock clock, LastResort lastResort) throws SQLException {
    this.folder = folder;
    this.clock = clock;
    Connections connections = new Connections(folder.database());
    session = connections.writer();
    Schema.bring(session, Days.today(clock));
    checkpointSession = connections.writer();
    quotas = Quotas.of(clock);
    checkpoints = new Checkpoints(checkpointSession, lastResort);
    writer = new Writer(session, checkpoints, quotas, lastResort);
    readers = new Readers(connections, lastResort);
  }

  /// Opens, or makes, the store in a folder. Throws [CannotOpen] with a plain sentence.
  public static SqliteLog open(Path folder, Clock clock, LastResort lastResort) {
    DataFolder taken = DataFolder.take(folder.toAbsolutePath());
    try {
      SqliteLog log = new SqliteLog(taken, clock, lastResort);
      log.begin();
      return log;
    } catch (SQLException failure) {
      taken.close();
      throw new CannotOpen(
          "The store in %s cannot be opened (%s); check the disk, or restore a backup."
              .formatted(folder, failure.getMessage()),
          failure);
    } catch (CannotOpen refused) {
      taken.close();
      throw refused;
    }
  }

  private void begin() {
    threads.add(Thread.ofPlatform().name("kith-write").start(writer));
    threads.add(Thread.ofPlatform().daemon().name("kith-checkpoint").start(checkpoints));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> create(Requests.CreateBond request) {
    return writer.submit(SMALL, turn -> Bonds.create(turn, request, quotas.bonds()));
  }

  @Override
  public CompletableFuture<Outcome<Appended>> append(Requests.Append request) {
    long bytes = SMALL + request.parts().length();
    return writer.submit(bytes, turn -> Entries.append(turn, request, quotas.entries()));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> deposit(Requests.Deposit request) {
    Parts parts = request.parts();
    long bytes = SMALL + (parts == null ? 0 : parts.length());
    return writer.submit(bytes, turn -> Deposits.deposit(turn, request, quotas.depositChanges()));
  }

  @Override
  public CompletableFuture<Outcome<Page>> read(Requests.Read request) {
    return readers.ask(reading -> Entries.read(reading, request, Days.today(clock)));
  }

  @Override
  public CompletableFuture<Outcome<List<Long>>> positions(List<Seat> seats) {
    return readers.ask(reading -> positions(reading, seats));
  }

  private static Outcome<List<Long>> positions(Session reading, List<Seat> seats)
      throws SQLException {
    List<Long> positions = new ArrayList<>();
    for (Seat seat : seats) {
      Optional<Long> position = Entries.position(reading, seat);
      if (position.isEmpty()) {
        return Turn.refused(Problem.NOT_PERMITTED);
      }
      positions.add(position.get());
    }
    return Turn.done(positions);
  }

  @Override
  public CompletableFuture<Outcome<Integer>> offer(Requests.Offer request) {
    return writer.submit(SMALL, turn -> Invitations.offer(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Invitation>> invitation(InvitationId id) {
    return readers.ask(reading -> Invitations.read(reading, id, Days.today(clock)));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> accept(Requests.Accept request) {
    return writer.submit(SMALL, turn -> Invitations.accept(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> confirm(Requests.Confirm request) {
    return writer.submit(SMALL, turn -> Invitations.confirm(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> erase(Requests.Erase request) {
    return writer.submit(SMALL, turn -> Invitations.erase(turn, request));
  }

  @Override
  public void watch(Watcher watcher) {
    writer.watch(watcher);
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    writer.close();
    checkpoints.close();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      readers.close();
      checkpointSession.close();
      session.close();
    } catch (SQLException failure) {
      throw new IllegalStateException("the store did not close cleanly", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      folder.close();
    }
  }
}
