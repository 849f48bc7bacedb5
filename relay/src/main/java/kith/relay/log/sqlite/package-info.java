/// The store on SQLite. The only package that knows the driver and the SQL.
@NullMarked
package kith.relay.log.sqlite;

import org.jspecify.annotations.NullMarked;
