package kith.core.person;

import java.util.List;
import java.util.Optional;
import kith.core.bond.Held;
import kith.core.bond.Matter;
import kith.core.bond.Seat;
import kith.core.bond.Standing;
import kith.core.bond.Verdict;
import kith.core.deck.Offer;

/// A bond as one person sees it at one moment: the shared state and their own private state, and
/// nothing else. What the other has sealed, and who drew or swapped, is in no field of it.
///
/// @param table the card drawn, and what was opened and not yet settled, in the order of drawing
/// @param story what has settled, or the page of it that was asked for, in the order of settling
/// @param earlier how many exchanges settled before those shown
/// @param offers up to three prompts to draw from
/// @param map 8 topics x 4 rings, topic by topic, outermost ring first
/// @param setAside how many events and entries changed nothing
public record View(
    Seat seat,
    List<Card> table,
    List<Card> story,
    int earlier,
    List<Offer> offers,
    May may,
    List<Cell> map,
    List<Wedge> topics,
    Together together,
    Own own,
    long setAside) {

  public View {
    table = List.copyOf(table);
    story = List.copyOf(story);
    offers = List.copyOf(offers);
    map = List.copyOf(map);
    topics = List.copyOf(topics);
  }

  /// Whether a card may be drawn now.
  public Verdict draw() {
    return may.draw();
  }

  /// What I may do now, whatever it is about.
  public record May(
      Verdict draw,
      Verdict offer,
      Verdict ask,
      Verdict rest,
      Verdict resume,
      Verdict evening,
      Verdict endEvening,
      Verdict mended,
      Verdict end) {}

  /// How the two stand, as both know it.
  ///
  /// @param outdated whether this software is too old to follow and must be renewed
  public record Together(
      Standing standing,
      boolean evening,
      boolean light,
      List<Repairing> repairs,
      Optional<Boolean> noteIsMine,
      boolean outdated) {}

  /// What only I know.
  ///
  /// @param questions due now
  /// @param yes my yeses that stand, to be brought to their gates
  /// @param lighter whether I am offered something lighter for a while
  /// @param help whether to show where to find help
  /// @param drawer what I keep safe, and whether it may be shared by now
  /// @param held what arrived too deep; its words only once its ring is open
  public record Own(
      List<Question> questions,
      List<Matter> yes,
      boolean lighter,
      boolean help,
      List<Drawer> drawer,
      List<Aside> held) {}

  /// Something I keep safe.
  public record Drawer(Mine.Kept kept, Verdict share, Verdict firstStep) {}

  /// Something that arrived too deep.
  public record Aside(Held held, boolean openable) {}
}
