package kith.relay.push;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;

/// How the relay reaches push services: which, and by what. `client` is made when the first push is
/// due.
public record Outgoing(PushServices services, Supplier<HttpClient> client) {
  /// How long a service may take to be reached, and then to answer.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The services of the browsers in use, straight and without following where they point to.
  public static Outgoing usual() {
    return new Outgoing(PushServices.known(), () -> builder().build());
  }

  /// What every client has in common.
  public static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .connectTimeout(PATIENCE)
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(ProxySelector.of(null));
  }
}
