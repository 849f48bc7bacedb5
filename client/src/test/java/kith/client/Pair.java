package kith.client;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.crypto.Suite;

/// Two people over one network.
public final class Pair {

  final Kith anna;
  final Kith ben;
  final MemoryStore annasStore = new MemoryStore();
  private final MemoryStore bensStore = new MemoryStore();
  String annas = "";
  String bens = "";

  Pair(Network annas, Network bens) {
    anna = Kith.open(world(annas), annasStore);
    ben = Kith.open(world(bens), bensStore);
  }

  /// A copy of what Ben's device keeps: as if it were put back to now.
  Store bensStore() {
    MemoryStore copy = new MemoryStore();
    bensStore.names().forEach(name -> copy.write(name, bensStore.read(name).orElseThrow()));
    return copy;
  }

  /// A device at noon, over this network.
  public static Surroundings world(Network network) {
    Instant noon = Instant.ofEpochSecond(MemoryRelay.DAY * 86_400 + 43_200);
    return new Surroundings(InstantSource.fixed(noon), Suite.KITH1, network);
  }

  /// Two who have met over this network.
  static Pair met(Network network) throws Exception {
    return met(network, network);
  }

  static Pair met(Network annas, Network bens) throws Exception {
    Pair pair = new Pair(annas, bens);
    pair.meet();
    return pair;
  }

  void meet() throws Exception {
    annas = anna.start("Anna");
    bens = ben.join(ben.lookAt("https://kith.example" + anna.link(annas).orElseThrow()), "Ben");
    anna.sync(annas);
    anna.confirm(annas);
    ben.sync(bens);
  }

  void sync() throws Exception {
    for (int times = 0; times < 3; times++) {
      anna.sync(annas);
      ben.sync(bens);
    }
  }

  /// Draws the first offer and gives its exchange.
  String draw() throws Exception {
    String exchange = anna.newExchange();
    Kept offer = Kept.of(anna.view(annas).items("offers").getFirst());
    anna.act(
        annas,
        Kept.NOTHING
            .with("type", "draw")
            .with("exchange", exchange)
            .with("prompt", offer.text("id")));
    ben.sync(bens);
    return exchange;
  }

  void open(String exchange) throws Exception {
    anna.seal(annas, exchange, "what Anna says");
    ben.seal(bens, exchange, "what Ben says");
    sync();
  }

  static Optional<Kept> card(Kith kith, String local, String exchange) {
    Kept view = kith.view(local);
    return List.of("table", "story").stream()
        .flatMap(list -> view.items(list).stream())
        .map(Kept::of)
        .filter(card -> card.text("exchange").equals(exchange))
        .findFirst();
  }

  static String theirs(Kith kith, String local, String exchange) {
    Kept card = card(kith, local, exchange).orElseThrow();
    return card.has("theirs") ? card.inner("theirs").textIf("words").orElse("") : "";
  }

  Optional<String> alarm(Kith kith) {
    return kith.standing(kith == anna ? annas : bens).alarm();
  }

  /// A store in memory.
  public static final class MemoryStore implements Store {
    private final Map<String, byte[]> boxes = new LinkedHashMap<>();

    @Override
    public Optional<byte[]> read(String name) {
      return Optional.ofNullable(boxes.get(name));
    }

    @Override
    public void write(String name, byte[] content) {
      boxes.put(name, content.clone());
    }

    @Override
    public List<String> names() {
      return List.copyOf(boxes.keySet());
    }
  }
}
