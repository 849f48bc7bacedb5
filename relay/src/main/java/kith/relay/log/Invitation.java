package kith.relay.log;

import kith.wire.Box;
import org.jspecify.annotations.Nullable;

/// An open invitation: the boxes put so far, its last day, and today.
public record Invitation(
    Box offer, @Nullable Box accept, @Nullable Box confirm, int expires, int today) {}
