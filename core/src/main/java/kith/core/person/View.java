package kith.core.person;

import java.util.List;
import kith.core.bond.Prompt;
import kith.core.bond.Seat;
import kith.core.bond.Verdict;

/// A bond as one person sees it at one moment: the shared state and their own private state, and
/// nothing else. What the other has sealed, and who drew or swapped, is in no field of it.
///
/// @param table the card drawn, and what was opened and not yet settled, in the order of drawing
/// @param story what has settled, in the order of drawing
/// @param offers up to three prompts to draw from
/// @param draw whether a card may be drawn now
/// @param map 8 topics x 4 rings, topic by topic, outermost ring first
/// @param setAside how many events and entries changed nothing
public record View(
    Seat seat,
    List<Card> table,
    List<Card> story,
    List<Prompt> offers,
    Verdict draw,
    List<Cell> map,
    long setAside) {

  public View {
    table = List.copyOf(table);
    story = List.copyOf(story);
    offers = List.copyOf(offers);
    map = List.copyOf(map);
  }
}
