package kith.wire;

/// A key record of my own to be replaced: only if it still is `was` (or already is `key`). Both are
/// of [Limits#KEY_BYTES].
public record KeyChange(long seq, Box was, Box key) {}
