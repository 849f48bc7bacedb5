/// What crosses the network, seen from outside: ids, capabilities, boxes, sizes, limits, days and
/// the names of problems. Nothing of what is inside a box is known here.
@NullMarked
package kith.wire;

import org.jspecify.annotations.NullMarked;
