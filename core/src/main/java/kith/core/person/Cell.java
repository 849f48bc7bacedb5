package kith.core.person;

import kith.core.bond.Ring;
import kith.core.bond.Topic;

/// One cell of the onion map.
///
/// @param open whether cards may be drawn there
/// @param shared how many exchanges have been opened together there
public record Cell(Topic topic, Ring ring, boolean open, int shared) {}
