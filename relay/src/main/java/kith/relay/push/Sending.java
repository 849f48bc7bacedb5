package kith.relay.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sends one empty push and says what became of it.
final class Sending {
  /// Seconds for which a service keeps a push for a device that is away: the hour that was chosen.
  private static final String KEPT_SECONDS = "3600";

  private static final int GONE = 410;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;

  private final PushServices services;
  private final HttpClient client;
  private final Vapid vapid;
  private final @Nullable String subject;

  Sending(Outgoing outgoing, HttpClient client, Vapid vapid, @Nullable String subject) {
    this.services = outgoing.services();
    this.client = client;
    this.vapid = vapid;
    this.subject = subject;
  }

  /// What became of a push.
  sealed interface Fate {
    /// The service has it.
    record Taken() implements Fate {}

    /// The service knows no such device any more.
    record Unknown() implements Fate {}

    /// Not now; perhaps after so many seconds.
    record Later(long seconds) implements Fate {}

    /// Refused, or nothing that may be called.
    record Refused() implements Fate {}
  }

  CompletableFuture<Fate> send(String text, long nowMillis) {
    Optional<URI> address = services.read(text).filter(this::mayCall);
    if (address.isEmpty()) {
      return CompletableFuture.completedFuture(new Fate.Refused());
    }
    HttpRequest request =
        HttpRequest.newBuilder(address.get())
            .timeout(Outgoing.PATIENCE)
            .header("TTL", KEPT_SECONDS)
            .header("Urgency", "normal")
            .header("Authorization", vapid.authorization(address.get(), subject, nowMillis))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    return answer
        .orTimeout(2 * Outgoing.PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .handle((response, failure) -> failure == null ? fate(response) : new Fate.Later(0));
  }

  /// Looked up before each call: a name of a known service that points into a private network is
  /// not called.
  private boolean mayCall(URI address) {
    try {
      InetAddress[] machines = InetAddress.getAllByName(address.getHost());
      return Arrays.stream(machines).allMatch(services.mayCall());
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  private static Fate fate(HttpResponse<Void> response) {
    int status = response.statusCode();
    if (status == NOT_FOUND || status == GONE) {
      return new Fate.Unknown();
    }
    if (status == TOO_MANY || status >= SERVER_FAULT) {
      String after = response.headers().firstValue("Retry-After").orElse("0");
      return new Fate.Later(after.matches("[0-9]{1,9}") ? Long.parseLong(after) : 0);
    }
    return status >= 200 && status < 300 ? new Fate.Taken() : new Fate.Refused();
  }
}
