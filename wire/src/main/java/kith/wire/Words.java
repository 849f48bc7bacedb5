package kith.wire;

/// The part of an entry that can be taken back: the body (one of the four sizes) and the key record
/// that lets the other one open it (65 bytes). They come together or not at all.
public record Words(Box body, Box key) {}
