package kith.core.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kith.core.bond.Bond;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
import kith.core.bond.Mark;
import kith.core.bond.Matter;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Reason;
import kith.core.bond.Ring;
import kith.core.bond.Rules;
import kith.core.bond.Topic;
import kith.core.bond.Verdict;

/// What one's own device makes of what only it knows. None of it leaves the device.
final class Within {
  private final Bond bond;
  private final Mine mine;
  private final Rules rules;
  private final Pace.Guard pace;
  private final Moment now;
  private final long today;
  private final Map<ExchangeId, Mine.Note> notes = new HashMap<>();

  Within(Bond bond, Mine mine, Rules rules, Moment now) {
    this.bond = bond;
    this.mine = mine;
    this.rules = rules;
    this.pace = bond.pace().guard();
    this.now = now.orLater(bond.moment());
    this.today = this.now.day();
    for (Mine.Note note : mine.notes()) {
      notes.put(note.exchange(), note);
    }
  }

  boolean noted(ExchangeId exchange) {
    return notes.containsKey(exchange);
  }

  /// May I say yes to this, and does my yes count: what both can know, then what only I know?
  Verdict yes(Matter matter) {
    return yes(matter, checkedToday());
  }

  private Verdict yes(Matter matter, Optional<Mine.Check> check) {
    if (rules.agree(matter) instanceof Verdict.Refused refused) {
      return refused;
    }
    return switch (matter) {
      case Matter.Deeper(Topic topic, Ring ring) ->
          deeper(topic, check) instanceof Verdict.Refused refused ? refused : coreRested(ring);
      case Matter.Tonight(Topic topic, Ring ring) -> deeper(topic, check);
      case Matter.Resume() -> Verdict.ALLOWED;
      case Matter.Mended() -> Verdict.ALLOWED;
      case Matter.Evening() -> Verdict.ALLOWED;
    };
  }

  private Verdict coreRested(Ring ring) {
    boolean rested = ring.depth() < Ring.INNERMOST || Guards.coreRested(bond, now);
    return rested ? Verdict.ALLOWED : refused(Reason.TOO_SOON);
  }

  /// The yeses that stand: not faded, not overtaken, and still within every rule. They were given
  /// on a day on which comfort was asked, and do not fall because nobody asked again.
  List<Matter> standing() {
    List<Matter> standing = new ArrayList<>();
    for (Mine.Vote vote : mine.votes()) {
      Matter matter = vote.matter();
      boolean first = !standing.contains(matter);
      Optional<Mine.Check> since = lastCheck().filter(check -> check.day() >= vote.day());
      boolean counts = first && fresh(vote) && still(vote);
      if (counts && yes(matter, since) instanceof Verdict.Allowed) {
        standing.add(matter);
      }
    }
    return standing;
  }

  /// A yes to an evening means this evening.
  private boolean fresh(Mine.Vote vote) {
    boolean tonight =
        vote.matter() instanceof Matter.Evening || vote.matter() instanceof Matter.Tonight;
    return today - vote.day() < (tonight ? 1 : pace.yesDays());
  }

  /// What was said before somebody stepped back, rested or told a misstep is no answer to it.
  private boolean still(Mine.Vote vote) {
    Mark since = bond.since(vote.matter());
    return vote.after().isPresent()
        ? vote.after().getAsLong() >= since.seq()
        : vote.day() >= since.day();
  }

  private Verdict deeper(Topic topic, Optional<Mine.Check> check) {
    if (unwilling(topic) instanceof Verdict.Refused refused) {
      return refused;
    }
    if (check.isEmpty()) {
      return refused(Reason.COMFORT_NOT_ASKED);
    }
    boolean well =
        check.get().comfort() >= pace.comfortLeast() && check.get().free() >= pace.freeLeast();
    return well ? Verdict.ALLOWED : refused(Reason.NOT_COMFORTABLE);
  }

  /// What stands against depth whatever today's check says.
  Verdict unwilling(Topic topic) {
    if (!safe()) {
      return refused(Reason.NOT_SAFE);
    }
    if (strained() || marked(topic)) {
      return refused(Reason.STRAINED);
    }
    return landedWell() ? Verdict.ALLOWED : refused(Reason.NOT_LANDED_WELL);
  }

  Optional<Mine.Check> checkedToday() {
    return lastCheck().filter(check -> check.day() == today);
  }

  private Optional<Mine.Check> lastCheck() {
    return latest(mine.checks());
  }

  boolean safe() {
    return latest(mine.safety()).map(Mine.Safety::free).orElse(true);
  }

  boolean safetyDue() {
    boolean asked =
        latest(mine.safety()).filter(check -> today - check.day() < pace.safetyEvery()).isPresent();
    return !asked && !bond.settledOn().isEmpty();
  }

  private boolean marked(Topic topic) {
    return mine.marks().stream()
        .anyMatch(
            id ->
                bond.exchange(id).orElse(new Exchange.Gone(id)) instanceof Exchange.Heard heard
                    && heard.prompt().topic() == topic);
  }

  /// The mean of the last notes; too few, and the person's own word decides.
  private boolean landedWell() {
    List<Mine.Note> last = noted(pace.window());
    if (last.size() < pace.window()) {
      return true;
    }
    int landed = 0;
    int landedOf = 0;
    int brushed = 0;
    int brushedOf = 0;
    for (Mine.Note note : last) {
      for (OptionalInt each : List.of(note.understood(), note.accepted(), note.cared())) {
        landed += each.orElse(0);
        landedOf += each.isPresent() ? 1 : 0;
      }
      brushed += note.brushed().orElse(0);
      brushedOf += note.brushed().isPresent() ? 1 : 0;
    }
    return landed >= pace.landedLeast() * landedOf && brushed <= pace.brushedMost() * brushedOf;
  }

  /// The last notes, of what was opened, the latest first. It goes through the notes, not through
  /// all that was ever opened.
  private List<Mine.Note> noted(int most) {
    List<Mine.Note> last = new ArrayList<>();
    for (Mine.Note note : notes.values()) {
      if (place(note) >= 0) {
        last.add(note);
      }
    }
    last.sort(Comparator.comparingInt(this::place).reversed());
    return last.subList(0, Math.min(most, last.size()));
  }

  private int place(Mine.Note note) {
    return bond.heardAt(note.exchange()).orElse(-1);
  }

  /// Two low checks, or two that landed badly, in a row: lighter for some exchanges.
  boolean strained() {
    return lowTwice() || badTwice();
  }

  private boolean lowTwice() {
    List<Mine.Check> checks = mine.checks();
    for (int i = checks.size() - 1; i > 0; i--) {
      if (settledSince(checks.get(i).day()) >= pace.lighterFor()) {
        return false;
      }
      if (low(checks.get(i)) && low(checks.get(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean low(Mine.Check check) {
    return check.comfort() <= pace.lowComfort();
  }

  /// No more are counted than are asked for.
  private int settledSince(long day) {
    List<Long> days = bond.settledOn();
    int since = 0;
    while (since < pace.lighterFor()
        && since < days.size()
        && days.get(days.size() - 1 - since) > day) {
      since++;
    }
    return since;
  }

  private boolean badTwice() {
    int after = 0;
    boolean badNext = false;
    List<ExchangeId> heard = bond.heard();
    for (int i = heard.size() - 1; i >= 0 && after < pace.lighterFor() + 1; i--) {
      Optional<Mine.Note> note = Optional.ofNullable(notes.get(heard.get(i)));
      boolean bad = note.filter(this::bad).isPresent();
      if (bad && badNext) {
        return true;
      }
      badNext = bad || (badNext && note.isEmpty());
      after++;
    }
    return false;
  }

  private boolean bad(Mine.Note note) {
    int landed = 0;
    int of = 0;
    for (OptionalInt each : List.of(note.understood(), note.accepted(), note.cared())) {
      landed += each.orElse(0);
      of += each.isPresent() ? 1 : 0;
    }
    return note.brushed().orElse(1) > pace.landedLeast() - 1 || landed < pace.brushedMost() * of;
  }

  private static <T> Optional<T> latest(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.getLast());
  }

  private static Verdict refused(Reason reason) {
    return new Verdict.Refused(reason);
  }
}
