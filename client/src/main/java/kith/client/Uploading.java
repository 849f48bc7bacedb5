package kith.client;

import java.util.List;
import kith.core.json.Json;
import kith.core.json.MalformedText;

/// Uploads the votes of one bond, in one shape whatever its owner wants.
final class Uploading {

  /// Another device of this person may upload at the same time; then the counters are asked anew.
  private static final int MOST_ATTEMPTS = 4;

  private final Relay relay;
  private final Surroundings world;

  Uploading(Relay relay, Surroundings world) {
    this.relay = relay;
    this.world = world;
  }

  /// The record after an upload; each step is kept before the next.
  Kept uploaded(Kept start, Kept view, Syncing.Keeping keep) throws Unreachable, Problem {
    Kept record = start;
    List<Json> yes = Voting.yes(view);
    try {
      for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        Kept counters = relay.counters(record);
        if (Voting.isHeldBack(record, counters, yes)) {
          return record;
        }
        Kept upload = new Voting(world).upload(record, view, counters);
        Kept attempted = Voting.attempted(record, yes);
        record = attempted.equals(record) ? record : keep.keep(attempted);
        if (isTaken(record, upload)) {
          long tick = counters.number("tick");
          Kept uploaded = Voting.due(record, tick).with("yes", yes);
          Kept known = Voting.acknowledged(record, counters);
          return keep.keep(known.with("tick", tick).with("uploaded", uploaded));
        }
      }
      return record;
    } catch (Problem no) {
      if (no.name().equals("bond-ended")) {
        return record;
      }
      throw no;
    } catch (MalformedText odd) {
      throw new Unreachable("the answer is not the relay's", odd);
    }
  }

  /// False when another device of mine was first, or the tick has just passed: then it is asked
  /// anew.
  private boolean isTaken(Kept record, Kept upload) throws Unreachable, Problem {
    try {
      relay.vote(record, upload);
      return true;
    } catch (Problem no) {
      if (no.name().equals("votes-moved")) {
        return false;
      }
      throw no;
    }
  }
}
