package kith.relay.http;

import io.vertx.core.http.HttpMethod;
import java.util.function.BiConsumer;
import kith.relay.json.Answers;
import kith.relay.json.PushBodies;
import kith.relay.log.Unlocked;
import kith.relay.log.VaultLog;
import kith.relay.log.VaultRequests.ClearPush;
import kith.relay.push.PushKeys;
import kith.relay.push.PushServices;
import kith.wire.PushId;

/// The verbs of pushes, which belong to vaults.
final class PushVerbs {
  private static final int OK = 200;

  private final VaultLog vaults;
  private final PushServices services;
  private final PushKeys keys;

  PushVerbs(VaultLog vaults, PushServices services) {
    this.vaults = vaults;
    this.services = services;
    this.keys = new PushKeys(vaults);
  }

  void addTo(Routes routes) {
    routes
        .bare(
            HttpMethod.GET, "/v1/push", call -> call.answer(keys.publicKey(), OK, PushBodies::key))
        .json(HttpMethod.PUT, "/v1/vaults/{}/pushes/{}", this::set)
        .bare(HttpMethod.DELETE, "/v1/vaults/{}/pushes/{}", this::clear);
  }

  private static void push(Call call, BiConsumer<Unlocked, PushId> then) {
    VaultVerbs.unlocked(
        call, by -> call.id(1, "push", PushId::read, push -> then.accept(by, push)));
  }

  private void set(Call call) {
    push(
        call,
        (by, push) ->
            call.checked(
                PushBodies.set(by, push, services::read, call.body()),
                request -> call.answer(vaults.setPush(request), OK, Answers::day)));
  }

  private void clear(Call call) {
    push(
        call,
        (by, push) -> call.answer(vaults.clearPush(new ClearPush(by, push)), OK, Answers::day));
  }
}
