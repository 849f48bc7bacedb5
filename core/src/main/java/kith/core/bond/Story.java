package kith.core.bond;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All exchanges of a bond, and what is asked of them again and again, kept as they change: so one
/// more entry costs as much after ten years as on the first day, and a look costs what it shows.
final class Story {
  private final Map<ExchangeId, Exchange> exchanges = new LinkedHashMap<>();
  private final Set<ExchangeId> going = new LinkedHashSet<>();
  private final List<ExchangeId> heard = new ArrayList<>();
  private final Map<ExchangeId, Integer> heardAt = new HashMap<>();
  private final List<ExchangeId> settled = new ArrayList<>();
  private final Map<String, Integer> timesDrawn = new HashMap<>();
  private final Map<String, Long> passedOn = new HashMap<>();
  private final Map<Topic, int[]> shared = new EnumMap<>(Topic.class);
  private final Map<Topic, int[]> deepTold = new EnumMap<>(Topic.class);

  void lay(Exchange.Waiting waiting) {
    exchanges.put(waiting.id(), waiting);
    going.add(waiting.id());
    if (!waiting.prompt().own()) {
      timesDrawn.merge(waiting.prompt().key(), 1, Integer::sum);
    }
  }

  void bind(Exchange.Committed bound) {
    exchanges.put(bound.id(), bound);
  }

  void leave(Exchange.Waiting waiting, long day) {
    exchanges.put(waiting.id(), new Exchange.Gone(waiting.id()));
    going.remove(waiting.id());
    if (waiting.shape().kind() == Kind.ASK) {
      passedOn.put(waiting.prompt().text(), day);
    }
  }

  void open(Exchange.Opened opened) {
    exchanges.put(opened.id(), opened);
    heardAt.put(opened.id(), heard.size());
    heard.add(opened.id());
    Prompt prompt = opened.prompt();
    shared
        .computeIfAbsent(prompt.topic(), same -> new int[Ring.INNERMOST])[
        prompt.ring().depth() - 1]++;
    if (prompt.ring().depth() >= Shape.HELD_FROM) {
      int[] told = deepTold.computeIfAbsent(prompt.topic(), same -> new int[2]);
      for (Seat seat : Seat.BOTH) {
        told[seat.number()] += opened.shape().tells(seat) ? 1 : 0;
      }
    }
  }

  /// Puts `after` in the place of the exchange of that name. Says whether it settled by this.
  boolean put(Exchange.Heard after) {
    boolean before = exchanges.put(after.id(), after) instanceof Exchange.Settled;
    boolean settles = !before && after instanceof Exchange.Settled;
    if (settles) {
      going.remove(after.id());
      settled.add(after.id());
    }
    return settles;
  }

  Optional<Exchange> exchange(ExchangeId id) {
    return Optional.ofNullable(exchanges.get(id));
  }

  Collection<Exchange> all() {
    return Collections.unmodifiableCollection(exchanges.values());
  }

  Collection<ExchangeId> going() {
    return Collections.unmodifiableCollection(going);
  }

  List<ExchangeId> heard() {
    return Collections.unmodifiableList(heard);
  }

  Optional<Integer> heardAt(ExchangeId id) {
    return Optional.ofNullable(heardAt.get(id));
  }

  List<ExchangeId> settled() {
    return Collections.unmodifiableList(settled);
  }

  int timesDrawn(String key) {
    return timesDrawn.getOrDefault(key, 0);
  }

  Optional<Long> passedOn(String question) {
    return Optional.ofNullable(passedOn.get(question));
  }

  int shared(Topic topic, Ring ring) {
    return Optional.ofNullable(shared.get(topic)).map(of -> of[ring.depth() - 1]).orElse(0);
  }

  int deepTold(Topic topic, Seat seat) {
    return Optional.ofNullable(deepTold.get(topic)).map(of -> of[seat.number()]).orElse(0);
  }
}
