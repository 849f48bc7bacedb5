package kith.crypto;

/// Who acts: the unlocked account, and what it states about itself.
public record Identity(AccountKeys keys, Statement statement) {}
