/// The promises of the model, held against every short history, against long ones, against a
/// second model written the slow way, and against planted faults.
@NullMarked
package kith.core.promises;

import org.jspecify.annotations.NullMarked;
