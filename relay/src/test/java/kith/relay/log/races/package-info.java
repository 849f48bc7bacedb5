/// What happens when several act at the same moment, whatever the store.
@NullMarked
package kith.relay.log.races;

import org.jspecify.annotations.NullMarked;
