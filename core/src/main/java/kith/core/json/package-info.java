/// A small strict JSON reader and writer; see `Json` for why it is our own.
@NullMarked
package kith.core.json;

import org.jspecify.annotations.NullMarked;
