package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import kith.relay.OwnPushService.Request;
import kith.relay.log.MovingClock;
import kith.relay.log.Outcome;
import kith.relay.log.RelayLog;
import kith.relay.log.Sample;
import kith.relay.log.Unlocked;
import kith.relay.log.VaultLog;
import kith.relay.log.VaultRequests;
import kith.relay.log.postgres.PostgresLog;
import kith.relay.log.postgres.TestDatabase;
import kith.relay.push.Pusher;
import kith.wire.Base64Url;
import kith.wire.Capability;
import kith.wire.PushId;
import kith.wire.Unlocker;
import kith.wire.UnlockerId;
import kith.wire.VaultId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Devices are woken at the hours that were chosen, with nothing in it, whatever happens.
final class PushTest {
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final long STEP_MILLIS = 30 * 60_000L;
  private static final int STEPS_PER_DAY = 48;
  private static final int DEVICES = 40;
  private static final Capability B = Sample.capability(20);

  @TempDir static Path services;
  private static OwnPushService service;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    service = new OwnPushService(services);
  }

  @AfterAll
  static void close() {
    service.close();
  }

  private static String wish(String address, String hours) {
    return "{\"address\":\"%s\",\"hours\":%s}".formatted(address, hours);
  }

  private static String push(long number) {
    return "/pushes/" + Sample.id(9_000 + number).text();
  }

  private OpenVault vault(Running relay, String path, String hours) {
    OpenVault vault = new OpenVault(relay, 1);
    String answer = vault.ask("PUT", push(1), wish(service.address(path), hours));
    assertThat(answer).isEqualTo("200 {\"day\":" + DAY + "}");
    return vault;
  }

  /// Lets a day go by as a running relay sees it; which steps brought a push.
  private List<String> day(Running relay, Runnable each) {
    List<String> when = new ArrayList<>();
    for (int step = 0; step < STEPS_PER_DAY; step++) {
      each.run();
      relay.clock.plusMillis(STEP_MILLIS);
      relay.relay().wakeDevices();
      for (Request request : service.taken()) {
        Map<String, String> headers = new java.util.TreeMap<>(request.headers());
        headers.remove("authorization");
        when.add(step + " " + request.method() + request.path() + request.body() + headers);
      }
    }
    return when;
  }

  @Test
  void a_push_is_empty_and_shows_which_relay_sends_it() throws Exception {
    try (Running relay = new Running(folder.resolve("data"), service.way())) {
      vault(relay, "/device", "[0]");
      relay.clock.plusMillis(3_600_000);
      relay.relay().wakeDevices();
      List<Request> all = service.taken();
      assertThat(all).hasSize(1);
      Request one = all.getFirst();
      assertThat(one.method() + one.path() + one.body()).isEqualTo("POST/device0");
      assertThat(one.headers()).containsEntry("ttl", "3600").containsEntry("urgency", "normal");
      assertThat(new TreeSet<>(one.headers().keySet()))
          .doesNotContain("content-encoding", "content-type", "topic", "crypto-key");
      String key = OpenVault.field(relay.ask("GET", "/v1/push", null, null), "key");
      assertThat(one.headers().getOrDefault("authorization", "")).endsWith(", k=" + key);
      String[] proof =
          one.headers()
              .getOrDefault("authorization", "")
              .replaceAll("vapid t=|,.*", "")
              .split("\\.");
      assertThat(verified(key, proof)).isTrue();
      long until = relay.clock.millis() / 1000 + 12 * 3600;
      assertThat(text(proof[0])).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
      assertThat(text(proof[1]))
          .isEqualTo("{\"aud\":\"https://%s\",\"exp\":%d}".formatted(service.authority(), until));
      relay.restart();
      assertThat(relay.ask("GET", "/v1/push", null, null)).contains(key);
    }
  }

  private static String text(String base64) {
    return new String(Base64Url.read(base64).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static boolean verified(String key, String[] proof) throws GeneralSecurityException {
    byte[] point = Base64Url.read(key).orElseThrow();
    assertThat(point).hasSize(65).startsWith(4);
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint at =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
            new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
    ECParameterSpec spec = curve.getParameterSpec(ECParameterSpec.class);
    PublicKey publicKey =
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, spec));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(publicKey);
    signature.update((proof[0] + "." + proof[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64Url.read(proof[2]).orElseThrow());
  }

  @Test
  void devices_are_woken_at_the_chosen_hours_and_nothing_that_happens_moves_a_push() {
    List<String> quiet;
    try (Running relay = new Running(folder.resolve("quiet"), service.way())) {
      relay.bond(1);
      vault(relay, "/device", "[7, 20, 7]");
      quiet = day(relay, () -> {});
    }
    assertThat(quiet).hasSize(2);
    assertThat(hour(quiet.get(0))).isEqualTo(7);
    assertThat(hour(quiet.get(1))).isEqualTo(20);
    try (Running relay = new Running(folder.resolve("busy"), service.way())) {
      relay.bond(1);
      vault(relay, "/device", "[20, 7]");
      long[] number = {0};
      List<String> busy =
          day(
              relay,
              () -> {
                long next = ++number[0];
                relay.ask("POST", Say.entriesOf(1), B, Say.entry(next));
                String words = Say.deposit(next, DAY + 5, Sample.words(next));
                relay.ask("PUT", Say.gateOf(1, next), B, words);
                relay.ask("PUT", Say.gateOf(1, next), Sample.capability(10), words);
                relay.relay().letTimePass();
              });
      assertThat(busy).isEqualTo(quiet);
      assertThat(day(relay, () -> {})).as("the next day too").isEqualTo(quiet);
    }
  }

  private static int hour(String when) {
    return ((Integer.parseInt(when.substring(0, when.indexOf(' '))) + 1) * 30 - 1) / 60;
  }

  @Test
  void a_device_that_the_service_does_not_know_is_forgotten() {
    for (int status : new int[] {404, 410}) {
      try (Running relay = new Running(folder.resolve("gone" + status), service.way())) {
        vault(relay, "/gone", "[7, 20]");
        service.answer("/gone", status, Map.of());
        assertThat(day(relay, () -> {})).hasSize(1);
        assertThat(day(relay, () -> {})).isEmpty();
      }
    }
  }

  @Test
  void a_service_that_fails_is_tried_again_three_times_and_not_beyond_the_hour() {
    try (Running relay = new Running(folder.resolve("data"), service.way())) {
      vault(relay, "/busy", "[7]");
      service.answer("/busy", 503, Map.of());
      assertThat(day(relay, () -> {})).hasSize(4);
      service.answer("/busy", 429, Map.of("Retry-After", "86400"));
      assertThat(day(relay, () -> {})).hasSize(1);
      service.answer("/busy", 400, Map.of());
      assertThat(day(relay, () -> {})).as("refused, not forgotten").hasSize(1);
      service.answer("/busy", 302, Map.of("Location", service.address("/elsewhere")));
      assertThat(day(relay, () -> {})).as("never followed").hasSize(1);
      service.answer("/busy", 201, Map.of());
      assertThat(day(relay, () -> {})).hasSize(1);
    }
  }

  @Test
  void an_address_that_is_no_push_service_is_refused_before_it_is_kept() {
    try (Running relay = new Running(folder.resolve("data"))) {
      OpenVault vault = new OpenVault(relay, 1);
      for (String address :
          List.of(
              "http://fcm.googleapis.com/x",
              "https://fcm.googleapis.com:8443/x",
              "https://fcm.googleapis.com@10.0.0.1/x",
              "https://10.0.0.1/x",
              "https://[::1]/x",
              "https://localhost/x",
              "https://push.services.mozilla.com.evil.example/x",
              "https://evilpush.apple.com.example/x",
              "https://.push.apple.com/x",
              "https://fcm.googleapis.com/x#part",
              "file:///etc/passwd",
              "fcm.googleapis.com/x",
              "https://fcm.googleapis.com/" + "x".repeat(1024),
              " ")) {
        assertThat(vault.ask("PUT", push(1), wish(address, "[7]")))
            .as(address)
            .startsWith("400 ")
            .contains("\"field\":\"address\"")
            .doesNotContain("evil", "10.0.0.1");
      }
      for (String hours : List.of("[]", "[24]", "[-1]", "[1,2,3,4,5]", "7", "[1.5]", "null")) {
        assertThat(vault.ask("PUT", push(1), wish("https://fcm.googleapis.com/x", hours)))
            .as(hours)
            .startsWith("400 ")
            .contains("\"field\":\"hours\"");
      }
      for (String address :
          List.of(
              "https://fcm.googleapis.com/fcm/send/abc:def",
              "https://updates.push.services.mozilla.com/wpush/v2/abc",
              "https://web.push.apple.com/abc",
              "https://wns2-par02p.notify.windows.com/w/?token=abc%2b")) {
        assertThat(vault.ask("PUT", push(1), wish(address, "[0,23]")))
            .as(address)
            .startsWith("200 ");
      }
    }
  }

  @Test
  void a_name_that_points_into_the_operators_own_network_is_not_called() {
    try (Running relay = new Running(folder.resolve("data"), service.strictWay())) {
      vault(relay, "/inside", "[7]");
      assertThat(day(relay, () -> {})).isEmpty();
    }
  }

  @Test
  void whoever_clears_it_or_starts_a_new_generation_is_woken_no_more() {
    try (Running relay = new Running(folder.resolve("data"), service.way())) {
      OpenVault vault = vault(relay, "/device", "[7]");
      assertThat(vault.ask("PUT", push(2), B, wish(service.address("/other"), "[7]")))
          .startsWith("401 ")
          .contains("not-unlocked");
      assertThat(vault.ask("DELETE", push(1), B, null)).startsWith("401 ");
      for (int number = 2; number <= 16; number++) {
        vault.ask("PUT", push(number), wish(service.address("/n" + number), "[7]"));
      }
      assertThat(vault.ask("PUT", push(17), wish(service.address("/n17"), "[7]")))
          .startsWith("429 ");
      assertThat(vault.ask("DELETE", push(1), null)).isEqualTo("200 {\"day\":" + DAY + "}");
      assertThat(vault.ask("DELETE", push(1), null)).isEqualTo("200 {\"day\":" + DAY + "}");
      assertThat(day(relay, () -> {})).hasSize(15).noneMatch(one -> one.contains("/device"));
      String renewed = "{\"generation\":2,\"unlockers\":[" + vault.unlocker() + "]}";
      assertThat(vault.ask("PUT", "/unlockers", renewed)).startsWith("200 ");
      assertThat(day(relay, () -> {})).isEmpty();
    }
  }

  @Test
  void what_was_due_while_the_relay_was_down_is_let_go_by() {
    try (Running relay = new Running(folder.resolve("data"), service.way())) {
      vault(relay, "/device", "[7]");
      relay.clock.plusMillis(10 * 3_600_000L);
      relay.relay().wakeDevices();
      assertThat(service.taken()).isEmpty();
      assertThat(day(relay, () -> {})).hasSize(1);
    }
  }

  @Test
  void several_nodes_send_a_push_once() {
    MovingClock clock = new MovingClock();
    String url = TestDatabase.url(folder);
    try (RelayLog one = PostgresLog.open(url, clock);
        RelayLog two = PostgresLog.open(url, clock);
        Pusher first = Pusher.start(one.vaults(), clock, service.way(), null);
        Pusher second = Pusher.start(two.vaults(), clock, service.way(), null)) {
      for (int number = 1; number <= DEVICES; number++) {
        wake(one.vaults(), number);
      }
      clock.plusMillis(3_600_000);
      CompletableFuture.allOf(
              CompletableFuture.runAsync(first::look), CompletableFuture.runAsync(second::look))
          .join();
      List<String> paths = service.taken().stream().map(Request::path).toList();
      assertThat(paths).hasSize(DEVICES).doesNotHaveDuplicates();
    }
  }

  private void wake(VaultLog vaults, long number) {
    VaultId vault = new VaultId(Sample.id(number));
    Unlocker device =
        new Unlocker(
            new UnlockerId(Sample.id(1)),
            Unlocker.Kind.DEVICE,
            Sample.box(100, 1),
            Sample.box(32, 1),
            null,
            0);
    vaults.createVault(new VaultRequests.Create(vault, device)).join();
    vaults
        .openSession(
            new VaultRequests.OpenSession(
                vault, device.id(), Sample.hash(number), Sample.box(32, number)))
        .join();
    Unlocked by = new Unlocked(vault, Sample.hash(number));
    PushId push = new PushId(Sample.id(number));
    String address = service.address("/d" + number);
    assertThat(vaults.setPush(new VaultRequests.SetPush(by, push, address, List.of(0))).join())
        .isEqualTo(new Outcome.Done<>(DAY));
  }
}
