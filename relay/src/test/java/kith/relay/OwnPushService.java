package kith.relay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kith.relay.push.Outgoing;
import kith.relay.push.PushServices;

/// A push service on this machine, with a certificate of its own that only the test trusts. It
/// keeps every request that it is sent.
final class OwnPushService implements AutoCloseable {
  private static final char[] PASSWORD = "only-in-tests".toCharArray();
  private static final int OK = 201;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpsServer server;
  private final SSLContext trust;
  private final List<Request> requests = new ArrayList<>();
  private final Map<String, Answer> answers = new TreeMap<>();

  /// One request: its headers by lower-case name, and how long its body was.
  record Request(String method, String path, Map<String, String> headers, int body) {}

  /// What is answered: a status, and perhaps a header.
  record Answer(int status, Map<String, String> headers) {}

  OwnPushService(Path folder) {
    try {
      trust = context(keys(folder));
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(trust));
      server.createContext("/", this::take);
      // By default one exchange at a time, TLS's handshake among it: forty of them can take longer
      // than the relay waits for one when the machine is busy.
      server.setExecutor(threads);
      server.start();
    } catch (IOException | GeneralSecurityException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static KeyStore keys(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = folder.resolve("push-service.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "service",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (made.waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, PASSWORD);
    } catch (IOException nothingIsRead) {
      throw new UncheckedIOException(nothingIsRead);
    }
    trusted.setCertificateEntry("service", keys.getCertificate("service"));
    TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
    others.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(lower(name), String.join(",", values)));
    Answer answer = note(exchange, headers, body.length);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), -1);
    exchange.close();
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  private synchronized Answer note(HttpExchange exchange, Map<String, String> headers, int body) {
    String path = exchange.getRequestURI().getPath();
    requests.add(new Request(exchange.getRequestMethod(), path, headers, body));
    return answers.getOrDefault(path, new Answer(OK, Map.of()));
  }

  /// From now on, requests for this path are answered so.
  synchronized void answer(String path, int status, Map<String, String> headers) {
    answers.put(path, new Answer(status, headers));
  }

  /// What came since the last time, in order.
  synchronized List<Request> taken() {
    List<Request> all = List.copyOf(requests);
    requests.clear();
    return all;
  }

  /// How it stands in an address.
  String authority() {
    return "localhost:" + server.getAddress().getPort();
  }

  String address(String path) {
    return "https://" + authority() + path;
  }

  /// A way for a relay to reach it, and nothing else.
  Outgoing way() {
    return new Outgoing(new PushServices(List.of(authority()), _ -> true), this::client);
  }

  /// The same, but with the rule of which machines may be called.
  Outgoing strictWay() {
    PushServices strict = new PushServices(List.of(authority()), PushServices.known().mayCall());
    return new Outgoing(strict, this::client);
  }

  private java.net.http.HttpClient client() {
    return Outgoing.builder().sslContext(trust).build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
