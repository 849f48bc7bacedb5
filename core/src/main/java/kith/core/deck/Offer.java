package kith.core.deck;

import kith.core.bond.Prompt;

/// A prompt that may be drawn.
///
/// @param kind what it asks of the two
/// @param again whether it has been drawn before: nothing is offered a second time without
///     saying so
public record Offer(Prompt prompt, PromptKind kind, boolean again) {}
