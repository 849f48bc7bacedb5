package kith.relay.http;

import io.vertx.core.http.HttpMethod;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kith.relay.json.Answers;
import kith.relay.json.Bodies;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.TickTime;
import kith.relay.unlock.Door;
import kith.wire.BondId;
import kith.wire.Days;
import kith.wire.GateId;
import kith.wire.InvitationId;
import org.jspecify.annotations.Nullable;

/// The verbs: from a call to the store, and from its outcome to an answer.
final class Api {
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final RelayLog log;
  private final Clock clock;
  private final @Nullable String operator;
  private final LiveStreams live;
  private final BondVerbs bonds;
  private final VaultVerbs vaults;
  private final PushVerbs pushes;
  private final RandomGenerator dice = new SecureRandom();

  Api(WebServer.Setting setting, LiveStreams live) {
    this.log = setting.log();
    this.clock = setting.clock();
    this.operator = setting.operator();
    this.live = live;
    this.bonds = new BondVerbs(log, clock);
    this.vaults = new VaultVerbs(log.vaults(), new Door(log.vaults(), clock));
    this.pushes = new PushVerbs(log.vaults(), setting.pushServices());
  }

  /// The table of routes; `origins` are those of the listener.
  Routes routes(Origins origins) {
    Routes routes = new Routes();
    bonds.addTo(routes);
    vaults.addTo(routes, origins);
    pushes.addTo(routes);
    return routes
        .json(HttpMethod.POST, "/v1/bonds/{}/entries", this::append)
        .bare(HttpMethod.GET, "/v1/bonds/{}/entries", this::read)
        .json(HttpMethod.PUT, "/v1/bonds/{}/gates/{}", this::deposit)
        .json(HttpMethod.PUT, "/v1/bonds/{}", this::createBond)
        .json(HttpMethod.POST, "/v1/live", live::open)
        .bare(HttpMethod.GET, "/v1/invitations/{}", this::invitation)
        .json(HttpMethod.PUT, "/v1/invitations/{}", this::offer)
        .bare(HttpMethod.DELETE, "/v1/invitations/{}", this::erase)
        .json(HttpMethod.PUT, "/v1/invitations/{}/accept", this::accept)
        .json(HttpMethod.PUT, "/v1/invitations/{}/confirm", this::confirm)
        .bare(HttpMethod.GET, "/v1/about", call -> about(call, origins))
        .bare(
            HttpMethod.GET, "/v1/openapi", call -> Reply.yaml(call.response(), Description.BYTES));
  }

  private void createBond(Call call) {
    call.id(
        0,
        "bond",
        BondId::read,
        bond ->
            call.checked(
                Bodies.createBond(bond, dice.nextInt(TickTime.DAY), call.body()),
                request -> call.answer(log.create(request), CREATED, Answers::day)));
  }

  private void append(Call call) {
    BondVerbs.seat(
        call,
        seat ->
            call.checked(
                Bodies.append(seat, call.body()),
                request -> call.answer(log.append(request), OK, Answers::appended)));
  }

  private void read(Call call) {
    BondVerbs.seat(
        call,
        seat ->
            call.after(
                after -> call.answer(log.read(new Requests.Read(seat, after)), OK, Answers::page)));
  }

  private void deposit(Call call) {
    BondVerbs.seat(
        call,
        seat ->
            call.id(
                1,
                "gate",
                GateId::read,
                gate ->
                    call.checked(
                        Bodies.deposit(seat, gate, Days.today(clock), call.body()),
                        request -> call.answer(log.deposit(request), OK, Answers::day))));
  }

  private void invitation(Call call) {
    withInvitation(call, id -> call.answer(log.invitation(id), OK, Answers::invitation));
  }

  private static void withInvitation(Call call, Consumer<InvitationId> then) {
    call.id(0, "invitation", InvitationId::read, then);
  }

  private void offer(Call call) {
    withInvitation(
        call,
        id ->
            call.seat(
                hash ->
                    call.checked(
                        Bodies.offer(id, hash, Days.today(clock), call.body()),
                        request -> call.answer(log.offer(request), CREATED, Answers::day))));
  }

  private void accept(Call call) {
    withInvitation(
        call,
        id ->
            call.checked(
                Bodies.accept(id, call.body()),
                request -> call.answer(log.accept(request), OK, Answers::day)));
  }

  private void confirm(Call call) {
    withInvitation(
        call,
        id ->
            call.seat(
                hash ->
                    call.checked(
                        Bodies.confirm(id, hash, call.body()),
                        request -> call.answer(log.confirm(request), OK, Answers::day))));
  }

  private void erase(Call call) {
    withInvitation(
        call, id -> call.seat(hash -> call.done(log.erase(new Requests.Erase(id, hash)))));
  }

  private void about(Call call, Origins origins) {
    byte[] body = Answers.about(Days.today(clock), origins.list(), operator);
    Reply.json(call.response(), OK, body);
  }
}
