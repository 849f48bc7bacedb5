/// One person's side of a bond: what they see and what they may do.
@NullMarked
package kith.core.person;

import org.jspecify.annotations.NullMarked;
