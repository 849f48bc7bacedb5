package kith.core.person;

import kith.core.bond.Bond;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
import kith.core.bond.Reason;
import kith.core.bond.Rules;
import kith.core.bond.Seat;
import kith.core.bond.Verdict;

/// Whether one person may respond: what the rules say, and, since only their own device can know
/// it, whether there is anything to hear.
record Hearing(Bond bond, Rules rules, Seat seat) {
  Verdict respond(ExchangeId exchange) {
    Verdict verdict = rules.respond(seat, exchange);
    return verdict instanceof Verdict.Allowed && !readable(exchange)
        ? new Verdict.Refused(Reason.ANSWER_UNREADABLE)
        : verdict;
  }

  private boolean readable(ExchangeId exchange) {
    return bond.exchange(exchange).orElse(new Exchange.Gone(exchange))
            instanceof Exchange.Heard heard
        && heard.answers().of(seat.other()).words().isPresent();
  }
}
