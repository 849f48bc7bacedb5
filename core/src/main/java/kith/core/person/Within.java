package kith.core.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kith.core.bond.Bond;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
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
  private final long today;
  private final Map<ExchangeId, Mine.Note> notes = new HashMap<>();

  Within(Bond bond, Mine mine, Rules rules, Moment now) {
    this.bond = bond;
    this.mine = mine;
    this.rules = rules;
    this.pace = bond.pace().guard();
    this.today = now.orLater(bond.moment()).day();
    for (Mine.Note note : mine.notes()) {
      notes.put(note.exchange(), note);
    }
  }

  boolean noted(ExchangeId exchange) {
    return notes.containsKey(exchange);
  }

  /// May I say yes to this, and does my yes count: what both can know, then what only I know?
  Verdict yes(Matter matter) {
    if (rules.agree(matter) instanceof Verdict.Refused refused) {
      return refused;
    }
    return switch (matter) {
      case Matter.Deeper(Topic topic, Ring ring) -> deeper(topic);
      case Matter.Tonight(Topic topic, Ring ring) -> deeper(topic);
      case Matter.Resume() -> Verdict.ALLOWED;
      case Matter.Mended() -> Verdict.ALLOWED;
      case Matter.Evening() -> Verdict.ALLOWED;
    };
  }

  /// The yeses that stand: not faded, and still within every rule.
  List<Matter> standing() {
    List<Matter> standing = new ArrayList<>();
    for (Mine.Vote vote : mine.votes()) {
      boolean fresh = today - vote.day() < pace.yesDays();
      if (fresh && yes(vote.matter()) instanceof Verdict.Allowed) {
        standing.add(vote.matter());
      }
    }
    return standing;
  }

  private Verdict deeper(Topic topic) {
    if (unwilling(topic) instanceof Verdict.Refused refused) {
      return refused;
    }
    Optional<Mine.Check> check = checkedToday();
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
    return latest(mine.checks()).filter(check -> check.day() == today);
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

  /// The last notes, of what was opened, the latest first.
  private List<Mine.Note> noted(int most) {
    List<Mine.Note> last = new ArrayList<>();
    List<ExchangeId> heard = bond.heard();
    for (int i = heard.size() - 1; i >= 0 && last.size() < most; i--) {
      Optional.ofNullable(notes.get(heard.get(i))).ifPresent(last::add);
    }
    return last;
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

  private int settledSince(long day) {
    List<Long> days = bond.settledOn();
    int since = 0;
    while (since < days.size() && days.get(days.size() - 1 - since) > day) {
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
