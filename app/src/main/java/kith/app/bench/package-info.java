/// `kith bench`: how fast a relay is on this machine, from a second process, next to what its store
/// can do with the same statements.
@NullMarked
package kith.app.bench;

import org.jspecify.annotations.NullMarked;
