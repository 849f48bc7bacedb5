/// What the relay tells its operator: events with stable names, one JSON object a line, without
/// anything of what people do.
@NullMarked
package kith.relay.events;

import org.jspecify.annotations.NullMarked;
