package kith.client;

import kith.crypto.Identity;

/// Whose device it is, and all that it has from outside.
record Device(Surroundings world, Identity me) {}
