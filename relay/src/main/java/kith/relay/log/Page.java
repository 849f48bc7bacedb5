package kith.relay.log;

import java.util.List;

/// Entries in order, whether there are more, and today.
public record Page(List<Entry> entries, boolean more, int today) {}
