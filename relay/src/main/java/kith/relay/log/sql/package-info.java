/// The verbs in plain SQL that every database here understands, over JDBC. What differs from one
/// database to the next (schema, connections, commits, failures) is in the package of each.
@NullMarked
package kith.relay.log.sql;

import org.jspecify.annotations.NullMarked;
