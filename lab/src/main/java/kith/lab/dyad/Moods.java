package kith.lab.dyad;

import static kith.lab.dyad.Parameter.*;

import kith.lab.dice.Dice;

/// Two people's moods in a talk, in steps of ten seconds: each keeps some of their own and takes
/// some of the other's (Gottman & Murray's coupled maps, in the linear range that 80 couples
/// showed). Over a whole exchange little stays but that moods are shared, which is how `Dyad` has
/// it.
public final class Moods {
  private static final double RESIDUAL = 0.56;
  private static final double MOST_INERTIA = 0.95;

  /// Nobody takes over more than they let go of; so every couple settles, as all 80 did.
  private static final double MOST_OF_THE_REST = 0.95;

  private final double[] inertia = new double[2];
  private final double[] influence = new double[2];
  private final double[] mood = new double[2];
  private final Dice dice;

  /// Two people in their usual mood.
  public Moods(Settings settings, Dice dice) {
    this.dice = dice;
    for (int i = 0; i < 2; i++) {
      double drawn = settings.of(INERTIA_MEAN) + settings.of(INERTIA_SPREAD) * dice.normal();
      inertia[i] = Bounds.within(0, drawn, MOST_INERTIA);
      double room = MOST_OF_THE_REST * (1 - inertia[i]);
      double moved = settings.of(INFLUENCE_MEAN) + settings.of(INFLUENCE_SPREAD) * dice.normal();
      influence[i] = Bounds.within(-room, moved, room);
    }
  }

  /// Ten seconds on.
  public void step() {
    double zero = inertia[0] * mood[0] + influence[0] * mood[1] + RESIDUAL * dice.normal();
    double one = inertia[1] * mood[1] + influence[1] * mood[0] + RESIDUAL * dice.normal();
    mood[0] = zero;
    mood[1] = one;
  }

  /// The mood of person `number`.
  public double mood(int number) {
    return mood[number];
  }

  /// Whether a disturbance dies away: both eigenvalues of the map lie within the unit circle.
  public boolean stable() {
    double trace = inertia[0] + inertia[1];
    double determinant = inertia[0] * inertia[1] - influence[0] * influence[1];
    return Math.abs(trace) < 1 + determinant && determinant < 1;
  }
}
