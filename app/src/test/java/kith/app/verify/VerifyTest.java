package kith.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server that gives the app of a release, or something else in one place.
class VerifyTest {

  private static final String POLICY =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

  private final Map<String, byte[]> files = new HashMap<>();
  private String policy = POLICY;
  private HttpServer server = start();

  private static HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @BeforeEach
  void serve() {
    files.put("/index.html", bytes("<html><script src=/assets/a.js></script></html>"));
    files.put("/assets/a.js", bytes("start()"));
    files.put("/worker.js", bytes("keep()"));
    server.createContext(
        "/",
        request -> {
          String path = request.getRequestURI().getPath();
          byte[] content = files.get(path.indexOf('.') < 0 ? page(path) : path);
          request.getResponseHeaders().add("Content-Security-Policy", policy);
          request.sendResponseHeaders(content == null ? 404 : 200, 0);
          try (var body = request.getResponseBody()) {
            body.write(content == null ? new byte[0] : content);
          }
        });
    server.start();
  }

  /// The page, unless the server has another one for just this way in.
  private String page(String path) {
    return files.containsKey(path) ? path : "/index.html";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private FileList list() {
    String lines =
        files.entrySet().stream()
            .map(file -> FileList.hash(file.getValue()) + "  " + file.getKey())
            .collect(Collectors.joining("\n"));
    return FileList.read(lines).orElseThrow();
  }

  private List<String> differing(FileList list) throws Exception {
    URI address = URI.create("http://localhost:" + server.getAddress().getPort());
    return Verifying.differences(address, list).stream()
        .map(Verifying.Difference::path)
        .distinct()
        .toList();
  }

  @Test
  void a_server_that_gives_the_release_is_the_same() throws Exception {
    assertThat(differing(list())).isEmpty();
  }

  @Test
  void one_byte_more_in_one_file_is_found() throws Exception {
    FileList list = list();
    files.put("/assets/a.js", bytes("start() "));
    assertThat(differing(list)).containsExactly("/assets/a.js");
  }

  @Test
  void a_file_that_is_missing_is_found() throws Exception {
    FileList list = list();
    files.remove("/worker.js");
    assertThat(differing(list)).containsExactly("/worker.js");
  }

  @Test
  void another_page_behind_a_link_alone_is_found() throws Exception {
    FileList list = list();
    files.put("/j", bytes("<html>join here</html>"));
    assertThat(differing(list)).containsExactly("/j");
  }

  @Test
  void a_page_that_may_run_scripts_of_others_is_found() throws Exception {
    policy = "script-src 'self' https://elsewhere.example";
    assertThat(differing(list())).contains("/");
    policy = "script-src 'self' 'unsafe-inline'";
    assertThat(differing(list())).contains("/");
    policy = "default-src 'self'";
    assertThat(differing(list())).contains("/");
  }

  @Test
  void what_is_no_list_is_refused() {
    assertThat(FileList.read("")).isEmpty();
    assertThat(FileList.read("abc  /index.html")).isEmpty();
    assertThat(FileList.read("0".repeat(64) + " /index.html")).isEmpty();
  }
}
