package kith.core.bond;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The shared state of a bond: the fold of its entries in order. It knows no seat of its own,
/// nothing private, and asks no clock. Taking an entry costs O(1) amortised, whatever the length of
/// the history.
public final class Bond {
  private final Pace pace;
  private final Map<ExchangeId, Exchange> exchanges = new LinkedHashMap<>();
  private final Map<Topic, Integer> openRings = new EnumMap<>(Topic.class);
  private final Map<String, Integer> timesDrawn = new HashMap<>();
  private Optional<Exchange.Drawn> card = Optional.empty();
  private Moment moment = Moment.START;
  private long lastSeq;
  private long setAside;

  public Bond(Pace pace) {
    this.pace = pace;
    for (Topic topic : Topic.values()) {
      openRings.put(topic, pace.atFirst(topic));
    }
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
    switch (entry) {
      case Entry.Written written -> take(written);
      case Entry.Opening opening -> take(opening);
      case Entry.Unreadable unreadable -> setAside++;
    }
    return Verdict.ALLOWED;
  }

  private void letLapse() {
    if (card.isPresent() && onTable(moment).isEmpty()) {
      leave(card.get().id());
    }
  }

  private void take(Entry.Written written) {
    Rules rules = new Rules(this, moment);
    for (Event event : written.events()) {
      switch (rules.judge(written.by(), event)) {
        case Verdict.Allowed() -> apply(written.by(), event);
        case Verdict.Refused refused -> setAside++;
      }
    }
  }

  private void apply(Seat by, Event event) {
    switch (event) {
      case Event.Drew drew -> lay(drew);
      case Event.Swapped swapped -> leave(swapped.exchange());
      case Event.Responded responded -> {
        if (exchanges.get(responded.exchange()) instanceof Exchange.Opened opened) {
          exchanges.put(opened.id(), opened.with(by, responded.response()));
        }
      }
      case Event.Unknown() -> setAside++;
    }
  }

  private void lay(Event.Drew drew) {
    Exchange.Drawn drawn = new Exchange.Drawn(drew.exchange(), drew.prompt(), moment.day());
    card = Optional.of(drawn);
    exchanges.put(drawn.id(), drawn);
    timesDrawn.merge(drew.prompt().key(), 1, Integer::sum);
  }

  private void leave(ExchangeId exchange) {
    card = Optional.empty();
    exchanges.put(exchange, new Exchange.Gone(exchange));
  }

  private void take(Entry.Opening opening) {
    Optional<Exchange.Drawn> opened = card.filter(drawn -> drawn.id().equals(opening.exchange()));
    if (opened.isEmpty()) {
      setAside++;
      return;
    }
    card = Optional.empty();
    Both<Optional<Response>> none = new Both<>(Optional.empty(), Optional.empty());
    exchanges.put(
        opening.exchange(),
        new Exchange.Opened(
            opening.exchange(), opened.get().prompt(), moment.day(), opening.answers(), none));
  }

  /// The card on the table at `now`: drawn, neither opened nor swapped, and not lapsed by then.
  public Optional<Exchange.Drawn> onTable(Moment now) {
    return card.filter(drawn -> now.day() <= drawn.lastDay(pace));
  }

  /// The exchange of that name, if there ever was one.
  public Optional<Exchange> exchange(ExchangeId id) {
    return Optional.ofNullable(exchanges.get(id));
  }

  /// All exchanges, in the order in which they were drawn.
  public Collection<Exchange> exchanges() {
    return Collections.unmodifiableCollection(exchanges.values());
  }

  /// How deep a topic is open: 1 to 4, or 0 if it is closed.
  public int openRing(Topic topic) {
    return openRings.getOrDefault(topic, 0);
  }

  /// How often a prompt has been drawn.
  public int timesDrawn(Prompt prompt) {
    return timesDrawn.getOrDefault(prompt.key(), 0);
  }

  /// The time of the last entry: the author's own, within the relay's day, never backwards.
  public Moment moment() {
    return moment;
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
