package kith.core.bond;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shared state of a bond: the fold of its entries in order. It knows no seat of its own,
/// nothing private, and asks no clock. Taking an entry costs O(1) amortised, whatever the length of
/// the history.
public final class Bond {
  /// The rules that this software goes by.
  public static final long VERSION = 1;

  private static final long AN_HOUR = 3_600_000;

  private final Pace pace;
  private final long known;
  private final Rings rings;
  private final Table table = new Table();
  private final Deep deep = new Deep();
  private final Story story = new Story();
  private final Repairs repairs = new Repairs();
  private final Map<ExchangeId, ExchangeId> returned = new HashMap<>();
  private final List<Long> settledOn = new ArrayList<>();
  private final Aside aside = new Aside();
  private Both<Long> versions = new Both<>(VERSION, VERSION);
  private Standing standing = Standing.GOES_ON;
  private Optional<Moment> evening = Optional.empty();
  private Moment moment = Moment.START;
  private Mark stood = Mark.START;
  private Mark evened = Mark.START;
  private int settledAtStep;
  private long lastSeq;
  private long setAside;

  /// A bond without entries, by the rules of this version.
  public Bond(Pace pace) {
    this(pace, VERSION);
  }

  /// A bond without entries, on software that knows the rules up to `known`.
  public Bond(Pace pace, long known) {
    this.pace = pace;
    this.known = known;
    this.rings = new Rings(pace);
  }

  /// Takes the next entry. Refused, and nothing changes, if it is not the next. What the rules do
  /// not allow at its place changes nothing either, on both sides alike, and is counted.
  public Verdict take(Entry entry) {
    if (entry.seq() != lastSeq + 1) {
      return new Verdict.Refused(
          entry.seq() <= lastSeq ? Reason.ENTRY_ALREADY_TAKEN : Reason.ENTRY_MISSING);
    }
    lastSeq = entry.seq();
    moment = entry.moment().orLater(moment);
    letLapse();
    Rules rules = new Rules(this, moment);
    switch (entry) {
      case Entry.Written written -> {
        for (Event event : written.events()) {
          takeOne(rules, written.by(), event);
        }
      }
      case Entry.Opening opening -> takeIf(rules.open(opening.exchange()), () -> open(opening));
      case Entry.Binding binding -> takeIf(rules.bind(binding.exchange()), () -> bind(binding));
      case Entry.Agreed agreed -> takeIf(rules.agree(agreed), () -> agree(agreed.matter()));
      case Entry.Nothing nothing -> {}
      case Entry.Unreadable unreadable -> setAside++;
    }
    return Verdict.ALLOWED;
  }

  private void takeIf(Verdict verdict, Runnable change) {
    switch (verdict) {
      case Verdict.Allowed() -> change.run();
      case Verdict.Refused refused -> setAside++;
    }
  }

  private void takeOne(Rules rules, Seat by, Event event) {
    switch (rules.judge(by, event)) {
      case Verdict.Allowed() -> new Acts(this).apply(by, event);
      case Verdict.Refused(Reason reason) -> {
        setAside++;
        if (reason == Reason.RING_CLOSED || reason == Reason.TOPIC_CLOSED) {
          aside.hold(by, event);
        }
      }
    }
  }

  private void letLapse() {
    standing = Standing.on(standing, moment.day());
    if (evening.isPresent() && !evening(moment)) {
      endEvening();
    }
    for (Exchange.Waiting waiting : table.lapsed(moment.day(), evening(moment), pace)) {
      leave(waiting, Math.min(moment.day(), waiting.lastDay(pace) + 1));
    }
  }

  void endEvening() {
    evening = Optional.empty();
    evened = here();
    rings.endEvening();
  }

  /// The place of the entry that is being taken.
  Mark here() {
    return new Mark(lastSeq, moment.day());
  }

  void lay(Exchange.Drawn drawn) {
    Topic topic = drawn.prompt().topic();
    int lasting = rings.lasting(topic);
    table.lay(drawn, openRing(topic) > lasting && drawn.prompt().ring().depth() > lasting);
    story.lay(drawn);
  }

  void step() {
    settledAtStep = rings.settled();
  }

  void returnStep(ExchangeId step, ExchangeId with) {
    returned.put(step, with);
  }

  void leave(Exchange.Waiting waiting, long day) {
    table.clear(waiting);
    story.leave(waiting, day);
  }

  private void bind(Entry.Binding binding) {
    if (story.exchange(binding.exchange()).orElse(null) instanceof Exchange.Drawn drawn) {
      Exchange.Committed bound =
          new Exchange.Committed(drawn.id(), drawn.prompt(), moment.day(), drawn.shape());
      table.replace(bound);
      story.bind(bound);
    }
  }

  private void open(Entry.Opening opening) {
    if (story.exchange(opening.exchange()).orElse(null) instanceof Exchange.Waiting waiting) {
      table.clear(waiting);
      Both<Optional<Response>> none = new Both<>(Optional.empty(), Optional.empty());
      Exchange.Opened opened =
          new Exchange.Opened(
              waiting.id(),
              waiting.prompt(),
              moment.day(),
              waiting.shape(),
              opening.answers(),
              none);
      story.open(opened);
      deep.open(opened.prompt().ring(), moment);
    }
  }

  private void agree(Matter matter) {
    switch (matter) {
      case Matter.Deeper(Topic topic, Ring ring) -> rings.raise(topic, ring.depth(), moment.day());
      case Matter.Tonight(Topic topic, Ring ring) -> rings.raiseTonight(topic, ring.depth());
      case Matter.Resume() -> standing = Standing.GOES_ON;
      case Matter.Mended() -> repairs.mend(rings, moment.day());
      case Matter.Evening() -> {
        evening = Optional.of(moment);
        evened = here();
      }
    }
  }

  /// Puts `after` in the place of the exchange of that name; counts it once it settles.
  void put(Exchange.Heard after) {
    if (story.put(after) && Exchange.counts(after)) {
      rings.settle(after.prompt().topic(), after.prompt().ring(), moment.day());
      settledOn.add(moment.day());
    }
  }

  void stand(Standing now) {
    standing = now;
    stood = here();
  }

  void speaks(Seat seat, long version) {
    versions = versions.with(seat, version);
  }

  Table table() {
    return table;
  }

  Rings rings() {
    return rings;
  }

  Deep deep() {
    return deep;
  }

  int settledSinceStep() {
    return rings.settled() - settledAtStep;
  }

  Aside aside() {
    return aside;
  }

  Repairs mending() {
    return repairs;
  }

  boolean repairOpen() {
    return !repairs.open().isEmpty();
  }

  boolean isReturned(ExchangeId step) {
    return returned.containsKey(step);
  }

  Optional<Long> passedOn(String question) {
    return story.passedOn(question);
  }

  /// The card on the table at `now`: drawn, neither opened nor swapped, and not lapsed by then.
  public Optional<Exchange.Waiting> onTable(Moment now) {
    return onTable(Table.Place.CARD, now);
  }

  /// The offer or question beside it.
  public Optional<Exchange.Waiting> besideTable(Moment now) {
    return onTable(Table.Place.BESIDE, now);
  }

  private Optional<Exchange.Waiting> onTable(Table.Place place, Moment now) {
    return table.at(place, now.day(), evening(now), pace);
  }

  /// The exchange of that name, if it lies on the table at `now`.
  public Optional<Exchange.Waiting> onTable(ExchangeId id, Moment now) {
    return onTable(now)
        .filter(card -> card.id().equals(id))
        .or(() -> besideTable(now).filter(beside -> beside.id().equals(id)));
  }

  /// The exchange of that name, if there ever was one.
  public Optional<Exchange> exchange(ExchangeId id) {
    return story.exchange(id);
  }

  /// All exchanges, in the order in which they were drawn.
  public Collection<Exchange> exchanges() {
    return story.all();
  }

  /// What lies on the table, lapsed or not, and what was opened and has not settled, as drawn.
  public Collection<ExchangeId> going() {
    return story.going();
  }

  /// The exchanges that were opened, in that order.
  public List<ExchangeId> heard() {
    return story.heard();
  }

  /// The place of an exchange among those that were opened, from 0.
  public Optional<Integer> heardAt(ExchangeId id) {
    return story.heardAt(id);
  }

  /// The exchanges that settled, in that order.
  public List<ExchangeId> settled() {
    return story.settled();
  }

  /// How many exchanges were opened there.
  public int shared(Topic topic, Ring ring) {
    return story.shared(topic, ring);
  }

  /// How often `seat` has told something at ring 3 or 4 of `topic`.
  public int deepTold(Topic topic, Seat seat) {
    return story.deepTold(topic, seat);
  }

  /// When somebody last stepped back, rested, told, or ended an evening: no older yes counts.
  public Mark since(Matter matter) {
    return switch (matter) {
      case Matter.Deeper(Topic topic, Ring ring) -> rings.changed(topic);
      case Matter.Tonight(Topic topic, Ring ring) -> rings.changed(topic).orLater(evened);
      case Matter.Resume() -> stood;
      case Matter.Mended() -> repairs.told();
      case Matter.Evening() -> evened;
    };
  }

  /// The days on which exchanges settled, in that order.
  public List<Long> settledOn() {
    return Collections.unmodifiableList(settledOn);
  }

  /// What was told to have gone amiss, in that order.
  public Collection<Repair> repairs() {
    return repairs.all();
  }

  /// What of it is not mended.
  public Collection<Repair> openRepairs() {
    return repairs.open();
  }

  /// The repair about that exchange, if there is one.
  public Optional<Repair> repair(ExchangeId id) {
    return repairs.of(id);
  }

  /// What arrived too deep.
  public List<Held> held() {
    return aside.all();
  }

  /// How deep a topic is open: 1 to 4, or 0 if it is closed.
  public int openRing(Topic topic) {
    return openRing(topic, moment);
  }

  /// How deep it is open at `now`.
  public int openRing(Topic topic, Moment now) {
    return evening(now) ? rings.withTonight(topic) : rings.lasting(topic);
  }

  /// Whether the two spend the evening together at `now`.
  public boolean evening(Moment now) {
    return evening.isPresent()
        && now.milliseconds() - evening.get().milliseconds()
            < pace.table().eveningHours() * AN_HOUR;
  }

  /// Whether the bond goes on at `now`.
  public Standing standing(Moment now) {
    return Standing.on(standing, now.day());
  }

  /// When a share at ring 4 was last opened.
  public Optional<Moment> lastCore() {
    return deep.lastCore();
  }

  /// Whether so many hard exchanges came in a row that something light is offered.
  public boolean heavy() {
    return deep.inARow() >= pace.table().lightAfter();
  }

  /// How often the prompt of a deck, by its key, has been drawn.
  public int timesDrawn(String key) {
    return story.timesDrawn(key);
  }

  /// The version that both speak.
  public long common() {
    return Math.min(versions.zero(), versions.one());
  }

  /// The version that `seat` speaks.
  public long version(Seat seat) {
    return versions.of(seat);
  }

  /// Whether both speak a version that this software does not know: then it must be renewed.
  public boolean outdated() {
    return common() > known;
  }

  /// The time of the last entry: the author's own, within the relay's day, never backwards.
  public Moment moment() {
    return moment;
  }

  /// How many entries have been taken. What hangs on them alone stays until there is one more.
  public long entries() {
    return lastSeq;
  }

  /// How many events and entries have been set aside.
  public long setAside() {
    return setAside;
  }

  /// The numbers by which this bond goes.
  public Pace pace() {
    return pace;
  }
}
