package kith.relay.http;

import java.util.List;

/// One address to listen on, and the pages that may use it.
///
/// `port` 0 takes any free one. `origins` are the web origins of the app's pages here (such as
/// `https://kith.example`); when empty, `http://localhost:port` and `http://127.0.0.1:port`.
/// `framedBy` are origins whose pages may show this one in a frame, `frames` those that `/demo`
/// shows in frames; both empty outside the demonstration.
public record Listener(
    String host, int port, List<String> origins, List<String> framedBy, List<String> frames) {
  /// This machine only.
  public static final String LOCAL = "127.0.0.1";

  /// Checks each origin: scheme, host, perhaps a port, and nothing else.
  public Listener {
    origins = checked(origins);
    framedBy = checked(framedBy);
    frames = checked(frames);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("The port must be from 0 to 65535, not " + port + ".");
    }
  }

  /// For this machine only, with its own origins.
  public static Listener local(int port) {
    return new Listener(LOCAL, port, List.of(), List.of(), List.of());
  }

  private static List<String> checked(List<String> origins) {
    for (String origin : origins) {
      if (!origin.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
        throw new IllegalArgumentException(
            "\"%s\" is not an origin; write it like https://kith.example, without a path."
                .formatted(origin));
      }
    }
    return List.copyOf(origins);
  }

  List<String> originsAt(int boundPort) {
    if (!origins.isEmpty()) {
      return origins;
    }
    return List.of("http://localhost:" + boundPort, "http://127.0.0.1:" + boundPort);
  }
}
