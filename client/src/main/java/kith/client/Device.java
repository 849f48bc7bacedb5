package kith.client;

import java.util.List;
import java.util.function.Supplier;
import kith.crypto.Identity;

/// Whose device it is, and all that it has from outside.
///
/// @param before who this person was under keys that were left behind, oldest first; made anew
///     at each call, since it is rarely asked for
record Device(Surroundings world, Identity me, Supplier<List<Identity>> before) {

  /// The device of somebody who has left no keys behind.
  Device(Surroundings world, Identity me) {
    this(world, me, List::of);
  }
}
