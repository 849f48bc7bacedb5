package kith.wire;

import java.util.List;

/// Everything that one seat says at its vote gates, always of the same shape: whatever one wants,
/// and whether or not one wants anything.
public record Votes(List<VoteGate> gates) {
  /// Keeps its own copy.
  public Votes {
    gates = List.copyOf(gates);
  }

  /// Checks the shape: so many gates, none twice, so many votes in each.
  public static Checked<Votes> check(List<VoteGate> gates) {
    if (gates.size() != Limits.VOTE_GATES) {
      return new Checked.Bad<>("gates", "must be exactly %d".formatted(Limits.VOTE_GATES));
    }
    if (gates.stream().map(VoteGate::gate).distinct().count() != Limits.VOTE_GATES) {
      return new Checked.Bad<>("gates", "must not name a gate twice");
    }
    if (gates.stream().anyMatch(gate -> gate.votes().size() != Limits.VOTE_EPOCHS)) {
      return new Checked.Bad<>("votes", "must be exactly %d".formatted(Limits.VOTE_EPOCHS));
    }
    return new Checked.Good<>(new Votes(gates));
  }
}
