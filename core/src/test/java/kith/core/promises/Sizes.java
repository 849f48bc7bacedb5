package kith.core.promises;

import kith.core.bond.Seat;
import kith.core.person.View;

/// How large a view may be.
final class Sizes {
  /// The map, the topics and what may be done: about 6,000 characters, whatever the history.
  private static final int FRAME = 9_000;

  /// A card, a repair, a question or what is held, without the few words that tests write.
  private static final int EACH = 1_500;

  private Sizes() {}

  /// Property 7, of one view: a frame, and so much for each thing shown, whatever came before.
  static void boundedByWhatIsShown(World world, Seat seat) {
    View view = world.view(seat);
    int shown =
        view.table().size()
            + view.story().size()
            + view.together().repairs().size()
            + view.own().held().size()
            + view.own().questions().size()
            + view.own().drawer().size()
            + view.own().yes().size();
    int size = world.shown(seat).length();
    if (size > FRAME + EACH * shown) {
      throw new AssertionError("a view of " + shown + " things has " + size + " characters");
    }
  }
}
