/// The prompts, as data.
@NullMarked
package kith.decks;

import org.jspecify.annotations.NullMarked;
