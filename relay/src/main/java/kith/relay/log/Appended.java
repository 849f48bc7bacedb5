package kith.relay.log;

/// Where and on which day an entry stands.
public record Appended(long seq, int day) {}
