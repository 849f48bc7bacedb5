/// What a store of bonds must do, whatever database is below: requests as records, outcomes as
/// values. One contract test holds every store to it.
@NullMarked
package kith.relay.log;

import org.jspecify.annotations.NullMarked;
