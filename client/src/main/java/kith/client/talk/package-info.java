/// The terminal client: lines in, lines out, by keyboard alone and without colour.
@NullMarked
package kith.client.talk;

import org.jspecify.annotations.NullMarked;
