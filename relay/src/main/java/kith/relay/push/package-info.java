/// Wakes devices at the hours that their owners chose, with empty messages through browsers' push
/// services (RFC 8030, RFC 8292).
@NullMarked
package kith.relay.push;

import org.jspecify.annotations.NullMarked;
