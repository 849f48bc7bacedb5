package kith.lab.world;

import java.util.HashSet;
import java.util.Set;
import kith.core.bond.Topic;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Invitation;
import kith.lab.dyad.Manner;
import kith.lab.dyad.Settings;
import kith.lab.dyad.Tells;
import kith.lab.people.Population;

/// The two simulated people of one bond: what they are ready for, and what each exchange does to
/// them, as the lab has it (docs/lab.md).
@SuppressWarnings("EnumOrdinal") // As in Settings, whose arrays it asks.
final class Two {
  private static final double[] RING_DEPTH = {0, 0.2, 0.4, 0.6, 0.8};
  private static final double READY = 0.15;

  private final Dyad dyad;
  private final Manner manner;
  private final Set<String> felt = new HashSet<>();

  Two(Population population, Dice dice) {
    Settings settings = Settings.fitted();
    dyad = Dyad.of(population, settings, dice);
    manner = Manner.talk(settings).prompted(0.7).lasting(0.25).free(1);
  }

  Dyad dyad() {
    return dyad;
  }

  private static int topic(String word) {
    return Topic.named(word).orElseThrow().ordinal();
  }

  /// Whether person `number` would tell something of that topic, so deep.
  boolean ready(int number, String topic, long ring) {
    double beyond = dyad.person(number).traits().beyond();
    double willing = dyad.willing(number, topic(topic)) + beyond;
    return willing + READY >= RING_DEPTH[(int) ring];
  }

  /// Both have told, and have read what the other told; once for each exchange.
  void opened(String exchange, String topic, long ring) {
    if (felt.add(exchange)) {
      dyad.exchange(new Invitation(topic(topic), RING_DEPTH[(int) ring], Tells.BOTH, manner));
    }
  }
}
