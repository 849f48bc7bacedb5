package kith.relay.log.sql;

/// A verb to be done in a transaction: the request itself, what it belongs to, about how many
/// bytes it brings, and how to do it one by one.
public record Work<T>(Object request, Home home, long bytes, Operation<T> operation) {}
