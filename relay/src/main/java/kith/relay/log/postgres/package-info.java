/// The store on PostgreSQL, for several nodes. The only package that knows its driver and the
/// connection pool.
///
/// Correctness rests on unique constraints and explicit row locks, taken in one order (gate locks,
/// then bonds, each by number), never on an isolation level.
@NullMarked
package kith.relay.log.postgres;

import org.jspecify.annotations.NullMarked;
