package kith.lab.policy;

import java.util.Optional;
import kith.core.bond.Pace;
import kith.core.bond.Pace.Deeper;
import kith.core.bond.Pace.Guard;
import kith.core.bond.Pace.Table;
import kith.core.bond.Ring;

/// One rule of Kith, and how it is taken away: by the numbers of the core where they can do it,
/// else by a switch in how the simulated people use the core.
public enum Rule {
  LAYERS("layers: start shallow"),
  SETTLED("so many settled exchanges before deeper"),
  BREADTH("breadth before depth"),
  DAYS("days between rings, 20 hours after the core"),
  DOUBLE_YES("deeper only by both yeses"),
  PRIVATE_YES("the yes is private, and can be undone alone"),
  LANDED("deeper only if it landed well"),
  COMFORT("deeper only if comfortable and free to say no today"),
  SEALED("sealed: both open together"),
  PRIVATE_PASS("passing looks like nothing"),
  LISTENING("the listener's help"),
  STRAIN("lighter after strain"),
  PAUSE("ring 3 and 4 wait before they are sent"),
  TOO_MUCH("nobody goes first when far ahead"),
  TOO_FAST("three deep exchanges a day at most"),
  LIGHT("light prompts after hard ones"),
  REPAIR("told missteps: heard first, then owned"),
  FREEZE("no deeper for a while after mending"),
  STEP_BACK("either may step back");

  private static final int ANY = 99;

  private final String title;

  Rule(String title) {
    this.title = title;
  }

  /// What it says.
  public String title() {
    return title;
  }

  /// Its name on the command line.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// The rule of that name.
  public static Optional<Rule> named(String word) {
    for (Rule rule : values()) {
      if (rule.word().equals(word)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /// The core's numbers without this rule.
  Pace without(Pace pace) {
    Table table = pace.table();
    Deeper deeper = pace.deeper();
    Guard guard = pace.guard();
    Ring first = pace.firstRing();
    return switch (this) {
      case LAYERS -> new Pace(table, deeper, guard, new Ring(Ring.INNERMOST));
      case SETTLED -> new Pace(table, settled(deeper), guard, first);
      case BREADTH -> new Pace(table, broad(deeper), guard, first);
      case DAYS -> new Pace(table, days(deeper), rested(guard), first);
      case LANDED -> new Pace(table, deeper, landed(guard), first);
      case COMFORT -> new Pace(table, deeper, comfort(guard), first);
      case STRAIN -> new Pace(table, deeper, strain(guard), first);
      case TOO_MUCH -> new Pace(table, deeper, ahead(guard), first);
      case TOO_FAST -> new Pace(fast(table), deeper, guard, first);
      case LIGHT -> new Pace(heavy(table), deeper, guard, first);
      case FREEZE -> new Pace(table, thawed(deeper), guard, first);
      case DOUBLE_YES, PRIVATE_YES, SEALED, PRIVATE_PASS, LISTENING, PAUSE, REPAIR, STEP_BACK ->
          pace;
    };
  }

  private static Deeper settled(Deeper from) {
    return new Deeper(
        0,
        0,
        from.broadForClose(),
        from.broadForCore(),
        from.closeForCore(),
        from.daysForClose(),
        from.daysForCore(),
        from.frozenDays(),
        from.frozenSettled());
  }

  private static Deeper broad(Deeper from) {
    return new Deeper(
        from.settledHere(),
        from.settledOverall(),
        0,
        0,
        0,
        from.daysForClose(),
        from.daysForCore(),
        from.frozenDays(),
        from.frozenSettled());
  }

  private static Deeper days(Deeper from) {
    return new Deeper(
        from.settledHere(),
        from.settledOverall(),
        from.broadForClose(),
        from.broadForCore(),
        from.closeForCore(),
        0,
        0,
        from.frozenDays(),
        from.frozenSettled());
  }

  private static Deeper thawed(Deeper from) {
    return new Deeper(
        from.settledHere(),
        from.settledOverall(),
        from.broadForClose(),
        from.broadForCore(),
        from.closeForCore(),
        from.daysForClose(),
        from.daysForCore(),
        0,
        0);
  }

  private static Table fast(Table from) {
    return new Table(
        from.lapseDays(),
        from.askAgainDays(),
        from.stepEvery(),
        ANY,
        from.eveningHours(),
        from.lightAfter());
  }

  private static Table heavy(Table from) {
    return new Table(
        from.lapseDays(),
        from.askAgainDays(),
        from.stepEvery(),
        from.deepADay(),
        from.eveningHours(),
        Integer.MAX_VALUE);
  }

  private static Guard rested(Guard from) {
    return guard(from, from.window(), from.comfortLeast(), from.lowComfort(), 0);
  }

  /// With too few notes one's own word decides; so many are never there.
  private static Guard landed(Guard from) {
    return guard(from, ANY, from.comfortLeast(), from.lowComfort(), from.coreRestHours());
  }

  private static Guard comfort(Guard from) {
    return guard(from, from.window(), 1, from.lowComfort(), from.coreRestHours());
  }

  private static Guard strain(Guard from) {
    return guard(from, from.window(), from.comfortLeast(), 0, from.coreRestHours());
  }

  /// At the least of its scale a guard stops nothing; the cuts that belong to it go with it.
  private static Guard guard(Guard from, int window, int comfort, int low, int coreRest) {
    return new Guard(
        window,
        from.landedLeast(),
        from.brushedMost(),
        comfort,
        comfort == 1 ? 1 : from.freeLeast(),
        low,
        low == 0 ? 0 : from.lighterFor(),
        from.aheadMost(),
        from.sharePercent(),
        from.shareOver(),
        from.holdMinutes(),
        coreRest,
        from.yesDays(),
        from.safetyEvery());
  }

  private static Guard ahead(Guard from) {
    return new Guard(
        from.window(),
        from.landedLeast(),
        from.brushedMost(),
        from.comfortLeast(),
        from.freeLeast(),
        from.lowComfort(),
        from.lighterFor(),
        ANY,
        100,
        from.shareOver(),
        from.holdMinutes(),
        from.coreRestHours(),
        from.yesDays(),
        from.safetyEvery());
  }
}
