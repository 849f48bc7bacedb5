/// The store on SQLite. The only package that knows its driver.
@NullMarked
package kith.relay.log.sqlite;

import org.jspecify.annotations.NullMarked;
