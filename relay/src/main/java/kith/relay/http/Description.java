package kith.relay.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The description of all routes (OpenAPI 3.1), which anyone may read.
final class Description {
  private static final String RESOURCE = "/kith/relay/openapi.yaml";

  /// The file, as it is sent.
  static final byte[] BYTES = read();

  private Description() {}

  private static byte[] read() {
    try (InputStream in = Description.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the description of the routes is missing");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
