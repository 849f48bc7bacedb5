package kith.core.bond;

/// When a topic may go one ring deeper, as far as both can know: judged by the fold before any
/// double yes counts.
final class Deepening {
  private final Bond bond;
  private final Rings rings;
  private final Pace.Deeper pace;
  private final long day;

  Deepening(Bond bond, long day) {
    this.bond = bond;
    this.rings = bond.rings();
    this.pace = bond.pace().deeper();
    this.day = day;
  }

  /// May `topic` open to `ring`, for good?
  Verdict lasting(Topic topic, int ring) {
    if (ring != rings.lasting(topic) + 1) {
      return refused(ring > Ring.INNERMOST ? Reason.INNERMOST : Reason.NOT_NEXT_RING);
    }
    if (counted(topic, ring) instanceof Verdict.Refused refused) {
      return refused;
    }
    return rested(topic, ring) ? Verdict.ALLOWED : refused(Reason.TOO_SOON);
  }

  /// May `topic` open to `ring` for this evening? Time is waived, the innermost ring is not.
  Verdict tonight(Topic topic, int ring) {
    if (ring >= Ring.INNERMOST) {
      return refused(Reason.INNERMOST);
    }
    return ring == rings.withTonight(topic) + 1
        ? counted(topic, ring)
        : refused(Reason.NOT_NEXT_RING);
  }

  private Verdict counted(Topic topic, int ring) {
    if (bond.repairOpen() || rings.frozen(topic, day, pace)) {
      return refused(Reason.REPAIR_OPEN);
    }
    if (ring == Ring.OUTERMOST) {
      return Verdict.ALLOWED;
    }
    if (rings.settledAt(topic, ring - 1) < pace.settledHere()
        || rings.settledSinceOpening(ring) < pace.settledOverall()) {
      return refused(Reason.TOO_FEW_SETTLED);
    }
    return broad(ring) ? Verdict.ALLOWED : refused(Reason.TOO_NARROW);
  }

  private boolean broad(int ring) {
    return switch (ring) {
      case 3 -> rings.topicsAt(2) >= pace.broadForClose();
      case 4 ->
          rings.topicsAt(2) >= pace.broadForCore() && rings.topicsAt(3) >= pace.closeForCore();
      default -> true;
    };
  }

  private boolean rested(Topic topic, int ring) {
    return switch (ring) {
      case 3 -> rings.daysAt(topic, 2) >= pace.daysForClose();
      case 4 -> day - rings.since(topic) >= pace.daysForCore() && bond.deep().lastCoreDay() != day;
      default -> true;
    };
  }

  private static Verdict refused(Reason reason) {
    return new Verdict.Refused(reason);
  }
}
