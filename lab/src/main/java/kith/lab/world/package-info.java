/// The whole system in one thread: real clients with real keys and the real core of the relay, over
/// a simulated network, clock and store, used by simulated people. The same seed is the same run.
@NullMarked
package kith.lab.world;

import org.jspecify.annotations.NullMarked;
