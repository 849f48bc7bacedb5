/// Simulated people: what they bring along, and the kinds of pairs that are looked at.
@NullMarked
package kith.lab.people;

import org.jspecify.annotations.NullMarked;
