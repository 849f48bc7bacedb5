/// Two simulated people and what happens between them, exchange by exchange: docs/lab.md has every
/// equation, [kith.lab.dyad.Parameter] every number.
@NullMarked
package kith.lab.dyad;

import org.jspecify.annotations.NullMarked;
