package kith.lab.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.client.Kept;
import kith.core.json.Json;

/// Everything that the people of one bond have said, and what they have taken back: what any view
/// is held against.
final class Sayings {
  /// What every text of a simulated person begins with; no request may hold it.
  static final String MARK = "said by ";

  private final Map<String, List<String>> said = new HashMap<>();
  private final Map<String, Long> gone = new HashMap<>();
  private final Map<String, Set<String>> yes = new HashMap<>();
  private long read;

  private static String key(String exchange, long seat) {
    return exchange + " " + seat;
  }

  /// A person writes for a card, or in response.
  void wrote(String exchange, long seat, String words) {
    said.computeIfAbsent(key(exchange, seat), name -> new ArrayList<>()).add(words);
  }

  /// Their device has been told that none of it lies sealed any more, but for `left`.
  void tookBack(String exchange, long seat, String left) {
    said.getOrDefault(key(exchange, seat), List.of()).stream()
        .filter(words -> !words.equals(left))
        .forEach(words -> gone.put(words, 0L));
  }

  /// Their device has read at `place` that these opened words are withdrawn; whoever has read as
  /// far sees them no more.
  void withdrew(String words, long place) {
    gone.put(words, place);
  }

  /// They say yes to what `matter` names.
  void saidYes(String matter, long seat) {
    yes.computeIfAbsent(matter, name -> new HashSet<>()).add("" + seat);
  }

  /// Holds a whole view of the person at `seat`, who has read so many entries, against what was
  /// said.
  void holds(Kept view, long seat, long entriesRead) {
    read = entriesRead;
    for (String list : List.of("table", "story")) {
      for (Json each : view.items(list)) {
        card(Kept.of(each), seat);
      }
    }
    for (Json each : view.items("map")) {
      cell(Kept.of(each));
    }
  }

  private void card(Kept card, long seat) {
    String exchange = card.text("exchange");
    boolean drawn = card.text("state").equals("drawn");
    if (drawn && (card.has("theirs") || card.has("mine"))) {
      throw new Broken(Property.BOTH_OR_NEITHER, "A card that is not open shows an answer.");
    }
    words(exchange, card.inner("mine"), seat);
    words(exchange, card.inner("theirs"), 1 - seat);
    words(exchange, card.inner("myResponse"), seat);
    words(exchange, card.inner("theirResponse"), 1 - seat);
  }

  private void words(String exchange, Kept shown, long author) {
    String words = shown.textIf("words").orElse("");
    if (words.isEmpty()) {
      return;
    }
    if (!said.getOrDefault(key(exchange, author), List.of()).contains(words)) {
      throw new Broken(Property.OWN_WORDS, "“" + words + "” was not said there.");
    }
    if (gone.getOrDefault(words, Long.MAX_VALUE) <= read) {
      throw new Broken(Property.TAKEN_BACK, "“" + words + "” is seen.");
    }
  }

  private void cell(Kept cell) {
    boolean free = cell.number("ring") == 1 && !cell.text("topic").equals("love");
    String matter = cell.text("topic") + " " + cell.number("ring");
    if (cell.isTrue("open") && !free && yes.getOrDefault(matter, Set.of()).size() < 2) {
      throw new Broken(Property.BOTH_YES, matter + " is open.");
    }
  }
}
