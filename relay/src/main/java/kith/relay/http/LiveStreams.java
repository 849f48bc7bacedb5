package kith.relay.http;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kith.relay.json.Bodies;
import kith.relay.log.Outcome;
import kith.relay.log.RelayLog;
import kith.relay.log.Seat;
import kith.relay.log.Watcher;
import kith.wire.BondId;
import kith.wire.Limits;
import kith.wire.Problem;

/// All open streams, by bond (to find whom to tell) and by seat (to bound them). When a seat opens
/// one too many, its own oldest ends: most likely a device that went away unnoticed.
final class LiveStreams implements Watcher {
  private final RelayLog log;
  private final Map<BondId, Set<LiveStream>> byBond = new ConcurrentHashMap<>();
  private final Map<Seat, Deque<LiveStream>> bySeat = new HashMap<>();
  private final Set<LiveStream> all = new HashSet<>();

  LiveStreams(RelayLog log) {
    this.log = log;
  }

  /// Answers POST /v1/live.
  void open(Call call) {
    call.checked(
        Bodies.live(call.body()),
        seats ->
            Reply.later(
                call.context(),
                call.response(),
                log.positions(seats),
                positions -> admit(call, seats)));
  }

  /// The seats are real. Listening begins before the positions are read for good, so that nothing
  /// falls between.
  private void admit(Call call, List<Seat> seats) {
    if (call.response().closed()) {
      return;
    }
    LiveStream stream = new LiveStream(call, seats);
    if (!add(stream)) {
      Reply.problem(call.response(), Problem.TOO_MANY);
      return;
    }
    call.response().closeHandler(_ -> remove(stream));
    call.response().endHandler(_ -> remove(stream));
    call.response().exceptionHandler(_ -> remove(stream));
    Reply.later(call.context(), call.response(), log.positions(seats), stream::start);
  }

  private boolean add(LiveStream stream) {
    synchronized (all) {
      if (all.size() >= Limits.STREAMS_PER_RELAY) {
        return false;
      }
      all.add(stream);
      stream.seats().forEach(seat -> addTo(seat, stream));
      return true;
    }
  }

  private void addTo(Seat seat, LiveStream stream) {
    byBond.computeIfAbsent(seat.bond(), bond -> ConcurrentHashMap.newKeySet()).add(stream);
    Deque<LiveStream> mine = bySeat.computeIfAbsent(seat, key -> new ArrayDeque<>());
    mine.addLast(stream);
    if (mine.size() > Limits.STREAMS_PER_SEAT) {
      LiveStream oldest = mine.getFirst();
      remove(oldest);
      oldest.end();
    }
  }

  private void remove(LiveStream stream) {
    synchronized (all) {
      if (!all.remove(stream)) {
        return;
      }
      for (Seat seat : stream.seats()) {
        drop(byBond, seat.bond(), stream);
        drop(bySeat, seat, stream);
      }
    }
  }

  private static <K, C extends Collection<LiveStream>> void drop(
      Map<K, C> map, K key, LiveStream stream) {
    C streams = map.get(key);
    if (streams != null) {
      streams.remove(stream);
      if (streams.isEmpty()) {
        map.remove(key);
      }
    }
  }

  /// A bond has something new: tells those who follow it.
  @Override
  public void changed(BondId bond, long seq) {
    Set<LiveStream> streams = byBond.get(bond);
    if (streams != null) {
      streams.forEach(stream -> stream.nudge(bond, seq));
    }
  }

  /// Word may have been missed: every stream is told where its bonds stand.
  @Override
  public void missed() {
    snapshot().forEach(this::tellAll);
  }

  private void tellAll(LiveStream stream) {
    var _ =
        log.positions(stream.seats())
            .thenAccept(
                outcome -> {
                  if (outcome instanceof Outcome.Done<List<Long>>(List<Long> positions)) {
                    for (int i = 0; i < positions.size(); i++) {
                      stream.nudge(stream.seats().get(i).bond(), positions.get(i));
                    }
                  }
                });
  }

  /// A capability of the bond is dead: streams that were opened with one that no longer opens end.
  @Override
  public void rotated(BondId bond) {
    for (LiveStream stream : byBond.getOrDefault(bond, Set.of())) {
      var _ = log.positions(stream.seats()).thenAccept(outcome -> endIfRefused(stream, outcome));
    }
  }

  private void endIfRefused(LiveStream stream, Outcome<List<Long>> outcome) {
    if (outcome instanceof Outcome.Refused<List<Long>>) {
      remove(stream);
      stream.end();
    }
  }

  /// Every stream says that it lives.
  void keepAlive() {
    snapshot().forEach(LiveStream::keepAlive);
  }

  /// Ends all streams.
  void endAll() {
    snapshot().forEach(LiveStream::end);
  }

  int count() {
    synchronized (all) {
      return all.size();
    }
  }

  private List<LiveStream> snapshot() {
    synchronized (all) {
      return List.copyOf(all);
    }
  }
}
