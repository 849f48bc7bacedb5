package kith.relay.json;

import java.util.ArrayList;
import java.util.List;
import kith.relay.log.Requests.End;
import kith.relay.log.Requests.Rewrap;
import kith.relay.log.Requests.Rotate;
import kith.relay.log.Requests.Upload;
import kith.relay.log.Requests.Withdraw;
import kith.relay.log.Seat;
import kith.wire.Box;
import kith.wire.Checked;
import kith.wire.GateId;
import kith.wire.Handle;
import kith.wire.KeyChange;
import kith.wire.Limits;
import kith.wire.SeatHash;
import kith.wire.Vote;
import kith.wire.VoteGate;
import kith.wire.Votes;

/// Requests that change or end what stands in a bond, and votes, out of the bodies of HTTP
/// requests.
public final class BondBodies {
  private BondBodies() {}

  /// `{"tombstone", "on"}`
  public static Checked<Withdraw> withdraw(Seat seat, long seq, int today, byte[] body) {
    return Bodies.read(
        body,
        from -> {
          Box tombstone = from.box("tombstone", Limits.SMALL_BYTES, Limits.SMALL_BYTES);
          return new Withdraw(seat, seq, tombstone, on(from, today));
        });
  }

  private static int on(Reading from, int today) throws Malformed {
    return from.absent("on") ? today : (int) from.whole("on", 0, (long) today + Limits.LATER_DAYS);
  }

  /// `{"keys": [{"seq", "was", "key"}, ...]}`
  public static Checked<Rewrap> rewrap(Seat seat, byte[] body) {
    return Bodies.read(
        body,
        from -> {
          List<KeyChange> keys = new ArrayList<>();
          for (Reading key : from.objects("keys", 1, Limits.KEYS_PER_REQUEST)) {
            long seq = key.whole("seq", 1, Limits.LARGEST_NUMBER);
            Box was = key.box("was", Limits.KEY_BYTES, Limits.KEY_BYTES);
            Box next = key.box("key", Limits.KEY_BYTES, Limits.KEY_BYTES);
            keys.add(new KeyChange(seq, was, next));
          }
          return new Rewrap(seat, keys);
        });
  }

  /// `{"handle", "event", "on"}`
  public static Checked<End> end(Seat seat, int today, byte[] body) {
    return Bodies.read(
        body,
        from -> {
          Handle handle = from.text("handle", Handle::read, Bodies.SIXTEEN);
          Box event = from.box("event", Limits.SMALL_BYTES, Limits.SMALL_BYTES);
          return new End(seat, handle, event, on(from, today));
        });
  }

  /// `{"seat": hash}`
  public static Checked<Rotate> rotate(Seat seat, byte[] body) {
    return Bodies.read(
        body, from -> new Rotate(seat, from.text("seat", SeatHash::read, Bodies.THIRTY_TWO)));
  }

  /// `{"tick", "counters", "gates": [{"gate", "votes": [{"tags", "box"}, ...]}, ...]}`
  public static Checked<Upload> upload(Seat seat, byte[] body) {
    return Bodies.read(
        body,
        from -> {
          int tick = (int) from.whole("tick", 0, Integer.MAX_VALUE - Limits.VOTE_EPOCHS);
          List<Integer> counters =
              from.wholes("counters", Limits.VOTE_EPOCHS, 1, Limits.VOTE_COUNTERS + 1);
          List<VoteGate> gates = new ArrayList<>();
          for (Reading gate : from.objects("gates", Limits.VOTE_GATES, Limits.VOTE_GATES)) {
            GateId id = gate.text("gate", GateId::read, Bodies.SIXTEEN);
            gates.add(new VoteGate(id, votes(gate)));
          }
          return new Upload(seat, tick, counters, Reading.good(Votes.check(gates)));
        });
  }

  private static List<Vote> votes(Reading gate) throws Malformed {
    List<Vote> votes = new ArrayList<>();
    for (Reading vote : gate.objects("votes", Limits.VOTE_EPOCHS, Limits.VOTE_EPOCHS)) {
      Box tags = vote.box("tags", Vote.TAGS_BYTES, Vote.TAGS_BYTES);
      Box box = vote.box("box", Limits.VOTE_BOX_BYTES, Limits.VOTE_BOX_BYTES);
      votes.add(new Vote(tags, box));
    }
    return votes;
  }
}
