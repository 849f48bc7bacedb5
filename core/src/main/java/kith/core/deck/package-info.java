/// Prompts, and the order in which a bond is offered them.
@NullMarked
package kith.core.deck;

import org.jspecify.annotations.NullMarked;
