package kith.decks;

/// What there is to say about a file that was given.
///
/// @param text for people, ready to print
/// @param sound whether all of it could be read and nothing is to be mended
public record Said(String text, boolean sound) {}
