/// The blind server: it orders opaque entries, opens two deposits together, and can read neither.
@NullMarked
package kith.relay;

import org.jspecify.annotations.NullMarked;
