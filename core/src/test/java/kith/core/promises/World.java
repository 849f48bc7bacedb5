package kith.core.promises;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import kith.core.bond.Answer;
import kith.core.bond.Apology;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Matter;
import kith.core.bond.Misstep;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Part;
import kith.core.bond.Prompt;
import kith.core.bond.Response;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.bond.Way;
import kith.core.border.Bytes;
import kith.core.deck.Deck;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import kith.core.person.Person;
import kith.core.person.View;

/// Two people, their devices, and a relay that orders entries, keeps gates, and knows the day.
/// Whatever a tampered side writes is appended without asking any rule.
final class World {
  static final long FIRST_DAY = 20_000;
  static final String SEED = "seed";
  static final String FORGED = "forged";
  static final Deck DECK = new Deck(List.of());
  private static final long AN_HOUR = 3_600_000;
  private static final long A_DAY = 24 * AN_HOUR;
  private static final Topic[] TOPICS = Topic.values();
  private static final List<Delivery.How> HOW = List.of(Delivery.How.values());

  final Pace pace;
  final Optional<Seat> tampered;
  final List<Entry> log = new ArrayList<>();
  private final Both<Side> sides;
  private final Map<ExchangeId, Map<Seat, String>> gates = new HashMap<>();
  private final Set<ExchangeId> boundGates = new LinkedHashSet<>();
  private final List<ExchangeId> names = new ArrayList<>();
  /// What each device shows, for as long as nothing happens: it is asked of many times.
  private final Map<Seat, View> views = new EnumMap<>(Seat.class);
  private final Map<Seat, String> texts = new EnumMap<>(Seat.class);
  private final Device gatekeeper;
  /// The hash of the log, kept as it grows.
  private int past = 1;
  private long time = FIRST_DAY * A_DAY + 9 * AN_HOUR;

  World(Pace pace, Optional<Seat> tampered) {
    this.pace = pace;
    this.tampered = tampered;
    this.gatekeeper = new Device(Seat.ZERO, pace);
    this.sides = new Both<>(new Side(Seat.ZERO, pace), new Side(Seat.ONE, pace));
  }

  private World(World original) {
    pace = original.pace;
    tampered = original.tampered;
    log.addAll(original.log);
    past = original.past;
    sides = new Both<>(original.sides.zero().copy(), original.sides.one().copy());
    original.gates.forEach((id, in) -> gates.put(id, new EnumMap<>(in)));
    boundGates.addAll(original.boundGates);
    names.addAll(original.names);
    gatekeeper = original.gatekeeper.copy();
    time = original.time;
  }

  /// The same world once more: whatever happens in one of the two, the other stays as it is.
  World copy() {
    return new World(this);
  }

  long day() {
    return Math.floorDiv(time, A_DAY);
  }

  Moment now(Seat seat) {
    return new Moment(time + sides.of(seat).skew).within(day());
  }

  View view(Seat seat) {
    return views.computeIfAbsent(seat, this::look);
  }

  private View look(Seat seat) {
    return sides.of(seat).device.person().view(mine(seat), now(seat));
  }

  /// The same as the border writes it.
  String shown(Seat seat) {
    return texts.computeIfAbsent(seat, one -> Bytes.of(view(one)));
  }

  private void forgetWhatWasShown() {
    views.clear();
    texts.clear();
  }

  Person person(Seat seat) {
    return sides.of(seat).device.person();
  }

  Mine mine(Seat seat) {
    Set<ExchangeId> sealed = new LinkedHashSet<>();
    gates.forEach(
        (id, in) -> {
          if (in.containsKey(seat)) {
            sealed.add(id);
          }
        });
    List<Mine.Vote> given = new ArrayList<>();
    sides.of(seat).votes.forEach((matter, day) -> given.add(new Mine.Vote(matter, day)));
    Mine kept = sides.of(seat).kept;
    boolean usual = kept.checks().isEmpty();
    return new Mine(
        sealed,
        given,
        kept.notes(),
        usual ? List.of(new Mine.Check(now(seat).day(), 7, 7)) : kept.checks(),
        kept.safety(),
        kept.drawer(),
        kept.marks(),
        kept.unwished(),
        kept.thrown(),
        OptionalInt.empty());
  }

  /// What only the devices of `seat` know, beside what they sealed and said yes to.
  Mine kept(Seat seat) {
    return sides.of(seat).kept;
  }

  void keep(Seat seat, Mine kept) {
    forgetWhatWasShown();
    sides.of(seat).kept = kept;
  }

  void play(Move move) {
    act(move, move.by() == 0 ? Seat.ZERO : Seat.ONE);
    forgetWhatWasShown();
  }

  private void act(Move move, Seat by) {
    switch (move.act()) {
      case DRAW -> command(by, new Command.Write(fresh(), prompt(move)));
      case OFFER -> command(by, new Command.Offer(fresh(), prompt(move), Optional.empty()));
      case RETURN ->
          command(by, new Command.Offer(fresh(), prompt(move), Optional.of(name(move.b()))));
      case ASK -> command(by, new Command.Ask(fresh(), prompt(move)));
      case SWAP -> command(by, new Command.Swap(name(move.a())));
      case SEAL -> seal(by, name(move.a()));
      case UNSEAL -> gates.getOrDefault(name(move.a()), new HashMap<>()).remove(by);
      case RESPOND ->
          command(
              by, new Command.Respond(name(move.a()), new Response(List.of(Way.HEARD), once("r"))));
      case WITHDRAW ->
          command(
              by, new Command.Withdraw(name(move.a()), List.of(Part.values()).get(move.b() % 4)));
      case STEP_BACK -> command(by, new Command.StepBack(topic(move.a()), move.b() % 4));
      case REST -> command(by, new Command.Rest(until(move.a())));
      case TELL -> command(by, new Command.Tell(name(move.a()), Misstep.TOO_FAST, once("hurt")));
      case SAY_BACK -> command(by, new Command.SayBack(name(move.a()), once("back")));
      case OWN ->
          command(by, new Command.Own(name(move.a()), new Apology(once("own"), "other", "sorry")));
      case END -> command(by, new Command.End("bye", move.a() % 2 == 1, move.b() % 2 == 1));
      case END_EVENING -> command(by, new Command.EndEvening());
      case VOTE -> vote(by, matter(move));
      case UNVOTE -> sides.of(by).votes.remove(matter(move));
      case TICK -> tick();
      case MEET -> append(agreed(new Matter.Evening(), new Both<>(true, true)));
      case LONE_YES -> append(agreed(matter(move), new Both<>(by == Seat.ZERO, by == Seat.ONE)));
      case UNREADABLE -> append(new Entry.Unreadable(log.size() + 1L, day()));
      case FORGED_OPENING -> append(opening(name(move.a()), Map.of()));
      case SKEW -> sides.of(by).skew = (move.a() % 5 - 2) * (A_DAY + AN_HOUR);
      case HOURS -> time += move.a() * AN_HOUR;
      case DELIVER -> deliver(by, move.a(), HOW.get(Math.floorMod(move.b(), HOW.size())));
    }
  }

  /// Words that are nowhere else in this history.
  private String once(String words) {
    return words + "<" + log.size() + ">";
  }

  private OptionalLong until(int days) {
    return days == 0 ? OptionalLong.empty() : OptionalLong.of(day() + days);
  }

  private ExchangeId fresh() {
    return new ExchangeId("%021dA".formatted(names.size()));
  }

  /// The latest exchange but `back`; never empty, so that every number means something.
  private ExchangeId name(int back) {
    return names.isEmpty()
        ? new ExchangeId("%021dA".formatted(0))
        : names.get(names.size() - 1 - Math.floorMod(back, names.size()));
  }

  private static Topic topic(int number) {
    return TOPICS[Math.floorMod(number, TOPICS.length)];
  }

  private Prompt prompt(Move move) {
    boolean returning = move.act() == Move.Act.RETURN;
    int depth = returning ? 2 : Math.floorMod(move.b(), 4) + 1;
    String text = "text " + (move.act() == Move.Act.ASK ? move.b() % 3 : move.b());
    return new Prompt("own", "own", topic(move.a()), new Ring(depth), "en", text);
  }

  private Matter matter(Move move) {
    return switch (Math.floorMod(move.b(), 12)) {
      case 0 -> new Matter.Resume();
      case 1 -> new Matter.Mended();
      case 2, 3 -> new Matter.Tonight(topic(move.a()), new Ring(move.b() % 2 + 2));
      default -> new Matter.Deeper(topic(move.a()), new Ring(Math.floorMod(move.b(), 4) + 1));
    };
  }

  private void command(Seat by, Command command) {
    if (tampered.filter(by::equals).isPresent()) {
      Ruleless.writes(command).ifPresent(event -> write(by, List.of(event)));
      return;
    }
    switch (sides.of(by).device.person().decide(command, mine(by), now(by))) {
      case Decision.Accepted(List<Event> events, List<Event> later) -> {
        if (!events.isEmpty()) {
          write(by, events);
        }
      }
      case Decision.Refused refused -> {}
    }
  }

  private void write(Seat by, List<Event> events) {
    switch (events.getFirst()) {
      case Event.Drew drew -> names.add(drew.exchange());
      case Event.Offered offered -> names.add(offered.exchange());
      case Event.Asked asked -> names.add(asked.exchange());
      default -> {}
    }
    append(
        new Entry.Written(
            log.size() + 1L, day(), by, new Moment(time + sides.of(by).skew), events));
  }

  private void append(Entry entry) {
    log.add(entry);
    past = 31 * past + entry.hashCode();
    gatekeeper.take(entry);
  }

  private void vote(Seat by, Matter matter) {
    switch (sides.of(by).device.person().decide(new Command.Vote(matter), mine(by), now(by))) {
      case Decision.Accepted(List<Event> events, List<Event> later) -> {
        sides.of(by).votes.put(matter, now(by).day());
        if (!events.isEmpty()) {
          write(by, events);
        }
      }
      case Decision.Refused refused -> {
        if (tampered.filter(by::equals).isPresent()) {
          sides.of(by).votes.put(matter, now(by).day());
        }
      }
    }
  }

  /// At the bond's tick the last private states are compared; a device brings only the yeses that
  /// its core says stand.
  private void tick() {
    for (Matter matter : standing(Seat.ZERO)) {
      if (standing(Seat.ONE).contains(matter)) {
        append(agreed(matter, new Both<>(true, true)));
        sides.zero().votes.remove(matter);
        sides.one().votes.remove(matter);
      }
    }
  }

  private List<Matter> standing(Seat seat) {
    return tampered.filter(seat::equals).isPresent()
        ? List.copyOf(sides.of(seat).votes.keySet())
        : look(seat).own().yes();
  }

  private Entry agreed(Matter matter, Both<Boolean> yes) {
    return new Entry.Agreed(log.size() + 1L, day(), matter, yes, new Moment(time));
  }

  private void seal(Seat by, ExchangeId id) {
    Command seal = new Command.Seal(id, OptionalInt.empty(), OptionalLong.of(0));
    boolean own = tampered.filter(by::equals).isPresent();
    if (own
        || sides.of(by).device.person().decide(seal, mine(by), now(by))
            instanceof Decision.Accepted) {
      String words = "secret of " + by + " in " + id.text() + once("");
      gates.computeIfAbsent(id, same -> new EnumMap<>(Seat.class)).put(by, words);
      openGate(id);
    }
  }

  /// The relay knows neither topic nor depth; it opens what both deposited, in two steps where the
  /// clients made two gates of it, and never after a gate was closed.
  private void openGate(ExchangeId id) {
    Map<Seat, String> in = gates.get(id);
    boolean waits = gatekeeper.bond().onTable(id, new Moment(time)).isPresent();
    if (in == null || in.size() < 2 || !waits) {
      return;
    }
    boolean held = gatekeeper.bond().onTable(id, new Moment(time)).orElseThrow().shape().held();
    if (held && boundGates.add(id)) {
      append(new Entry.Binding(log.size() + 1L, day(), id));
    }
    append(opening(id, in));
    gates.remove(id);
  }

  private Entry opening(ExchangeId id, Map<Seat, String> in) {
    Moment at = new Moment(time);
    return new Entry.Opening(
        log.size() + 1L,
        day(),
        id,
        new Both<>(
            new Answer(at, Optional.of(in.getOrDefault(Seat.ZERO, FORGED))),
            new Answer(at, Optional.of(in.getOrDefault(Seat.ONE, FORGED)))));
  }

  private void deliver(Seat seat, int many, Delivery.How how) {
    Side side = sides.of(seat);
    side.taken = new Delivery(side.device, log).bring(side.taken, many, how);
    forgetWhatWasShown();
    if (how != Delivery.How.IN_ORDER) {
      Delivery.showsWhatItTook(this, seat);
    }
  }

  void deliverAll() {
    for (Seat seat : Seat.values()) {
      deliver(seat, Integer.MAX_VALUE, Delivery.How.IN_ORDER);
    }
  }

  /// A log with the hash of its entries, which is long to count.
  record Past(List<Entry> entries, int hash) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Past past && hash == past.hash && entries.equals(past.entries);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /// All that the future hangs on: two histories that come to the same here go on alike.
  record Situation(
      Past log, long time, List<Object> sides, Map<ExchangeId, Map<Seat, String>> gates) {}

  Situation situation() {
    List<Object> own = new ArrayList<>();
    for (Seat seat : Seat.values()) {
      Side side = sides.of(seat);
      own.addAll(List.of(side.taken, side.skew, Map.copyOf(side.votes)));
    }
    Map<ExchangeId, Map<Seat, String>> open = new HashMap<>();
    gates.forEach(
        (id, in) -> {
          if (!in.isEmpty()) {
            open.put(id, Map.copyOf(in));
          }
        });
    return new Situation(new Past(List.copyOf(log), past), time, own, open);
  }

  int taken(Seat seat) {
    return sides.of(seat).taken;
  }
}
