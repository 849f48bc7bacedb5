package kith.relay.log.sql;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kith.relay.log.Outcome;
import kith.relay.log.Unlocked;
import kith.relay.log.VaultLog;
import kith.relay.log.VaultRequests;
import kith.wire.Box;
import kith.wire.Days;
import kith.wire.PushId;
import kith.wire.Unlocker;
import kith.wire.UnlockerId;
import kith.wire.VaultId;

/// The vaults in an SQL database.
final class SqlVaults implements VaultLog {
  private final Clock clock;
  private final Engine engine;

  SqlVaults(Clock clock, Engine engine) {
    this.clock = clock;
    this.engine = engine;
  }

  private int today() {
    return Days.today(clock);
  }

  private <T> CompletableFuture<Outcome<T>> in(
      Object request, VaultId vault, long bytes, Operation<T> operation) {
    return engine.write(new Work<>(request, new Home.OfVault(vault), bytes, operation));
  }

  @Override
  public CompletableFuture<Outcome<Box>> keep(String name, Box proposed) {
    return engine.write(
        new Work<>(name, new Home.OfRelay(), 0, turn -> Vaults.keep(turn, name, proposed)));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> createVault(VaultRequests.Create request) {
    return in(request, request.vault(), 0, turn -> Vaults.create(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Optional<Unlocker>>> single(VaultId vault, Unlocker.Kind kind) {
    return engine.read(session -> Turn.done(Unlocking.single(session, vault, kind)));
  }

  @Override
  public CompletableFuture<Outcome<Optional<Unlocker>>> unlocker(VaultId vault, UnlockerId id) {
    return engine.read(session -> Turn.done(Unlocking.find(session, vault, id)));
  }

  @Override
  public CompletableFuture<Outcome<Admission>> openSession(VaultRequests.OpenSession request) {
    return in(request, request.vault(), 0, turn -> Vaults.openSession(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Boolean>> known(Unlocked session) {
    return engine.read(reading -> Turn.done(Vaults.known(reading, session, today())));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> lock(Unlocked session) {
    return in(session, session.vault(), 0, turn -> Vaults.lock(turn, session));
  }

  @Override
  public CompletableFuture<Outcome<RecordPage>> records(VaultRequests.ReadAll request) {
    return engine.read(session -> Records.page(session, request, today()));
  }

  @Override
  public CompletableFuture<Outcome<VaultRecord>> record(VaultRequests.ReadOne request) {
    return engine.read(session -> Records.one(session, request, today()));
  }

  @Override
  public CompletableFuture<Outcome<VaultRecord>> put(VaultRequests.Put request) {
    Box box = request.box();
    long bytes = box == null ? 0 : box.length();
    return in(request, request.by().vault(), bytes, turn -> Records.put(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Unlockers>> unlockers(Unlocked session) {
    return engine.read(reading -> Unlocking.all(reading, session, today()));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> addUnlocker(VaultRequests.AddUnlocker request) {
    return in(request, request.by().vault(), 0, turn -> Unlocking.add(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> removeUnlocker(VaultRequests.RemoveUnlocker request) {
    return in(request, request.by().vault(), 0, turn -> Unlocking.remove(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> renew(VaultRequests.Renew request) {
    return in(request, request.by().vault(), 0, turn -> Unlocking.renew(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> deleteVault(Unlocked session) {
    return in(session, session.vault(), 0, turn -> Vaults.delete(turn, session));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> setPush(VaultRequests.SetPush request) {
    return in(request, request.by().vault(), 0, turn -> Pushes.set(turn, request, clock.millis()));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> clearPush(VaultRequests.ClearPush request) {
    return in(request, request.by().vault(), 0, turn -> Pushes.clear(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<List<DuePush>>> takeDuePushes() {
    return engine.write(
        new Work<>("pushes", new Home.OfRelay(), 0, turn -> Pushes.take(turn, clock.millis())));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> forgetPush(VaultId vault, PushId push) {
    return in(push, vault, 0, turn -> Pushes.forget(turn, vault, push));
  }
}
