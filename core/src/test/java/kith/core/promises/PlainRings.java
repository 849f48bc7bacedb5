package kith.core.promises;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.core.bond.Pace;
import kith.core.bond.Topic;

/// How deep each topic is open, in the plain rules: from lists of what settled and what changed.
final class PlainRings {
  private record Settled(Topic topic, int ring, long day) {}

  private record Opened(int ring, long day) {}

  private record Change(Topic topic, int ring, long day, int settledBefore, boolean up) {}

  private record Mend(Topic topic, long day, int settledBefore) {}

  private final Pace pace;
  private final List<Settled> settled = new ArrayList<>();
  private final List<Opened> opened = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Change> forget = new ArrayList<>();
  private final List<Mend> mends = new ArrayList<>();
  private final Map<Topic, Integer> tonight = new HashMap<>();

  PlainRings(Pace pace) {
    this.pace = pace;
  }

  void open(int ring, long day) {
    opened.add(new Opened(ring, day));
  }

  long openedOn(long day, int least) {
    return opened.stream().filter(one -> one.ring() >= least && one.day() == day).count();
  }

  void settle(Topic topic, int ring, long day) {
    settled.add(new Settled(topic, ring, day));
  }

  int settled() {
    return settled.size();
  }

  void raise(Topic topic, int ring, long day) {
    Change change = new Change(topic, ring, day, settled.size(), true);
    changes.add(change);
    forget.add(change);
  }

  void raiseTonight(Topic topic, int ring) {
    tonight.put(topic, ring);
  }

  void endEvening() {
    tonight.clear();
  }

  void lower(Topic topic, int depth, long day) {
    int to = Math.min(depth, lasting(topic));
    if (to < lasting(topic)) {
      changes.add(new Change(topic, to, day, settled.size(), false));
    }
    forget.add(new Change(topic, depth, day, settled.size(), false));
    tonight.computeIfPresent(topic, (same, ring) -> Math.min(ring, depth));
  }

  void mend(Topic topic, long day) {
    mends.add(new Mend(topic, day, settled.size()));
  }

  boolean mayDeepen(Topic topic, int ring, long day) {
    return ring == lasting(topic) + 1
        && ring <= 4
        && enough(topic, ring, day)
        && rested(topic, ring, day);
  }

  int lasting(Topic topic) {
    int ring = topic == Topic.LOVE ? 0 : 1;
    for (Change change : changes) {
      ring = change.topic() == topic ? change.ring() : ring;
    }
    return ring;
  }

  int ring(Topic topic) {
    return Math.max(lasting(topic), tonight.getOrDefault(topic, 0));
  }

  boolean frozen(Topic topic, long day) {
    Optional<Mend> last = mends.stream().filter(mend -> mend.topic() == topic).reduce((a, b) -> b);
    return last.isPresent()
        && (day < last.get().day() + pace.deeper().frozenDays()
            || settled.size() < last.get().settledBefore() + pace.deeper().frozenSettled());
  }

  private List<Settled> since(Topic topic, int ring) {
    int from = 0;
    for (Change change : forget) {
      from = change.topic() == topic && change.ring() <= ring ? change.settledBefore() : from;
    }
    return settled.subList(from, settled.size()).stream()
        .filter(one -> one.topic() == topic && one.ring() == ring)
        .toList();
  }

  boolean enough(Topic topic, int ring, long day) {
    if (frozen(topic, day)) {
      return false;
    }
    int since = 0;
    for (Change change : changes) {
      since = change.up() && change.ring() == ring ? change.settledBefore() : since;
    }
    boolean many =
        ring == 1
            || (since(topic, ring - 1).size() >= pace.deeper().settledHere()
                && settled.size() - since >= pace.deeper().settledOverall());
    return many
        && (ring != 3 || topics(2) >= pace.deeper().broadForClose())
        && (ring != 4
            || (topics(2) >= pace.deeper().broadForCore()
                && topics(3) >= pace.deeper().closeForCore()));
  }

  private long topics(int ring) {
    return Arrays.stream(Topic.values()).filter(topic -> lasting(topic) >= ring).count();
  }

  private boolean rested(Topic topic, int ring, long day) {
    if (ring == 3) {
      return since(topic, 2).stream().map(Settled::day).distinct().count()
          >= pace.deeper().daysForClose();
    }
    if (ring == 4) {
      long since =
          changes.stream()
              .filter(one -> one.topic() == topic)
              .reduce((a, b) -> b)
              .orElseThrow()
              .day();
      return day >= since + pace.deeper().daysForCore() && openedOn(day, 4) == 0;
    }
    return true;
  }
}
