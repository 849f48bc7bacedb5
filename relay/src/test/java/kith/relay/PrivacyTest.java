package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kith.relay.log.Sample;
import kith.wire.Base64Url;
import kith.wire.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the relay keeps and prints: a byte scan of its folder and its output.
final class PrivacyTest {
  private static final String AGENT = "SomeBrowser/1.2 (a very particular device)";
  private static final String FORWARDED = "203.0.113.77";
  private static final String BOND = "/v1/bonds/" + Sample.bond(1).text();
  private static final String VAULT = "/v1/vaults/" + Sample.id(71).text();
  private static final String PUSH = Sample.id(72).text();
  private static final String PUSH_WISH =
      "{\"address\":\"https://web.push.apple.com/pushed\",\"hours\":[7]}";
  private static final String REFERER = "https://where-i-was.example/page";

  private static String scan(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void neither_the_folder_nor_the_output_holds_a_capability_an_address_or_a_user_agent(
      @TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    try (ChildRelay child = ChildRelay.start(data, folder.resolve("output"))) {
      journey(child);
      String printed = java.nio.file.Files.readString(folder.resolve("output"));
      for (String id : List.of(Sample.bond(1).text(), VAULT, PUSH, "pushed", "/v1/")) {
        assertThat(printed).as("no id, path or address in the output").doesNotContain(id);
      }
      String running = scan(folder);
      assertThat(running).as("the scan finds what is there").contains(latin(hashOf(10)));
      assertClean(running);
      child.stop();
      assertClean(scan(folder));
    }
  }

  private static byte[] hashOf(long number) {
    return Sample.hash(number).bytes();
  }

  private static void journey(ChildRelay child) {
    List<HttpRequest.Builder> requests =
        List.of(
            child.request("PUT", "/v1/bonds/" + Sample.bond(1).text(), null, Say.seat(10)),
            child.request("POST", Say.entriesOf(1), 10L, Say.entry(1)),
            child.request("POST", Say.entriesOf(1), 99L, Say.entry(1)),
            child.request("POST", Say.entriesOf(1), 10L, "{\"handle\":"),
            child.request("PUT", Say.gateOf(1, 1), 10L, Say.deposit(1, 90_000, null)),
            child.request("GET", Say.entriesOf(1), 10L, null),
            child.request("GET", "/v1/bonds/x?capability=" + text(10), 10L, null),
            child.request("GET", "/no/such/file.js", 10L, null),
            child.request("GET", BOND + "/votes", 10L, null),
            child.request("PUT", BOND + "/votes", 10L, Say.votes(1, 1)),
            child.request("GET", BOND + "/changes", 10L, null),
            child.request("PUT", Say.entriesOf(1) + "/1/tombstone", 10L, "{}"),
            child.request("POST", BOND + "/keys", 99L, "{\"keys\":[]}"),
            child.request("POST", VAULT + "/challenge", null, "{}"),
            child.request("POST", VAULT + "/unlock", 10L, "{}"),
            child.request("GET", VAULT + "/records", 99L, null),
            child.request("PUT", VAULT + "/pushes/" + PUSH, 99L, PUSH_WISH),
            child.request("PUT", BOND + "/seat", 10L, Say.seat(10)));
    for (HttpRequest.Builder request : requests) {
      request.header("User-Agent", AGENT).header("X-Forwarded-For", FORWARDED);
      request.header("Referer", REFERER).header("Cookie", "name=" + text(10));
      child.send(request);
    }
  }

  private static String text(long number) {
    return Sample.capability(number).text();
  }

  private static void assertClean(String all) {
    for (long number : List.of(10L, 99L)) {
      byte[] bytes = Base64Url.read(text(number)).orElseThrow();
      assertThat(bytes).hasSize(Capability.LENGTH);
      assertThat(all.contains(text(number))).as("capability as text").isFalse();
      assertThat(all.contains(latin(bytes))).as("capability as bytes").isFalse();
    }
    for (String trace : List.of("SomeBrowser", FORWARDED, "where-i-was", "127.0.0.1:")) {
      assertThat(all.contains(trace)).as(trace).isFalse();
    }
    assertThat(all.contains(latin(new byte[] {127, 0, 0, 1, 127}))).isFalse();
  }
}
