package kith.relay.log;

import java.util.List;

/// The tick epoch that is running, and the counters of this seat's next upload, for it and the
/// epochs after it: 1 to [kith.wire.Limits#VOTE_COUNTERS], one more when there are none left.
public record Counters(int tick, List<Integer> next, int today) {}
