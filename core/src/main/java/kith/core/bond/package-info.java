/// The shared state of a bond: its words, its events, and the fold that both people's devices make
/// alike.
@NullMarked
package kith.core.bond;

import org.jspecify.annotations.NullMarked;
