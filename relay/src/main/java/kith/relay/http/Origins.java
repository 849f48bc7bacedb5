package kith.relay.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The origins of the pages that may use a listener; known once it is bound.
final class Origins {
  private final Listener listener;
  private volatile List<String> list = List.of();

  Origins(Listener listener) {
    this.listener = listener;
  }

  /// The listener took this port.
  void bound(int port) {
    list = listener.originsAt(port);
  }

  List<String> list() {
    return list;
  }

  /// Programs send no Origin and are let in; a page must be one of ours.
  boolean permit(@Nullable String origin) {
    return origin == null || list.contains(origin);
  }
}
