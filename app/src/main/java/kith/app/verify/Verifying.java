package kith.app.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fetches a server's client, file by file, and holds it against a release's list.
///
/// It shows what the server gives to whoever asks like this, now. A server can give other people,
/// or the same at another time, something else: that no look from outside can rule out.
public final class Verifying {

  /// Where people come in. Whatever has no dot in it is the app's one page.
  private static final List<String> WAYS_IN = List.of("/", "/j");

  private static final String PAGE = "/index.html";

  private static final Pattern SCRIPTS = Pattern.compile("script-src ([^;]*)");

  private static final Pattern LOOSE = Pattern.compile("'unsafe-|https?:|data:|blob:|\\*");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Verifying() {}

  /// Something that is not as the list says.
  ///
  /// @param what in words, for a person
  public record Difference(String path, String what) {}

  /// All differences; none when the server gives what the release is made of.
  ///
  /// @throws IOException when the server cannot be reached
  public static List<Difference> differences(URI server, FileList list)
      throws IOException, InterruptedException {
    List<Difference> found = new ArrayList<>();
    try (HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      for (String path : WAYS_IN) {
        Served served = Served.fetch(http, server, path);
        compared(path, served, list.hashes().getOrDefault(PAGE, ""), found);
        policy(path, served, found);
      }
      for (Map.Entry<String, String> file : list.hashes().entrySet()) {
        if (isServedHere(file.getKey())) {
          Served served = Served.fetch(http, server, file.getKey());
          compared(file.getKey(), served, file.getValue(), found);
        }
      }
    }
    return found;
  }

  /// The demonstration is served only where it was asked for.
  private static boolean isServedHere(String path) {
    return !path.equals("/demo.html");
  }

  private static void compared(String path, Served served, String hash, List<Difference> found) {
    if (served.status() != 200) {
      found.add(new Difference(path, "is not there (status " + served.status() + ")"));
    } else if (!served.hash().equals(hash)) {
      found.add(new Difference(path, "is another file than in the release"));
    }
  }

  /// The page's own policy keeps scripts of anyone else out; without it, what a page loads later
  /// could not be told from here.
  private static void policy(String path, Served served, List<Difference> found) {
    Matcher scripts = SCRIPTS.matcher(served.policy());
    if (!scripts.find() || LOOSE.matcher(scripts.group(1)).find()) {
      found.add(new Difference(path, "comes without the policy that keeps other scripts out"));
    }
  }
}
