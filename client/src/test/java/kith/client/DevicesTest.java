package kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.core.json.Json;
import org.junit.jupiter.api.Test;

/// Two people with several devices each, some of them off for a while, over a network that fails:
/// whatever they do and in whatever order their devices hear of it, in the end all devices of a
/// person show the same, no device has stopped, and nothing that was kept is lost.
class DevicesTest {

  /// So many lives by default; more with `-Dkith.devices=`, from the one with `-Dkith.seed=` on.
  private static final int LIVES = Integer.getInteger("kith.devices", 10);

  private static final int STEPS = 40;

  @Test
  void whatever_order_devices_hear_things_in_all_end_alike_and_nothing_is_lost() throws Exception {
    long first = Long.getLong("kith.seed", 1);
    System.out.println("DevicesTest: repeat with -Dkith.seed=" + first);
    for (long seed = first; seed < first + LIVES; seed++) {
      Life life = new Life(seed);
      try {
        live(life);
      } catch (Exception | AssertionError fault) {
        String again = "-Dkith.seed=" + seed + " -Dkith.devices=1\n";
        throw new AssertionError(again + String.join("\n", life.told), fault);
      }
    }
  }

  private static void live(Life life) throws Exception {
    life.meet();
    for (int step = 0; step < STEPS; step++) {
      life.step();
    }
    life.settle();
    new Alike(life.relay, life.houses).check();
    for (String text : life.kept) {
      assertThat(life.houses.stream().flatMap(DevicesTest::drawer)).contains(text);
    }
  }

  @Test
  void a_life_of_the_same_seed_goes_the_same_way_with_the_same_keys() throws Exception {
    Life one = new Life(3);
    live(one);
    Life other = new Life(3);
    live(other);
    assertThat(other.told).isEqualTo(one.told);
    assertThat(other.houses.stream().map(DevicesTest::keys).toList())
        .isEqualTo(one.houses.stream().map(DevicesTest::keys).toList());
  }

  private static List<String> keys(Household house) {
    return house.machines.stream().map(each -> each.kith.keys().accountLine()).toList();
  }

  private static java.util.stream.Stream<String> drawer(Household house) {
    List<Json> drawer = house.machines.getFirst().kith.personal().items("drawer");
    return drawer.stream().map(each -> Kept.of(each).text("text"));
  }
}
