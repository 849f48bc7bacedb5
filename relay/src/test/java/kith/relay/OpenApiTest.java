package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kith.relay.http.DescribedRoutes;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.wire.Box;
import kith.wire.Capability;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The description of the routes (openapi.yaml) is whole and true.
///
/// That every exchange of every test has a described shape is looked at in [Running]; here, all
/// routes are gone through, well and badly asked.
final class OpenApiTest {
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final Capability ONE = Sample.capability(10);
  private static final Capability TWO = Sample.capability(20);
  private static final Capability STRANGER = Sample.capability(99);
  private static final String BOND = "/v1/bonds/" + Sample.bond(1).text();
  private static final String SMALL = Say.b64(Sample.box(1024, 5));

  @TempDir Path folder;

  @Test
  void every_route_is_described_and_nothing_else_is() {
    List<String> described =
        Described.relay().operations().stream()
            .map(each -> each.method() + " " + each.path().replaceAll("\\{[a-z]+}", "{}"))
            .toList();
    assertThat(described).containsExactlyInAnyOrderElementsOf(DescribedRoutes.list());
  }

  @Test
  void the_file_is_served_as_it_is(@TempDir Path other) throws Exception {
    byte[] file = getClass().getResourceAsStream("/kith/relay/openapi.yaml").readAllBytes();
    try (Running relay = new Running(other)) {
      String answer = relay.raw("GET", "/v1/openapi", null, null);
      assertThat(answer).containsIgnoringCase("\r\ncontent-type: application/yaml\r\n");
      assertThat(answer).endsWith(new String(file, java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void names_of_operations_are_unique_and_references_lead_somewhere() {
    Described described = Described.relay();
    assertThat(described.operations())
        .extracting(Described.Operation::name)
        .doesNotHaveDuplicates();
    for (var each : described.references().keySet()) {
      assertThat(described.root().at(each.substring(1)).isMissingNode()).as(each).isFalse();
    }
    for (String kind : List.of("schemas", "responses", "parameters", "requestBodies")) {
      for (var part : described.root().path("components").path(kind).properties()) {
        if (!part.getKey().equals("Base64url")) {
          assertThat(described.references())
              .containsKey("#/components/" + kind + "/" + part.getKey());
        }
      }
    }
  }

  @Test
  void each_variable_of_a_path_is_described() {
    for (Described.Operation operation : Described.relay().operations()) {
      Set<String> named = new TreeSet<>();
      JsonNode item = Described.relay().root().path("paths").path(operation.path());
      item.path("parameters")
          .forEach(one -> named.add(Described.relay().resolved(one).path("name").asString()));
      Set<String> there = new TreeSet<>();
      java.util.regex.Pattern.compile("\\{([a-z]+)}")
          .matcher(operation.path())
          .results()
          .forEach(found -> there.add(found.group(1)));
      assertThat(named).as(operation.path()).isEqualTo(there);
      assertThat(operation.node().path("summary").asString()).isNotBlank();
    }
  }

  /// Names are what clients decide by: none of these may ever change its meaning or go away.
  @Test
  void the_names_of_problems_are_these() {
    List<String> names =
        Arrays.stream(Problem.values())
            .map(problem -> Problem.TYPE_PREFIX + problem.wireName())
            .distinct()
            .toList();
    List<String> described = new ArrayList<>();
    Described.relay()
        .root()
        .at("/components/schemas/Problem/properties/type/enum")
        .forEach(name -> described.add(name.asString()));
    assertThat(described).containsExactlyElementsOf(names);
    assertThat(names).hasSize(27);
  }

  @Test
  void what_is_wrong_is_noticed() {
    Described described = Described.relay();
    assertThat(wrong("GET", "/v1/about", 200, "{\"wire\":1}")).isNotEmpty();
    String about = "{\"wire\":1,\"day\":1,\"origins\":[],\"operator\":null}";
    assertThat(wrong("GET", "/v1/about", 200, about)).isEmpty();
    assertThat(wrong("GET", "/v1/about", 200, about.replace("}", ",\"more\":1}"))).isNotEmpty();
    assertThat(wrong("GET", "/v1/about", 201, about)).isNotEmpty();
    assertThat(wrong("GET", "/v1/about", 404, about)).isNotEmpty();
    assertThat(wrong("PATCH", "/v1/about", 200, about)).isNotEmpty();
    assertThat(wrong("GET", "/v1/bonds", 200, about)).isNotEmpty();
    JsonNode id = described.root().at("/components/schemas/Id");
    assertThat(described.check(id, "\"" + Sample.id(5).text() + "\"", false)).isEmpty();
    assertThat(described.check(id, "\"" + Sample.id(5).text() + "A\"", false)).isNotEmpty();
  }

  private static List<String> wrong(String method, String path, int status, String answer) {
    return Described.relay()
        .wrong(new Described.Exchange(method, path, null, status, "application/json", answer));
  }

  @Test
  void every_operation_answers_as_described_when_asked_well_and_when_not() {
    try (Running relay = new Running(folder)) {
      relay.bond(1);
      inABond(relay);
      invitations(relay);
      vaults(relay);
      about(relay);
      votesAndTheEnd(relay);
    }
    Set<String> missing = new TreeSet<>();
    for (Described.Operation operation : Described.relay().operations()) {
      for (var response : operation.node().path("responses").properties()) {
        String seen = operation.name() + " " + response.getKey();
        if (!UNSEEN.contains(seen) && !response.getKey().equals("default")) {
          missing.add(seen);
        }
      }
    }
    missing.removeAll(Described.relay().seen());
    assertThat(missing).isEmpty();
  }

  /// Limits of hundreds or thousands, which other tests reach; and a stream, which does not end.
  private static final Set<String> UNSEEN =
      Set.of(
          "appendEntry 429",
          "rewrap 429",
          "createVault 429",
          "addUnlocker 429",
          "putRecord 429",
          "setPush 429",
          "unlock 429",
          "live 200",
          "live 429");

  private static void inABond(Running relay) {
    relay.ask("PUT", BOND, null, Say.seat(99));
    relay.ask("POST", Say.entriesOf(1), ONE, Say.entry(1, 7));
    Say.words(relay, 1, ONE, 2);
    for (int gate = 1; gate <= 66; gate++) {
      relay.ask("PUT", Say.gateOf(1, gate), ONE, Say.deposit(1, DAY, Sample.words(gate)));
    }
    relay.ask("PUT", Say.gateOf(1, 1), TWO, Say.deposit(1, DAY, Sample.words(1)));
    relay.ask("PUT", Say.gateOf(1, 2), ONE, Say.deposit(2, DAY, null));
    String key = Say.b64(Sample.box(65, 2));
    String keys = "{\"keys\":[{\"seq\":2,\"was\":\"" + key + "\",\"key\":\"" + key + "\"}]}";
    relay.ask("POST", BOND + "/keys", ONE, keys);
    relay.ask("POST", BOND + "/keys", TWO, keys);
    String tombstone = "{\"tombstone\":\"" + SMALL + "\",\"on\":null}";
    relay.ask("PUT", Say.entriesOf(1) + "/2/tombstone", ONE, tombstone);
    relay.ask("PUT", Say.entriesOf(1) + "/999/tombstone", ONE, tombstone);
    relay.ask("GET", BOND + "/changes?after=0", TWO, null);
    relay.ask("GET", Say.entriesOf(1), TWO, null);
    strangers(relay, tombstone, keys);
    relay.ask("PUT", BOND + "/seat", ONE, Say.seat(20));
    relay.ask("PUT", BOND + "/seat", ONE, Say.seat(10));
  }

  private static void strangers(Running relay, String tombstone, String keys) {
    for (Capability who : Arrays.asList(STRANGER, null)) {
      relay.ask("GET", Say.entriesOf(1), who, null);
      relay.ask("POST", Say.entriesOf(1), who, Say.entry(1));
      relay.ask("GET", BOND + "/changes", who, null);
      relay.ask("PUT", Say.entriesOf(1) + "/2/tombstone", who, tombstone);
      relay.ask("POST", BOND + "/keys", who, keys);
      relay.ask("PUT", Say.gateOf(1, 2), who, Say.deposit(1, DAY, null));
      relay.ask("GET", BOND + "/votes", who, null);
      relay.ask("PUT", BOND + "/seat", who, Say.seat(10));
      relay.ask("POST", BOND + "/end", who, end());
      relay.ask("POST", "/v1/live", who, Say.live(1, 99));
    }
  }

  private static String end() {
    return "{\"handle\":\"%s\",\"event\":\"%s\"}".formatted(Sample.handle(900).text(), SMALL);
  }

  private static void votesAndTheEnd(Running relay) {
    relay.ask("GET", BOND + "/votes", TWO, null);
    relay.ask("PUT", BOND + "/votes", STRANGER, Say.votes(DAY, 1));
    Running.expect("200", relay.ask("PUT", BOND + "/votes", TWO, Say.votes(DAY, 1)));
    relay.ask("PUT", BOND + "/votes", TWO, Say.votes(DAY, 7));
    relay.ask("POST", BOND + "/end", TWO, end());
    relay.ask("POST", Say.entriesOf(1), TWO, Say.entry(50));
    relay.ask("PUT", Say.gateOf(1, 2), TWO, Say.deposit(1, DAY, null));
    relay.ask("GET", BOND + "/votes", TWO, null);
    relay.ask("PUT", BOND + "/votes", TWO, Say.votes(DAY, 1));
    String key = Say.b64(Sample.box(65, 2));
    String keys = "{\"keys\":[{\"seq\":2,\"was\":\"" + key + "\",\"key\":\"" + key + "\"}]}";
    relay.ask("POST", BOND + "/keys", ONE, keys);
    relay.ask("PUT", invitation(77), ONE, Say.offer(1, 1, DAY));
  }

  private static String invitation(long number) {
    return "/v1/invitations/" + Sample.invitation(number).text();
  }

  private static void invitations(Running relay) {
    Capability inviter = Sample.capability(30);
    relay.ask("PUT", "/v1/bonds/" + Sample.bond(2).text(), null, Say.seat(30));
    for (int number = 1; number <= 9; number++) {
      relay.ask("PUT", invitation(number), inviter, Say.offer(2, number, DAY));
    }
    relay.ask("PUT", invitation(1), inviter, Say.offer(2, 5, DAY));
    relay.ask("PUT", invitation(1), STRANGER, Say.offer(2, 5, DAY));
    for (String step : List.of("/accept", "/confirm", "")) {
      String body = step.equals("/accept") ? Say.accept(2, 40) : Say.confirm(3);
      String method = step.isEmpty() ? "GET" : "PUT";
      relay.ask(method, invitation(500) + step, inviter, step.isEmpty() ? null : body);
      relay.ask(method, invitation(1) + step, inviter, step.isEmpty() ? null : body);
    }
    relay.ask("PUT", invitation(1) + "/confirm", STRANGER, Say.confirm(3));
    relay.ask("PUT", invitation(1) + "/confirm", inviter, Say.confirm(3));
    relay.ask("PUT", invitation(2) + "/accept", null, Say.accept(2, 41));
    relay.ask("PUT", invitation(2) + "/confirm", inviter, Say.confirm(3));
    relay.ask("GET", invitation(1), null, null);
    relay.ask("DELETE", invitation(1), STRANGER, null);
    relay.ask("DELETE", invitation(1), inviter, null);
    relay.ask("DELETE", invitation(500), inviter, null);
    relay.ask("GET", invitation(1), null, null);
    relay.clock.toDay(DAY + 1);
    relay.ask("GET", invitation(3), null, null);
    relay.ask("PUT", invitation(3) + "/accept", null, Say.accept(2, 44));
    relay.clock.toDay(DAY + 40);
    relay.ask("PUT", invitation(1) + "/confirm", inviter, Say.confirm(3));
    relay.clock.toDay(DAY);
  }

  private static void vaults(Running relay) {
    OpenVault vault = new OpenVault(relay, 1);
    String unlocker = "{\"unlocker\":" + vault.unlocker() + "}";
    String other = unlocker.replace("\"kind\":4", "\"kind\":3");
    String one = "/records/" + Sample.id(5).text();
    String push = "/pushes/" + Sample.id(6).text();
    String known = vault.unlocker().replaceAll(".*\"unlocker\":\"([^\"]+)\".*", "$1");
    vault.ask("PUT", "", null, other);
    vault.ask("POST", "/unlock", null, vault.answer(Say.b64(new Box(new byte[32]))));
    String wish = "{\"address\":\"https://web.push.apple.com/x\",\"hours\":[7]}";
    for (Capability who : Arrays.asList(vault.session(), STRANGER)) {
      vault.ask("PUT", one, who, "{\"was\":0,\"box\":\"" + SMALL + "\"}");
      vault.ask("PUT", one, who, "{\"was\":7,\"box\":null}");
      vault.ask("GET", one, who, null);
      vault.ask("GET", "/records/" + Sample.id(99).text(), who, null);
      vault.ask("GET", "/records?after=0", who, null);
      vault.ask("GET", "/unlockers", who, null);
      vault.ask("POST", "/unlockers", who, unlocker);
      vault.ask("POST", "/unlockers", who, other);
      vault.ask("PUT", push, who, wish);
      vault.ask("DELETE", push, who, null);
      vault.ask("PUT", "/unlockers", who, renewal(9, vault));
      vault.ask("PUT", "/unlockers", who, renewal(2, vault));
      vault.ask("DELETE", "/unlockers/" + known, who, null);
      vault.ask("DELETE", "/unlockers/" + Sample.id(3).text(), who, null);
    }
    vault.ask("DELETE", "", STRANGER, null);
    vault.ask("DELETE", "/session", STRANGER, null);
    vault.ask("DELETE", "/session", null);
    vault.unlock();
    vault.ask("DELETE", "", null);
  }

  private static String renewal(int generation, OpenVault vault) {
    return "{\"generation\":" + generation + ",\"unlockers\":[" + vault.unlocker() + "]}";
  }

  private static void about(Running relay) {
    for (@Nullable String path : List.of("/v1/about", "/v1/push", "/v1/openapi")) {
      Running.expect("200", relay.ask("GET", path, null, null));
      relay.ask("DELETE", path, null, null);
    }
    relay.ask("GET", "/v1/nothing", null, null);
  }
}
