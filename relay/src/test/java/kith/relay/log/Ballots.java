package kith.relay.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kith.wire.Box;
import kith.wire.Limits;
import kith.wire.Vote;
import kith.wire.VoteGate;
import kith.wire.Votes;

/// Uploads of votes as two devices would make them, with hashes in place of keys: a yes is a hash
/// that both can compute, anything else is a number drawn anew.
public final class Ballots {
  /// The first gate's number.
  public static final int GATES = 500;

  private static final AtomicLong FRESH = new AtomicLong();

  private Ballots() {}

  /// With yes at these gates of the twelve (from 0).
  public static Requests.Upload upload(Seat seat, Counters now, Set<Integer> yes) {
    int number = seat.hash().equals(Sample.hash(20)) ? 1 : 0;
    List<VoteGate> gates = new ArrayList<>();
    for (int gate = 0; gate < Limits.VOTE_GATES; gate++) {
      List<Vote> votes = new ArrayList<>();
      for (int i = 0; i < Limits.VOTE_EPOCHS; i++) {
        int epoch = now.tick() + i;
        Box tags = tags(new Place(number, gate, epoch, now.next().get(i)), yes.contains(gate));
        votes.add(new Vote(tags, box(number, gate, epoch)));
      }
      gates.add(new VoteGate(Sample.gate(GATES + gate), votes));
    }
    return new Requests.Upload(seat, now.tick(), now.next(), new Votes(gates));
  }

  private record Place(int seat, int gate, int epoch, int counter) {}

  private static Box tags(Place place, boolean yes) {
    byte[] tags = new byte[Vote.TAGS_BYTES];
    for (int other = 1; other <= Limits.VOTE_COUNTERS; other++) {
      int first = place.seat() == 0 ? place.counter() : other;
      int second = place.seat() == 0 ? other : place.counter();
      String shared = "yes %d %d %d %d".formatted(place.gate(), place.epoch(), first, second);
      byte[] tag = hash(yes ? shared : "fresh " + FRESH.incrementAndGet());
      System.arraycopy(tag, 0, tags, (other - 1) * Limits.TAG_BYTES, Limits.TAG_BYTES);
    }
    return new Box(tags);
  }

  /// The box of a seat at a gate in an epoch.
  public static Box box(int seat, int gate, int epoch) {
    return Sample.box(Limits.VOTE_BOX_BYTES, seat + 2L * gate + 100L * epoch);
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static List<Integer> lengths(Requests.Upload upload) {
    return upload.votes().gates().stream()
        .flatMap(gate -> gate.votes().stream())
        .map(vote -> vote.tags().length() * 10_000 + vote.box().length())
        .toList();
  }
}
