/// Chance that can be repeated.
@NullMarked
package kith.lab.dice;

import org.jspecify.annotations.NullMarked;
