package kith.relay.http;

import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import kith.relay.json.Answers;
import kith.relay.json.BondBodies;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Seat;
import kith.wire.BondId;
import kith.wire.Days;

/// The verbs that change or end what stands in a bond, and votes.
final class BondVerbs {
  private static final int OK = 200;

  private final RelayLog log;
  private final Clock clock;

  BondVerbs(RelayLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    routes
        .bare(HttpMethod.GET, "/v1/bonds/{}/changes", this::changes)
        .json(HttpMethod.PUT, "/v1/bonds/{}/entries/{}/tombstone", this::withdraw)
        .json(HttpMethod.POST, "/v1/bonds/{}/keys", this::rewrap)
        .bare(HttpMethod.GET, "/v1/bonds/{}/votes", this::counters)
        .json(HttpMethod.PUT, "/v1/bonds/{}/votes", this::vote)
        .json(HttpMethod.PUT, "/v1/bonds/{}/seat", this::rotate)
        .json(HttpMethod.POST, "/v1/bonds/{}/end", this::end);
  }

  /// The seat that the path and the capability name together.
  static void seat(Call call, Consumer<Seat> then) {
    call.id(0, "bond", BondId::read, bond -> call.seat(hash -> then.accept(new Seat(bond, hash))));
  }

  private void changes(Call call) {
    seat(
        call,
        seat ->
            call.after(
                after ->
                    call.answer(
                        log.changes(new Requests.Changes(seat, after)), OK, Answers::changes)));
  }

  private void withdraw(Call call) {
    seat(
        call,
        seat -> {
          Optional<Long> seq = Call.position(call.path().get(1));
          if (seq.isEmpty()) {
            Reply.malformed(call.response(), "seq", "must be a whole number from 0");
            return;
          }
          call.checked(
              BondBodies.withdraw(seat, seq.get(), Days.today(clock), call.body()),
              request -> call.answer(log.withdraw(request), OK, Answers::day));
        });
  }

  private void rewrap(Call call) {
    seat(
        call,
        seat ->
            call.checked(
                BondBodies.rewrap(seat, call.body()),
                request -> call.answer(log.rewrap(request), OK, Answers::rewrapped)));
  }

  private void counters(Call call) {
    seat(call, seat -> call.answer(log.counters(seat), OK, Answers::counters));
  }

  private void vote(Call call) {
    seat(
        call,
        seat ->
            call.checked(
                BondBodies.upload(seat, call.body()),
                request -> call.answer(log.vote(request), OK, Answers::counters)));
  }

  private void rotate(Call call) {
    seat(
        call,
        seat ->
            call.checked(
                BondBodies.rotate(seat, call.body()),
                request -> call.answer(log.rotate(request), OK, Answers::day)));
  }

  private void end(Call call) {
    seat(
        call,
        seat ->
            call.checked(
                BondBodies.end(seat, Days.today(clock), call.body()),
                request -> call.answer(log.end(request), OK, Answers::ending)));
  }
}
