package kith.core.promises;

/// One thing that may happen: which, by whom, and two numbers that say more. Numbers and nothing
/// else, so that a history can be shrunk and written down.
record Move(Act act, int by, int a, int b) {
  enum Act {
    DRAW,
    OFFER,
    RETURN,
    ASK,
    SWAP,
    SEAL,
    UNSEAL,
    RESPOND,
    WITHDRAW,
    STEP_BACK,
    REST,
    TELL,
    SAY_BACK,
    OWN,
    END,
    END_EVENING,
    VOTE,
    UNVOTE,
    TICK,
    MEET,
    LONE_YES,
    UNREADABLE,
    FORGED_OPENING,
    SKEW,
    HOURS,
    DELIVER
  }

  /// Whether only the devices of who does it know of it.
  boolean isPrivate() {
    return switch (act) {
      case SEAL, UNSEAL, VOTE, UNVOTE -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return act + ":" + by + ":" + a + ":" + b;
  }
}
