package kith.core.person;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kith.core.bond.Answer;
import kith.core.bond.Bond;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Prompt;
import kith.core.bond.Reason;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Shape;
import kith.core.bond.Topic;
import kith.core.bond.Verdict;

/// What one's own device holds back before anything leaves it, each with a softer way.
final class Guards {
  private static final long A_MINUTE = 60_000;
  private static final long AN_HOUR = 60 * A_MINUTE;
  private static final int PERCENT = 100;

  private final Bond bond;
  private final Seat seat;
  private final Moment now;
  private final Pace.Guard pace;

  Guards(Bond bond, Seat seat, Moment now) {
    this.bond = bond;
    this.seat = seat;
    this.now = now.orLater(bond.moment());
    this.pace = bond.pace().guard();
  }

  /// *Too soon*: words of ring 3 or 4 wait a little, and a share at ring 4 a day.
  ///
  /// @param since when the words were last changed
  Verdict tooSoon(Ring ring, OptionalLong since) {
    if (ring.depth() < Shape.HELD_FROM) {
      return Verdict.ALLOWED;
    }
    boolean waited = waited(since.orElse(now.milliseconds()), pace.holdMinutes() * A_MINUTE);
    boolean rested = ring.depth() < Ring.INNERMOST || coreRested(bond, now);
    return waited && rested ? Verdict.ALLOWED : new Verdict.Refused(Reason.TOO_SOON);
  }

  /// Whether enough hours have passed since the last share at the core.
  static boolean coreRested(Bond bond, Moment now) {
    long rest = bond.pace().guard().coreRestHours() * AN_HOUR;
    return bond.lastCore()
        .filter(core -> now.milliseconds() - core.milliseconds() < rest)
        .isEmpty();
  }

  private boolean waited(long since, long atLeast) {
    return now.milliseconds() - since >= atLeast;
  }

  /// *Too much*: own words far ahead of the other's. Asked before going first, where it bears.
  Verdict tooMuch(Prompt prompt) {
    return ahead(prompt.topic(), prompt.ring()) || mostlyMine()
        ? new Verdict.Refused(Reason.TOO_MUCH)
        : Verdict.ALLOWED;
  }

  private boolean ahead(Topic topic, Ring ring) {
    if (ring.depth() < Shape.HELD_FROM) {
      return false;
    }
    int ahead = bond.deepTold(topic, seat) - bond.deepTold(topic, seat.other());
    return ahead >= pace.aheadMost();
  }

  private boolean mostlyMine() {
    List<ExchangeId> heard = bond.heard();
    if (heard.size() < pace.shareOver()) {
      return false;
    }
    long own = 0;
    long all = 0;
    for (ExchangeId id : heard.subList(heard.size() - pace.shareOver(), heard.size())) {
      if (told(id) instanceof Exchange.Heard one) {
        own += length(one, seat);
        all += length(one, Seat.ZERO) + length(one, Seat.ONE);
      }
    }
    return own * PERCENT > all * pace.sharePercent();
  }

  private Exchange told(ExchangeId id) {
    return bond.exchange(id).orElse(new Exchange.Gone(id));
  }

  /// What a listener's software sent along is nothing told.
  private static int length(Exchange.Heard heard, Seat of) {
    return Optional.of(heard.answers().of(of))
        .filter(told -> heard.shape().tells(of))
        .flatMap(Answer::words)
        .map(String::length)
        .orElse(0);
  }
}
