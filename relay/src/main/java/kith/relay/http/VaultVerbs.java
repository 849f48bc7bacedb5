package kith.relay.http;

import io.vertx.core.http.HttpMethod;
import java.util.function.Consumer;
import kith.relay.json.Answers;
import kith.relay.json.VaultAnswers;
import kith.relay.json.VaultBodies;
import kith.relay.log.Unlocked;
import kith.relay.log.VaultLog;
import kith.relay.log.VaultRequests;
import kith.relay.unlock.Door;
import kith.wire.Problem;
import kith.wire.RecordId;
import kith.wire.UnlockerId;
import kith.wire.VaultId;

/// The verbs of vaults.
final class VaultVerbs {
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final VaultLog vaults;
  private final Door door;

  VaultVerbs(VaultLog vaults, Door door) {
    this.vaults = vaults;
    this.door = door;
  }

  void addTo(Routes routes, Origins origins) {
    routes
        .json(HttpMethod.PUT, "/v1/vaults/{}", this::create)
        .bare(HttpMethod.DELETE, "/v1/vaults/{}", this::delete)
        .json(HttpMethod.POST, "/v1/vaults/{}/challenge", this::challenge)
        .json(HttpMethod.POST, "/v1/vaults/{}/unlock", call -> unlock(call, origins))
        .bare(HttpMethod.DELETE, "/v1/vaults/{}/session", this::lock)
        .bare(HttpMethod.GET, "/v1/vaults/{}/records", this::records)
        .bare(HttpMethod.GET, "/v1/vaults/{}/records/{}", this::record)
        .json(HttpMethod.PUT, "/v1/vaults/{}/records/{}", this::put)
        .bare(HttpMethod.GET, "/v1/vaults/{}/unlockers", this::unlockers)
        .json(HttpMethod.POST, "/v1/vaults/{}/unlockers", this::addUnlocker)
        .json(HttpMethod.PUT, "/v1/vaults/{}/unlockers", this::renew)
        .bare(HttpMethod.DELETE, "/v1/vaults/{}/unlockers/{}", this::removeUnlocker);
  }

  private static void vault(Call call, Consumer<VaultId> then) {
    call.id(0, "vault", VaultId::read, then);
  }

  /// The vault that the path names and the session that was shown.
  static void unlocked(Call call, Consumer<Unlocked> then) {
    vault(
        call,
        vault ->
            call.shown(Problem.NOT_UNLOCKED, session -> then.accept(new Unlocked(vault, session))));
  }

  private void create(Call call) {
    vault(
        call,
        vault ->
            call.checked(
                VaultBodies.create(vault, call.body()),
                request -> call.answer(vaults.createVault(request), CREATED, Answers::day)));
  }

  private void delete(Call call) {
    unlocked(call, by -> call.done(vaults.deleteVault(by)));
  }

  private void challenge(Call call) {
    vault(call, vault -> call.answer(door.challenge(vault), OK, VaultAnswers::challenge));
  }

  private void unlock(Call call, Origins origins) {
    vault(
        call,
        vault ->
            call.checked(
                VaultBodies.answer(call.body()),
                answer ->
                    call.answer(
                        door.unlock(vault, answer, call.shownIfAny(), origins.list()),
                        OK,
                        VaultAnswers::entered)));
  }

  private void lock(Call call) {
    unlocked(call, by -> call.done(vaults.lock(by)));
  }

  private void records(Call call) {
    unlocked(
        call,
        by ->
            call.after(
                after ->
                    call.answer(
                        vaults.records(new VaultRequests.ReadAll(by, after)),
                        OK,
                        VaultAnswers::records)));
  }

  private static void withRecord(Call call, Consumer<RecordId> then) {
    call.id(1, "record", RecordId::read, then);
  }

  private void record(Call call) {
    unlocked(
        call,
        by ->
            withRecord(
                call,
                record ->
                    call.answer(
                        vaults.record(new VaultRequests.ReadOne(by, record)),
                        OK,
                        VaultAnswers::record)));
  }

  private void put(Call call) {
    unlocked(
        call,
        by ->
            withRecord(
                call,
                record ->
                    call.checked(
                        VaultBodies.put(by, record, call.body()),
                        request -> call.answer(vaults.put(request), OK, VaultAnswers::written))));
  }

  private void unlockers(Call call) {
    unlocked(call, by -> call.answer(vaults.unlockers(by), OK, VaultAnswers::unlockers));
  }

  private void addUnlocker(Call call) {
    unlocked(
        call,
        by ->
            call.checked(
                VaultBodies.add(by, call.body()),
                request -> call.answer(vaults.addUnlocker(request), OK, Answers::day)));
  }

  private void renew(Call call) {
    unlocked(
        call,
        by ->
            call.checked(
                VaultBodies.renew(by, call.body()),
                request -> call.answer(vaults.renew(request), OK, Answers::day)));
  }

  private void removeUnlocker(Call call) {
    unlocked(
        call,
        by ->
            call.id(
                1,
                "unlocker",
                UnlockerId::read,
                unlocker ->
                    call.answer(
                        vaults.removeUnlocker(new VaultRequests.RemoveUnlocker(by, unlocker)),
                        OK,
                        Answers::day)));
  }
}
