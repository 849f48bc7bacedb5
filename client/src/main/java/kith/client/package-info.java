/// A person's side in Java: their keys, their bonds, and what they may do. It asks nobody the time,
/// rolls no dice of its own and starts no thread; clock, randomness and network come from outside.
@NullMarked
package kith.client;

import org.jspecify.annotations.NullMarked;
