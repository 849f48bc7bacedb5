/// The ways in which pairs meet: talk and tasks, and Kith's own rules, run on Kith's own core.
@NullMarked
package kith.lab.policy;

import org.jspecify.annotations.NullMarked;
