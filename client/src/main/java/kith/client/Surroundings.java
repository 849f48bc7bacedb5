package kith.client;

import java.time.InstantSource;
import kith.crypto.Suite;

/// All that a person's device has from outside.
///
/// @param suite [Suite#KITH1] for people; [Suite#drawing] in a world that repeats from a seed
public record Surroundings(InstantSource clock, Suite suite, Network network) {}
