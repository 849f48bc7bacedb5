package kith.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kith.client.FolderStore;
import kith.client.HttpNetwork;
import kith.client.Kept;
import kith.client.Kith;
import kith.client.Surroundings;
import kith.client.Unreachable;
import kith.core.json.Json;
import kith.crypto.Suite;
import kith.relay.Relay;
import kith.relay.RelayConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Java client against the real relay, over real HTTP.
class TalkOverHttpTest {

  @TempDir Path folder;

  private Kith person(HttpNetwork network, String name) {
    Surroundings world = new Surroundings(InstantSource.system(), Suite.KITH1, network);
    return Kith.open(world, new FolderStore(folder.resolve(name)));
  }

  private static HttpNetwork to(int port) {
    return new HttpNetwork(URI.create("http://localhost:" + port));
  }

  private static Kept about(String type, String exchange) {
    return Kept.NOTHING.with("type", type).with("exchange", exchange);
  }

  @Test
  void two_people_hold_an_exchange_and_the_stream_tells_of_what_is_new() throws Exception {
    RelayConfig config = RelayConfig.local(folder.resolve("relay"), 0);
    try (Relay relay = Relay.start(config);
        HttpNetwork network = to(relay.port())) {
      Kith anna = person(network, "anna");
      Kith ben = person(network, "ben");
      String annas = anna.start("Anna");
      String bens = ben.join(ben.lookAt("x" + anna.link(annas).orElseThrow()), "Ben");
      anna.sync(annas);
      anna.confirm(annas);
      ben.sync(bens);
      assertThat(anna.standing(annas).spokenCheck()).isEqualTo(ben.standing(bens).spokenCheck());
      CompletableFuture<String> heard = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> listen(network, ben.standing(bens), heard));
      String exchange = anna.newExchange();
      Kept offer = Kept.of(anna.view(annas).items("offers").getFirst());
      anna.act(annas, about("draw", exchange).with("prompt", offer.text("id")));
      assertThat(heard.get(20, TimeUnit.SECONDS)).isEqualTo(ben.standing(bens).seat().bond());
      ben.sync(bens);
      anna.seal(annas, exchange, "what Anna says");
      ben.seal(bens, exchange, "what Ben says");
      anna.sync(annas);
      anna.act(
          annas,
          about("respond", exchange)
              .with("ways", List.of((Json) new Json.Text("heard")))
              .with("words", "thank you"));
      ben.sync(bens);
      Kept card = Kept.of(ben.view(bens).items("table").getFirst());
      assertThat(card.inner("theirs").text("words")).isEqualTo("what Anna says");
      assertThat(card.inner("theirResponse").text("words")).isEqualTo("thank you");
      assertThat(anna.words(annas)).isPresent();
      assertThat(ben.standing(bens).alarm()).isEmpty();
    }
  }

  private static void listen(
      HttpNetwork network, Kith.Standing standing, CompletableFuture<String> heard) {
    try {
      network.listen(List.of(standing.seat()), heard::complete);
    } catch (Unreachable ended) {
      heard.completeExceptionally(ended);
    }
  }

  @Test
  void a_relay_that_is_away_is_told_and_after_its_return_nothing_is_lost() throws Exception {
    RelayConfig config = RelayConfig.local(folder.resolve("relay"), 0);
    Kith anna;
    String annas;
    int port;
    try (Relay relay = Relay.start(config);
        HttpNetwork network = to(relay.port())) {
      port = relay.port();
      anna = person(network, "anna");
      annas = anna.start("Anna");
    }
    try (HttpNetwork network = to(port)) {
      Kith again = person(network, "anna");
      assertThat(again.bonds()).containsExactly(annas);
      assertThatThrownBy(() -> again.sync(annas)).isInstanceOf(Unreachable.class);
      assertThat(again.link(annas)).isEqualTo(anna.link(annas)).isPresent();
    }
    try (Relay relay = Relay.start(RelayConfig.local(folder.resolve("relay"), 0));
        HttpNetwork network = to(relay.port())) {
      Kith again = person(network, "anna");
      again.sync(annas);
      assertThat(again.standing(annas).stage()).isEqualTo("inviting");
    }
  }
}
