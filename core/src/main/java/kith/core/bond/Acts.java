package kith.core.bond;

import java.util.Optional;
import java.util.OptionalLong;

/// What an event that the rules allow does to the bond.
final class Acts {
  private final Bond bond;

  Acts(Bond bond) {
    this.bond = bond;
  }

  void apply(Seat by, Event event) {
    switch (event) {
      case Event.Drew drew -> draw(by, drew);
      case Event.Offered offered -> offer(by, offered);
      case Event.Asked asked -> lay(asked.exchange(), asked.prompt(), Kind.ASK, Optional.of(by));
      case Event.Swapped swapped -> leave(swapped.exchange());
      case Event.Responded responded -> respond(by, responded);
      case Event.Withdrew withdrew -> withdraw(by, withdrew);
      case Event.SteppedBack back -> stepBack(back.topic(), back.depth());
      case Event.Rested rested -> rest(rested.until());
      case Event.Told told -> tell(by, told);
      case Event.SaidBack said ->
          bond.repair(said.exchange()).ifPresent(one -> bond.mending().put(one.told(said.words())));
      case Event.Owned owned ->
          bond.repair(owned.exchange())
              .ifPresent(one -> bond.mending().put(one.owned(owned.apology())));
      case Event.EveningEnded() -> endEvening();
      case Event.Ended ended -> end(by, ended);
      case Event.NoteWithdrawn() -> {
        if (bond.standing(bond.moment()) instanceof Standing.Over over) {
          bond.stand(new Standing.Over(over.day(), over.by(), Optional.empty()));
        }
      }
      case Event.Speaks speaks -> bond.speaks(by, speaks.version());
      case Event.Since since -> apply(by, since.event());
      case Event.Unknown() -> {}
    }
  }

  private void draw(Seat by, Event.Drew drew) {
    boolean held = drew.held() || drew.prompt().ring().depth() >= Shape.HELD_FROM;
    Optional<Seat> whose = drew.prompt().own() ? Optional.of(by) : Optional.empty();
    Shape shape = new Shape(Kind.SEALED, whose, held);
    bond.lay(new Exchange.Drawn(drew.exchange(), drew.prompt(), bond.moment().day(), shape));
  }

  private void offer(Seat by, Event.Offered offered) {
    offered.returns().ifPresent(step -> bond.returnStep(step, offered.exchange()));
    Topic topic = offered.prompt().topic();
    if (offered.returns().isEmpty() && offered.prompt().ring().depth() > bond.openRing(topic)) {
      bond.step();
    }
    lay(offered.exchange(), offered.prompt(), Kind.FIRST_STEP, Optional.of(by));
  }

  private void lay(ExchangeId exchange, Prompt prompt, Kind kind, Optional<Seat> by) {
    Shape shape = new Shape(kind, by, prompt.ring().depth() >= Shape.HELD_FROM);
    bond.lay(new Exchange.Drawn(exchange, prompt, bond.moment().day(), shape));
  }

  private void leave(ExchangeId exchange) {
    bond.onTable(exchange, bond.moment())
        .ifPresent(waiting -> bond.leave(waiting, bond.moment().day()));
  }

  private void respond(Seat by, Event.Responded responded) {
    if (heard(responded.exchange()) instanceof Exchange.Heard heard) {
      Both<Optional<Response>> responses =
          heard.responses().with(by, Optional.of(responded.response()));
      bond.put(Exchange.heard(heard, heard.answers(), responses));
    }
  }

  private Exchange heard(ExchangeId id) {
    return bond.exchange(id).orElse(new Exchange.Gone(id));
  }

  private void withdraw(Seat by, Event.Withdrew withdrew) {
    if (withdrew.part() == Part.REPAIR) {
      bond.repair(withdrew.exchange()).ifPresent(one -> bond.mending().put(one.without(by)));
      return;
    }
    if (withdrew.part() == Part.PROMPT) {
      bond.aside().letGo(by, withdrew.exchange());
    }
    switch (heard(withdrew.exchange())) {
      case Exchange.Heard heard -> {
        if (Withdrawing.in(by, heard, withdrew.part())) {
          bond.put(without(by, heard, withdrew.part()));
        }
      }
      case Exchange.Waiting waiting -> {
        if (Withdrawing.in(by, waiting)) {
          leave(waiting.id());
        }
      }
      case Exchange.Gone gone -> {}
    }
  }

  private static Exchange.Heard without(Seat by, Exchange.Heard heard, Part part) {
    return switch (part) {
      case ANSWER -> {
        Answer bare = heard.answers().of(by).takenBack();
        yield Exchange.heard(heard, heard.answers().with(by, bare), heard.responses());
      }
      case RESPONSE -> {
        Optional<Response> bare = heard.responses().of(by).map(said -> Response.takenBack());
        yield Exchange.heard(heard, heard.answers(), heard.responses().with(by, bare));
      }
      case PROMPT -> Exchange.without(heard);
      case REPAIR -> heard;
    };
  }

  private void stepBack(Topic topic, int depth) {
    bond.rings().lower(topic, depth, bond.here());
    for (Exchange.Waiting waiting : bond.table().all()) {
      Prompt prompt = waiting.prompt();
      if (prompt.topic() == topic && prompt.ring().depth() > depth) {
        bond.leave(waiting, bond.moment().day());
      }
    }
  }

  private void clearTable() {
    for (Exchange.Waiting waiting : bond.table().all()) {
      bond.leave(waiting, bond.moment().day());
    }
  }

  private void endEvening() {
    bond.endEvening();
    for (Exchange.Waiting waiting : bond.table().all()) {
      if (bond.onTable(waiting.id(), bond.moment()).isEmpty()) {
        bond.leave(waiting, bond.moment().day());
      }
    }
  }

  private void rest(OptionalLong until) {
    clearTable();
    bond.endEvening();
    bond.stand(new Standing.Rests(until));
  }

  private void tell(Seat by, Event.Told told) {
    if (heard(told.exchange()) instanceof Exchange.Heard heard) {
      Topic topic = heard.prompt().topic();
      bond.mending()
          .tell(
              new Repair(
                  told.exchange(),
                  topic,
                  by,
                  told.misstep(),
                  told.words(),
                  Optional.empty(),
                  Optional.empty(),
                  false),
              bond.here());
      int back = Math.min(Ring.OUTERMOST, bond.rings().lasting(topic));
      stepBack(topic, Math.max(back, bond.rings().lasting(topic) - 1));
    }
  }

  private void end(Seat by, Event.Ended ended) {
    clearTable();
    bond.endEvening();
    Optional<String> note =
        Response.blank(ended.note()) ? Optional.empty() : Optional.of(ended.note());
    bond.stand(new Standing.Over(bond.moment().day(), by, note));
    if (ended.takeBack()) {
      takeAllBack(by);
    }
  }

  /// Once in the life of a bond, so that this too costs O(1) amortised.
  private void takeAllBack(Seat by) {
    bond.aside().letGo(by);
    for (ExchangeId id : bond.heard()) {
      for (Part part : Part.values()) {
        Event.Withdrew withdrew = new Event.Withdrew(id, part);
        if (new Withdrawing(bond, bond.moment()).judge(by, withdrew) instanceof Verdict.Allowed) {
          withdraw(by, withdrew);
        }
      }
    }
  }
}
