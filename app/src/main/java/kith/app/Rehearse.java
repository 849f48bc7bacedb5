package kith.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kith.relay.Relay;
import kith.relay.RelayConfig;
import kith.wire.Capability;
import kith.wire.Days;
import kith.wire.Id;
import picocli.CommandLine.Command;

/// `kith rehearse`: a short life of a relay in a folder that is thrown away. Making a release runs
/// it so that Java can keep what starting needs (an AOT cache, JEP 514); people never need it.
@Command(name = "rehearse", hidden = true, description = "A short life of a relay, for releases.")
final class Rehearse implements Callable<Integer> {
  /// Often enough that all that a request needs was loaded and used.
  private static final int ROUNDS = 40;

  /// Secret of nothing: the folder is thrown away.
  private static final byte CAPABILITY_BYTE = 7;

  /// The smallest box that an event may have.
  private static final int EVENT_BYTES = 1024;

  private static final int REFUSED = 300;

  /// 0 when every step had the answer that it should have.
  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kith-rehearsal");
    try (Relay relay = Relay.start(RelayConfig.local(folder, 0));
        HttpClient http = HttpClient.newHttpClient()) {
      String root = "http://127.0.0.1:" + relay.port();
      for (int round = 1; round <= ROUNDS; round++) {
        round(http, root, round);
      }
    } finally {
      remove(folder);
    }
    return 0;
  }

  private static void round(HttpClient http, String root, int number)
      throws IOException, InterruptedException {
    byte[] secret = new byte[Capability.LENGTH];
    Arrays.fill(secret, CAPABILITY_BYTE);
    Capability seat = Capability.of(secret).orElseThrow();
    String bond = root + "/v1/bonds/" + id(number);
    for (String page : List.of("/", "/health", "/v1/about")) {
      ask(http, get(root + page));
    }
    ask(http, put(bond, "{\"seat\":\"%s\"}".formatted(seat.seatHash().text())));
    ask(http, seated(put(bond + "/gates/" + id(number), deposit()), seat));
    ask(http, seated(post(bond + "/entries", entry(number)), seat));
    ask(http, seated(get(bond + "/entries?after=0"), seat));
  }

  private static String deposit() {
    return "{\"revision\":1,\"expires\":%d,\"parts\":%s}"
        .formatted(Days.today(Clock.systemUTC()) + 1, parts());
  }

  private static String entry(int number) {
    return "{\"handle\":\"%s\",\"parts\":%s}".formatted(id(number), parts());
  }

  private static String parts() {
    return "{\"event\":\"%s\"}".formatted(text(new byte[EVENT_BYTES]));
  }

  private static String id(int number) {
    byte[] bytes = new byte[Id.LENGTH];
    bytes[0] = (byte) number;
    return text(bytes);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static HttpRequest.Builder get(String address) {
    return HttpRequest.newBuilder(URI.create(address));
  }

  private static HttpRequest.Builder put(String address, String json) {
    return get(address)
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(json));
  }

  private static HttpRequest.Builder post(String address, String json) {
    return get(address)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private static HttpRequest.Builder seated(HttpRequest.Builder request, Capability seat) {
    return request.header("Authorization", "Bearer " + seat.text());
  }

  private static void ask(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= REFUSED) {
      throw new IOException("the rehearsal was answered " + answer.statusCode());
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(Rehearse::delete);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
