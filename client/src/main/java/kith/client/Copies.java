package kith.client;

import java.util.Map;
import kith.core.json.Json;
import org.jspecify.annotations.Nullable;

/// Everything that all devices of a person hold, as this device has it.
interface Copies {

  /// By name, as it is on this device now.
  Map<String, Json> all();

  /// Takes in what another device has made of `base`; an unknown name is left alone.
  ///
  /// @param base null where this device knew of nothing
  void take(String name, @Nullable Json base, Json theirs);
}
