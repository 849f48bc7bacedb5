package kith.relay.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import kith.relay.json.Answers;
import kith.relay.json.Bodies;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Seat;
import kith.wire.BondId;
import kith.wire.Days;
import kith.wire.GateId;
import kith.wire.InvitationId;
import kith.wire.Limits;
import org.jspecify.annotations.Nullable;

/// The verbs: from a call to the store, and from its outcome to an answer.
final class Api {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  private final RelayLog log;
  private final Clock clock;
  private final @Nullable String operator;
  private final LiveStreams live;

  Api(RelayLog log, Clock clock, @Nullable String operator, LiveStreams live) {
    this.log = log;
    this.clock = clock;
    this.operator = operator;
    this.live = live;
  }

  /// The table of routes; `origins` are those of the listener.
  Routes routes(Origins origins) {
    return new Routes()
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
        .bare(HttpMethod.GET, "/v1/about", call -> about(call, origins));
  }

  private void createBond(Call call) {
    call.id(
        0,
        "bond",
        BondId::read,
        bond ->
            call.checked(
                Bodies.createBond(bond, call.body()),
                request -> call.answer(log.create(request), CREATED, Answers::day)));
  }

  /// The seat that the path and the capability name together.
  private static void seat(Call call, Consumer<Seat> then) {
    call.id(0, "bond", BondId::read, bond -> call.seat(hash -> then.accept(new Seat(bond, hash))));
  }

  private void append(Call call) {
    seat(
        call,
        seat ->
            call.checked(
                Bodies.append(seat, call.body()),
                request -> call.answer(log.append(request), OK, Answers::appended)));
  }

  private void read(Call call) {
    seat(
        call,
        seat -> {
          Optional<Long> after = after(call.request().getParam("after"));
          if (after.isEmpty()) {
            Reply.malformed(call.response(), "after", "must be a whole number from 0");
            return;
          }
          call.answer(log.read(new Requests.Read(seat, after.get())), OK, Answers::page);
        });
  }

  private static Optional<Long> after(@Nullable String text) {
    if (text == null) {
      return Optional.of(0L);
    }
    if (!text.matches("[0-9]{1,16}")) {
      return Optional.empty();
    }
    long after = Long.parseLong(text);
    return after <= Limits.LARGEST_NUMBER ? Optional.of(after) : Optional.empty();
  }

  private void deposit(Call call) {
    seat(
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
        call,
        id ->
            call.seat(
                hash ->
                    Reply.later(
                        call.context(),
                        call.response(),
                        log.erase(new Requests.Erase(id, hash)),
                        day -> noContent(call.response()))));
  }

  private static void noContent(HttpServerResponse response) {
    Headers.api(response);
    response.setStatusCode(NO_CONTENT).end();
  }

  private void about(Call call, Origins origins) {
    byte[] body = Answers.about(Days.today(clock), origins.list(), operator);
    Reply.json(call.response(), OK, body);
  }
}
