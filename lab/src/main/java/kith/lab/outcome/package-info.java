/// What became of pairs, and figures of many of them in a memory that does not grow.
@NullMarked
package kith.lab.outcome;

import org.jspecify.annotations.NullMarked;
