/// The published patterns T1 to T21 (docs/lab.md): how each is measured in the simulation, and what
/// it should be.
@NullMarked
package kith.lab.pattern;

import org.jspecify.annotations.NullMarked;
