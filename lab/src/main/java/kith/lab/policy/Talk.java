package kith.lab.policy;

import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Invitation;
import kith.lab.dyad.Manner;
import kith.lab.dyad.Parameter;
import kith.lab.dyad.Settings;
import kith.lab.dyad.Tells;

/// Talk and tasks: what comes next when two sit together.
public enum Talk {
  /// As each likes.
  FREE,
  /// Light prompts.
  SMALL,
  /// Prompts that go deeper step by step, both answer each (Aron 1997).
  ESCALATING,
  /// The same prompts: one answers them all, then the other (Sprecher 2013).
  SWAP;

  private static final int[] LIGHT_TOPICS = {0, 1, 3};
  private static final int TOPICS = 8;
  private static final double HALF = 0.5;
  private static final double FIRST = 0.2;

  /// The deepest domain of rated questions is at .60 (SCIENCE 1.2); Aron's last set a little more.
  private static final double LAST = 0.65;

  /// Exchange `which` of `of`.
  public Invitation next(Dyad dyad, Manner talk, Settings settings, Step step) {
    Dice dice = step.dice();
    Manner prompted = talk.prompted(settings.of(Parameter.ADHERENCE));
    double depth = FIRST + (LAST - FIRST) * step.progress();
    return switch (this) {
      case FREE -> dyad.freely(talk);
      case SMALL ->
          new Invitation(
              LIGHT_TOPICS[dice.below(LIGHT_TOPICS.length)],
              settings.of(Parameter.LIGHT_DEPTH),
              Tells.BOTH,
              prompted);
      case ESCALATING -> new Invitation(dice.below(TOPICS), depth, Tells.BOTH, prompted);
      case SWAP -> swap(step, prompted);
    };
  }

  private static Invitation swap(Step step, Manner prompted) {
    boolean first = step.progress() < HALF;
    double half = first ? 2 * step.progress() : 2 * step.progress() - 1;
    double depth = FIRST + (LAST - FIRST) * half;
    return new Invitation(
        step.dice().below(TOPICS), depth, first ? Tells.ZERO : Tells.ONE, prompted);
  }

  /// Where in a series of exchanges one is.
  ///
  /// @param which 0 for the first
  /// @param of how many in all
  public record Step(int which, int of, Dice dice) {
    double progress() {
      return (double) which / of;
    }
  }
}
