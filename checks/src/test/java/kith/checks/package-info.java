/** Tests about the repository itself: its arrows, fences, tidiness and documents. */
@NullMarked
package kith.checks;

import org.jspecify.annotations.NullMarked;
