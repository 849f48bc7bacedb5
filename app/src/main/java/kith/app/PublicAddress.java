package kith.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import kith.relay.log.Finding;

/// Looks at a relay from outside, as a browser would reach it.
final class PublicAddress {
  private static final String WHAT = "public address";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  /// A year, which browsers and lists of sites ask for.
  private static final long HSTS_SECONDS = 31_536_000;

  private static final Pattern DAY = Pattern.compile("\"day\"\\s*:\\s*(\\d{1,6})");
  private static final Pattern HSTS = Pattern.compile("max-age=\"?(\\d{1,12})");

  private PublicAddress() {}

  static List<Finding> look(String origin, int today) {
    URI about;
    try {
      about = URI.create(origin + "/v1/about");
    } catch (IllegalArgumentException notAnAddress) {
      return List.of(Finding.bad(WHAT, "“%s” is not an address.".formatted(origin)));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(scheme(about));
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(about).timeout(PATIENCE).header("Origin", origin).build();
      answered(http.send(request, BodyHandlers.ofString()), origin, today, findings);
    } catch (SSLException failure) {
      findings.add(
          Finding.bad(
              WHAT, "TLS fails (%s); look at the certificate.".formatted(failure.getMessage())));
    } catch (IOException | IllegalArgumentException failure) {
      findings.add(
          Finding.bad(
              WHAT,
              "%s does not answer (%s); is the proxy running, and does the name lead here?"
                  .formatted(origin, failure.getClass().getSimpleName())));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return findings;
  }

  private static Finding scheme(URI about) {
    boolean local = "localhost".equals(about.getHost()) || "127.0.0.1".equals(about.getHost());
    if ("https".equals(about.getScheme())) {
      return Finding.good(WHAT, "It is reached by https.");
    }
    return local
        ? Finding.good(WHAT, "It is this machine only, so it needs no https.")
        : Finding.bad(
            WHAT,
            "It is not https: browsers refuse to seal words there. Put a TLS proxy in front.");
  }

  private static void answered(
      HttpResponse<String> answer, String origin, int today, List<Finding> findings) {
    if (answer.statusCode() != OK) {
      findings.add(
          Finding.bad(
              WHAT,
              ("It answers %d. If that is 403, `kith serve --origin %s` was not given; otherwise"
                      + " look at the proxy.")
                  .formatted(answer.statusCode(), origin)));
      return;
    }
    findings.add(
        answer.body().contains("\"" + origin + "\"")
            ? Finding.good(WHAT, "Kith answers there and knows this address as its own.")
            : Finding.bad(
                WHAT,
                "Kith answers there but does not know the address; start it with --origin %s."
                    .formatted(origin)));
    day(answer.body(), today).ifPresent(findings::add);
    if (origin.startsWith("https://")) {
      findings.add(hsts(answer));
    }
  }

  private static Optional<Finding> day(String body, int today) {
    Matcher day = DAY.matcher(body);
    if (!day.find()) {
      return Optional.empty();
    }
    int apart = Math.abs(Integer.parseInt(day.group(1)) - today);
    return Optional.of(
        apart <= 1
            ? Finding.good("clock", "Its clock agrees with this machine's to the day.")
            : Finding.bad(
                "clock",
                "Its clock is %d days from this machine's; set both (NTP).".formatted(apart)));
  }

  private static Finding hsts(HttpResponse<String> answer) {
    long seconds =
        answer
            .headers()
            .firstValue("Strict-Transport-Security")
            .map(HSTS::matcher)
            .filter(Matcher::find)
            .map(found -> Long.parseLong(found.group(1)))
            .orElse(0L);
    return seconds >= HSTS_SECONDS
        ? Finding.good(WHAT, "Browsers are told to use https only.")
        : Finding.look(
            WHAT,
            "Browsers are not told to use https only; let the proxy send"
                + " Strict-Transport-Security: max-age=31536000.");
  }
}
