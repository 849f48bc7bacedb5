package kith.relay.log;

import java.util.List;

/// The positions whose key record was another than the one named, and today; all others are
/// replaced.
public record Rewrapped(List<Long> missed, int today) {}
