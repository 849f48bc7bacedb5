package kith.relay.log.races;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether a history can be put in one order that explains it: no act before another that had been
/// answered when it began, and each answer the one that [Sequential] gives (linearizability; the
/// search of Wing and Gong, 1993, with the states that led nowhere remembered, as Lowe, 2017).
final class Order {
  private final List<Call> calls;
  private final Set<Tried> tried = new HashSet<>();

  private Order(List<Call> calls) {
    this.calls = calls;
  }

  /// An act, when it began and was answered (by one count for all), and the answer.
  record Call(Sequential.Act act, long began, long answered, String answer) {}

  private record Tried(long done, Sequential state) {}

  static boolean explains(List<Call> calls) {
    if (calls.size() >= Long.SIZE) {
      throw new IllegalArgumentException("a history of at most 63 acts, not " + calls.size());
    }
    return new Order(calls).search(0, Sequential.begin());
  }

  private boolean search(long done, Sequential state) {
    if (done == (1L << calls.size()) - 1) {
      return true;
    }
    if (!tried.add(new Tried(done, state))) {
      return false;
    }
    long firstAnswer = firstAnswer(done);
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      if ((done & 1L << i) == 0 && call.began() < firstAnswer) {
        Sequential.Step step = state.after(call.act());
        if (step.answer().equals(call.answer()) && search(done | 1L << i, step.state())) {
          return true;
        }
      }
    }
    return false;
  }

  /// The earliest answer among what is left: whatever began after it cannot come next.
  private long firstAnswer(long done) {
    long first = Long.MAX_VALUE;
    for (int i = 0; i < calls.size(); i++) {
      if ((done & 1L << i) == 0) {
        first = Math.min(first, calls.get(i).answered());
      }
    }
    return first;
  }
}
