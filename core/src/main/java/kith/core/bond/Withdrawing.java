package kith.core.bond;

import java.util.Optional;

/// Whether there is something of one's own to take back. Nothing else stands against it: not a
/// rest, not an end.
final class Withdrawing {
  private final Bond bond;

  private final Moment now;

  Withdrawing(Bond bond, Moment now) {
    this.bond = bond;
    this.now = now;
  }

  Verdict judge(Seat by, Event.Withdrew withdrew) {
    boolean there =
        withdrew.part() == Part.REPAIR
            ? inRepair(by, bond.repair(withdrew.exchange()))
            : switch (bond.exchange(withdrew.exchange())
                .orElse(new Exchange.Gone(withdrew.exchange()))) {
              case Exchange.Heard heard -> in(by, heard, withdrew.part());
              case Exchange.Waiting waiting ->
                  withdrew.part() == Part.PROMPT
                      && in(by, waiting)
                      && bond.onTable(waiting.id(), now).isPresent();
              case Exchange.Gone gone -> false;
            };
    // What was too deep lies unopened with the other: that too can be taken back.
    boolean aside = withdrew.part() == Part.PROMPT && bond.aside().holds(by, withdrew.exchange());
    return there || aside ? Verdict.ALLOWED : new Verdict.Refused(Reason.NOTHING_THERE);
  }

  private static boolean inRepair(Seat by, Optional<Repair> repair) {
    return repair
        .filter(
            one ->
                one.hurt() == by
                    ? !one.words().isEmpty()
                    : one.saidBack().filter(said -> !said.isEmpty()).isPresent()
                        || one.apology()
                            .filter(said -> !said.equals(Apology.TAKEN_BACK))
                            .isPresent())
        .isPresent();
  }

  static boolean in(Seat by, Exchange.Waiting waiting) {
    return written(by, waiting.shape(), waiting.prompt());
  }

  static boolean in(Seat by, Exchange.Heard heard, Part part) {
    return switch (part) {
      case ANSWER -> heard.shape().tells(by) && !heard.answers().of(by).withdrawn();
      case RESPONSE -> heard.responses().of(by).filter(said -> !said.withdrawn()).isPresent();
      case PROMPT -> written(by, heard.shape(), heard.prompt());
      case REPAIR -> false;
    };
  }

  private static boolean written(Seat by, Shape shape, Prompt prompt) {
    return prompt.own() && !prompt.text().isEmpty() && shape.by().filter(by::equals).isPresent();
  }
}
