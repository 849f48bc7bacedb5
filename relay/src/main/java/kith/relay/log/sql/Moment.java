package kith.relay.log.sql;

/// When something is asked: the day, and the time that ticks go by ([kith.relay.log.TickTime]).
public record Moment(int today, long reached) {}
