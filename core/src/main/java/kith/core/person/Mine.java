package kith.core.person;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import kith.core.bond.ExchangeId;
import kith.core.bond.Matter;
import kith.core.bond.Ring;
import kith.core.bond.Topic;

/// What only my own devices know. It never travels in an entry and changes nothing that is shared.
///
/// @param sealed the exchanges for which my sealed answer lies ready
/// @param votes what I have said yes to, and when
/// @param notes how what I told has landed
/// @param checks how I felt, day by day, the latest last
/// @param safety whether I could say no without fear, the latest last
/// @param drawer what I keep safe
/// @param marks exchanges that went amiss for me, untold
/// @param unwished prompts not with this person, by deck and id
/// @param thrown what arrived too deep and I threw away
/// @param last how many settled exchanges to show; nothing: all
/// @param before only those of the first so many that settled, to page back: `earlier` of the view
///     before; nothing: all
public record Mine(
    Set<ExchangeId> sealed,
    List<Vote> votes,
    List<Note> notes,
    List<Check> checks,
    List<Safety> safety,
    List<Kept> drawer,
    Set<ExchangeId> marks,
    Set<String> unwished,
    Set<ExchangeId> thrown,
    OptionalInt last,
    OptionalInt before) {
  /// Nothing yet.
  public static final Mine NOTHING = sealing(Set.of());

  public Mine {
    sealed = Set.copyOf(sealed);
    votes = List.copyOf(votes);
    notes = List.copyOf(notes);
    checks = List.copyOf(checks);
    safety = List.copyOf(safety);
    drawer = List.copyOf(drawer);
    marks = Set.copyOf(marks);
    unwished = Set.copyOf(unwished);
    thrown = Set.copyOf(thrown);
  }

  /// The same from the latest that settled backwards.
  public Mine(
      Set<ExchangeId> sealed,
      List<Vote> votes,
      List<Note> notes,
      List<Check> checks,
      List<Safety> safety,
      List<Kept> drawer,
      Set<ExchangeId> marks,
      Set<String> unwished,
      Set<ExchangeId> thrown,
      OptionalInt last) {
    this(
        sealed,
        votes,
        notes,
        checks,
        safety,
        drawer,
        marks,
        unwished,
        thrown,
        last,
        OptionalInt.empty());
  }

  /// Sealed answers and nothing else.
  public static Mine sealing(Set<ExchangeId> sealed) {
    return new Mine(
        sealed,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        OptionalInt.empty());
  }

  /// A yes. It fades, and it is void once somebody has stepped back, rested or told a misstep about
  /// the same matter since.
  ///
  /// @param day on which it was given
  /// @param after the number of the last entry that this device had taken by then; if it is not
  ///     known, a yes of the same day is taken for the later
  public record Vote(Matter matter, long day, OptionalLong after) {
    /// A yes of which only the day is known.
    public Vote(Matter matter, long day) {
      this(matter, day, OptionalLong.empty());
    }
  }

  /// How it landed, each 1 to 7, each may be skipped.
  public record Note(
      ExchangeId exchange,
      OptionalInt understood,
      OptionalInt accepted,
      OptionalInt cared,
      OptionalInt brushed) {}

  /// Comfortable, and free to say no, each 1 to 7.
  public record Check(long day, int comfort, int free) {}

  /// Could you say no to them without fear?
  public record Safety(long day, boolean free) {}

  /// Something written and not said. Its words need not come here.
  public record Kept(String id, Topic topic, Ring ring) {}
}
