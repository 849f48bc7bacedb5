package kith.relay.log;

/// The day on which a bond ends or ended, and today.
public record Ending(int on, int today) {}
