package kith.core.bond;

/// The numbers of the model, in one place, each with its source and the strength of its evidence: A
/// meta-analysis or replicated experiments, B one good experiment or several diaries, C
/// correlational, D theory or clinical lore, H our own. None is validated by research; each is a
/// parameter that simulations can sweep.
///
/// @param table how long things lie on the table
/// @param deeper when a topic may go one ring deeper
/// @param guard what one's own device holds back
/// @param firstRing the ring that is open in a topic from the start (orientation, Altman & Taylor
///     1973; D)
public record Pace(Table table, Deeper deeper, Guard guard, Ring firstRing) {
  /// The default: an unhurried correspondence.
  public static final Pace WEEKS =
      new Pace(Table.WEEKS, Deeper.WEEKS, Guard.WEEKS, new Ring(Ring.OUTERMOST));

  /// How long things lie on the table, in whole days of the relay, so that no clock of a person can
  /// move them, and so that they are the gates' expiry exactly.
  ///
  /// @param lapseDays after the day of drawing: a busy week passes without a word (H)
  /// @param askAgainDays before a question that was passed may be asked again (H; pressure is the
  ///     poison, SCIENCE 0.7)
  /// @param stepEvery settled exchanges between two first steps beyond the open ring (C/H, R9)
  /// @param deepADay exchanges of ring 3 or 4 opened in one day (H/C, R11)
  /// @param eveningHours an evening together ends after these, whoever forgets to end it (H)
  /// @param lightAfter hard exchanges (ring 3 or 4) in a row, after which light prompts are offered
  ///     (C, Rose 2007)
  public record Table(
      int lapseDays,
      int askAgainDays,
      int stepEvery,
      int deepADay,
      int eveningHours,
      int lightAfter) {
    static final Table WEEKS = new Table(7, 30, 6, 3, 6, 3);
  }

  /// When a topic may go one ring deeper.
  ///
  /// @param settledHere settled exchanges at this ring in this topic (H on B: Aron 1997, 3 x 12)
  /// @param settledOverall settled exchanges over all topics since the last deepening to that ring
  ///     (H on B, R4)
  /// @param broadForClose topics at ring 2 that ring 3 needs: breadth before depth (D, Altman &
  ///     Taylor; number H)
  /// @param broadForCore topics at ring 2 that ring 4 needs (D; number H)
  /// @param closeForCore topics at ring 3 that ring 4 needs (D; number H)
  /// @param daysForClose separate days with a settled exchange since ring 2 opened (C: Lee 2020,
  ///     VanLear 1987)
  /// @param daysForCore days since ring 3 opened (H on C)
  /// @param frozenDays days after a repair (H, SCIENCE 5)
  /// @param frozenSettled settled exchanges after a repair (H, SCIENCE 5)
  public record Deeper(
      int settledHere,
      int settledOverall,
      int broadForClose,
      int broadForCore,
      int closeForCore,
      int daysForClose,
      int daysForCore,
      int frozenDays,
      int frozenSettled) {
    static final Deeper WEEKS = new Deeper(2, 6, 3, 4, 2, 2, 7, 7, 5);
  }

  /// What one's own device asks and holds back. Judged from private state, never shared.
  ///
  /// @param window notes looked at together: one is mostly noise, five read .5 (C, SCIENCE 0.5)
  /// @param landedLeast least mean of the notes, of 7 (principle A/B: Laurenceau 1998; cut H)
  /// @param brushedMost most mean of *brushed aside*, of 7 (H)
  /// @param comfortLeast least comfort today, of 7 (D: the counsellor)
  /// @param freeLeast least freedom to say no today, of 7 (D: coercion research)
  /// @param lowComfort a comfort check at or below this is low (H)
  /// @param lighterFor settled exchanges that go lighter after strain (C/H, R13)
  /// @param aheadMost own words of ring 3 or 4 ahead of the other's in a topic (B: Sprecher 2013;
  ///     number H)
  /// @param sharePercent most of the words of the last exchanges that may be one's own (C: 90th
  ///     percentile of strangers)
  /// @param shareOver exchanges over which that is reckoned (H)
  /// @param holdMinutes that words of ring 3 or 4 wait before they go (D/H, R16)
  /// @param coreRestHours after a share at ring 4 (H)
  /// @param yesDays after which a yes fades (H; TRUST 3.2, 11)
  /// @param safetyEvery days between two safety checks (H)
  public record Guard(
      int window,
      int landedLeast,
      int brushedMost,
      int comfortLeast,
      int freeLeast,
      int lowComfort,
      int lighterFor,
      int aheadMost,
      int sharePercent,
      int shareOver,
      int holdMinutes,
      int coreRestHours,
      int yesDays,
      int safetyEvery) {
    static final Guard WEEKS = new Guard(5, 5, 3, 5, 6, 3, 5, 3, 72, 10, 5, 20, 30, 28);
  }

  /// Whole days after the day of drawing in which a card stays on the table.
  public int lapseDays() {
    return table.lapseDays();
  }

  /// The ring open from the start in `topic`; 0: the topic is closed. Love waits until both open
  /// it.
  int atFirst(Topic topic) {
    return topic == Topic.LOVE ? 0 : firstRing.depth();
  }
}
