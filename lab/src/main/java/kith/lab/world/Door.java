package kith.lab.world;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kith.client.Network;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.lab.dice.Dice;
import kith.relay.json.Answers;
import kith.relay.json.Bodies;
import kith.relay.json.BondBodies;
import kith.relay.log.Outcome;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Seat;
import kith.relay.log.TickTime;
import kith.wire.BondId;
import kith.wire.Capability;
import kith.wire.Checked;
import kith.wire.Days;
import kith.wire.GateId;
import kith.wire.InvitationId;
import kith.wire.Problem;
import kith.wire.SeatHash;

/// The core of the relay behind the JSON of docs/protocol.md, without sockets or threads of its
/// own: one request, one answer, and the store has done it when the answer is there.
final class Door {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  /// The longest answer: a page of entries, in base64url.
  private static final int LONGEST = 1 << 24;

  private final RelayLog log;
  private final Clock clock;
  private final Dice dice;
  private final Spelling spelling;

  Door(RelayLog log, Clock clock, Dice dice, Spelling spelling) {
    this.log = log;
    this.clock = clock;
    this.dice = dice;
    this.spelling = spelling;
  }

  /// What is asked, with what its path says.
  private record Call(Network.Request request, List<String> path, String text) {
    byte[] body() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    Optional<BondId> bond() {
      return BondId.read(path.get(3));
    }

    Optional<SeatHash> shown() {
      String capability = request.capability();
      return capability == null
          ? Optional.empty()
          : Capability.read(capability).map(Capability::seatHash);
    }

    long after() {
      return Long.parseLong(request.path().substring(request.path().indexOf('=') + 1));
    }
  }

  private record Written(int status, String text) {
    static Written of(int status, byte[] body) {
      return new Written(status, new String(body, StandardCharsets.UTF_8));
    }
  }

  Network.Reply answer(Network.Request request) {
    Json content = request.body();
    List<String> path = Watch.steps(request.path());
    Written written =
        written(new Call(request, path, content == null ? "" : spelling.asked(content)));
    String text = written.text().isEmpty() ? "null" : written.text();
    Json body = JsonReader.read(text, LONGEST);
    spelling.answers(body, text);
    return new Network.Reply(written.status(), body);
  }

  private Written written(Call call) {
    return switch (call.path().get(2)) {
      case "about" -> Written.of(OK, Answers.about(today(), List.of(), null));
      case "invitations" -> invitation(call);
      case "bonds" ->
          call.path().size() == 4
              ? checked(
                  Bodies.createBond(call.bond().orElseThrow(), offset(), call.body()),
                  request -> done(log.create(request), CREATED, Answers::day))
              : bond(call);
      default -> problem(Problem.NOT_FOUND);
    };
  }

  private int today() {
    return Days.today(clock);
  }

  private int offset() {
    return dice.below(TickTime.DAY);
  }

  private Written bond(Call call) {
    Optional<Seat> shown =
        call.shown().flatMap(hash -> call.bond().map(bond -> new Seat(bond, hash)));
    if (shown.isEmpty()) {
      return problem(Problem.NOT_PERMITTED);
    }
    Seat seat = shown.get();
    return switch (call.request().method() + " " + call.path().get(4)) {
      case "POST entries" ->
          checked(
              Bodies.append(seat, call.body()),
              request -> done(log.append(request), OK, Answers::appended));
      case "GET entries" ->
          done(log.read(new Requests.Read(seat, call.after())), OK, Answers::page);
      case "GET changes" ->
          done(log.changes(new Requests.Changes(seat, call.after())), OK, Answers::changes);
      case "PUT gates" ->
          checked(
              Bodies.deposit(
                  seat, GateId.read(call.path().get(5)).orElseThrow(), today(), call.body()),
              request -> done(log.deposit(request), OK, Answers::day));
      default -> change(call, seat);
    };
  }

  private Written change(Call call, Seat seat) {
    return switch (call.request().method() + " " + call.path().get(4)) {
      case "PUT entries" ->
          checked(
              BondBodies.withdraw(seat, Long.parseLong(call.path().get(5)), today(), call.body()),
              request -> done(log.withdraw(request), OK, Answers::day));
      case "POST keys" ->
          checked(
              BondBodies.rewrap(seat, call.body()),
              request -> done(log.rewrap(request), OK, Answers::rewrapped));
      case "GET votes" -> done(log.counters(seat), OK, Answers::counters);
      case "PUT votes" ->
          checked(
              BondBodies.upload(seat, call.body()),
              request -> done(log.vote(request), OK, Answers::counters));
      case "PUT seat" ->
          checked(
              BondBodies.rotate(seat, call.body()),
              request -> done(log.rotate(request), OK, Answers::day));
      case "POST end" ->
          checked(
              BondBodies.end(seat, today(), call.body()),
              request -> done(log.end(request), OK, Answers::ending));
      default -> problem(Problem.NOT_FOUND);
    };
  }

  private Written invitation(Call call) {
    InvitationId id = InvitationId.read(call.path().get(3)).orElseThrow();
    String step = call.path().size() > 4 ? call.path().get(4) : "";
    return switch (call.request().method() + step) {
      case "GET" -> done(log.invitation(id), OK, Answers::invitation);
      case "PUTaccept" ->
          checked(
              Bodies.accept(id, call.body()),
              request -> done(log.accept(request), OK, Answers::day));
      default ->
          call.shown()
              .map(seat -> invited(call, id, seat, step))
              .orElseGet(() -> problem(Problem.NOT_PERMITTED));
    };
  }

  private Written invited(Call call, InvitationId id, SeatHash seat, String step) {
    return switch (call.request().method() + step) {
      case "PUT" ->
          checked(
              Bodies.offer(id, seat, today(), call.body()),
              request -> done(log.offer(request), CREATED, Answers::day));
      case "PUTconfirm" ->
          checked(
              Bodies.confirm(id, seat, call.body()),
              request -> done(log.confirm(request), OK, Answers::day));
      case "DELETE" ->
          done(log.erase(new Requests.Erase(id, seat)), NO_CONTENT, day -> new byte[0]);
      default -> problem(Problem.NOT_FOUND);
    };
  }

  private static <T> Written checked(Checked<T> checked, Function<T, Written> then) {
    return switch (checked) {
      case Checked.Good<T>(T value) -> then.apply(value);
      case Checked.Bad<T>(String field, String why) ->
          Written.of(Problem.MALFORMED.status(), Answers.malformed(field, why));
    };
  }

  private static <T> Written done(
      CompletableFuture<Outcome<T>> future, int status, Function<T, byte[]> write) {
    return switch (future.join()) {
      case Outcome.Done<T>(T value) -> Written.of(status, write.apply(value));
      case Outcome.Refused<T>(Problem problem) -> problem(problem);
    };
  }

  private static Written problem(Problem problem) {
    return Written.of(problem.status(), Answers.problem(problem));
  }
}
