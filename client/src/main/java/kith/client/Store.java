package kith.client;

import java.util.List;
import java.util.Optional;

/// Where a device keeps its sealed boxes. Each write is whole or not at all, and durable when it
/// returns.
public interface Store {

  /// The content under a name.
  Optional<byte[]> read(String name);

  /// Puts a content in the place of the one before.
  void write(String name, byte[] content);

  /// All names, in order.
  List<String> names();
}
