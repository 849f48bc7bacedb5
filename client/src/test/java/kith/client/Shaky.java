package kith.client;

import java.io.Serial;
import java.util.random.RandomGenerator;

/// One device's way to the relay, which fails by a seed: a request that is lost on its way, an
/// answer that is lost on its way back, a device that dies in the middle.
final class Shaky implements Network {

  /// The device has died: nothing after this request was done.
  static final class Died extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  private final Network inner;
  private final RandomGenerator random;

  /// One request of so many fails; none at 0.
  int oneOf;

  Shaky(Network inner, RandomGenerator random) {
    this.inner = inner;
    this.random = random;
  }

  @Override
  public Reply send(Request request) throws Unreachable {
    int fate = oneOf == 0 ? FATES : random.nextInt(oneOf * FATES);
    if (fate == 0) {
      throw new Unreachable("the request was lost");
    }
    Reply reply = inner.send(request);
    if (fate == 1) {
      throw new Unreachable("the answer was lost");
    }
    if (fate == 2) {
      throw new Died();
    }
    return reply;
  }

  private static final int FATES = 3;
}
