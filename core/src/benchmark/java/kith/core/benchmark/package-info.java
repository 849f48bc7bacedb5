/// What the core costs, measured by JMH; nothing of it ships.
@NullMarked
package kith.core.benchmark;

import org.jspecify.annotations.NullMarked;
