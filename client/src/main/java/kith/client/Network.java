package kith.client;

import kith.core.json.Json;
import org.jspecify.annotations.Nullable;

/// The way to a relay: one request, one answer. What a simulation puts in the place of HTTP.
public interface Network {

  /// Sends a request and waits for its answer, whatever it says.
  Reply send(Request request) throws Unreachable;

  /// The server's address, as logins to a vault are signed for it: `https://kith.example`. Of a
  /// simulation the one that its relay has.
  default String origin() {
    return "http://localhost";
  }

  /// One verb of the relay as a value (docs/protocol.md).
  ///
  /// @param capability of the seat, or the session of a vault, in base64url; null where none is
  ///     shown
  /// @param body null where there is none
  record Request(String method, String path, @Nullable String capability, @Nullable Json body) {

    /// Without capability and boxes.
    @Override
    public String toString() {
      return method;
    }
  }

  /// What came back.
  ///
  /// @param body `null` in JSON where there is none
  record Reply(int status, Json body) {}
}
