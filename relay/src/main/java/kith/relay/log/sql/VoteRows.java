package kith.relay.log.sql;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kith.wire.Box;
import kith.wire.GateId;
import kith.wire.Id;
import kith.wire.Limits;
import kith.wire.Parts;
import kith.wire.Vote;
import kith.wire.VoteGate;
import kith.wire.Votes;

/// The votes of one seat for one epoch as the bytes of one column: for each gate its id, its tags
/// and its box.
final class VoteRows {
  private static final int SLOT = Id.LENGTH + Vote.TAGS_BYTES + Limits.VOTE_BOX_BYTES;

  private VoteRows() {}

  /// What is said at one gate.
  record Slot(GateId gate, Box tags, Box box) {
    /// The tag for a counter of the other seat, from 1.
    byte[] tag(int counter) {
      int at = Math.clamp(counter, 1, Limits.VOTE_COUNTERS) - 1;
      return Arrays.copyOfRange(tags.bytes(), at * Limits.TAG_BYTES, (at + 1) * Limits.TAG_BYTES);
    }

    Parts parts() {
      return new Parts(box, null);
    }
  }

  /// The votes for the epoch at this place, from 0.
  static byte[] write(Votes votes, int at) {
    ByteBuffer bytes = ByteBuffer.allocate(SLOT * votes.gates().size());
    for (VoteGate gate : votes.gates()) {
      Vote vote = gate.votes().get(at);
      bytes.put(gate.gate().bytes()).put(vote.tags().bytes()).put(vote.box().bytes());
    }
    return bytes.array();
  }

  static List<Slot> read(byte[] column) {
    List<Slot> slots = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(column);
    while (bytes.remaining() >= SLOT) {
      byte[] id = take(bytes, Id.LENGTH);
      Box tags = new Box(take(bytes, Vote.TAGS_BYTES));
      Box box = new Box(take(bytes, Limits.VOTE_BOX_BYTES));
      slots.add(new Slot(new GateId(Id.of(id).orElseThrow()), tags, box));
    }
    return slots;
  }

  private static byte[] take(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
