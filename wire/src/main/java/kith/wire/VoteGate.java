package kith.wire;

import java.util.List;

/// A vote gate with one vote for each of the [Limits#VOTE_EPOCHS] tick epochs that begin with the
/// present one.
public record VoteGate(GateId gate, List<Vote> votes) {
  /// Keeps its own copy.
  public VoteGate {
    votes = List.copyOf(votes);
  }
}
