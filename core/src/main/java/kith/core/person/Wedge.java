package kith.core.person;

import kith.core.bond.Topic;
import kith.core.bond.Verdict;

/// One topic as one person sees it.
///
/// @param ring how deep it is open now; 0: closed
/// @param deeper whether I may say yes to one ring deeper
/// @param myYes whether my yes to that stands; nobody else knows
public record Wedge(Topic topic, int ring, Verdict deeper, boolean myYes, Verdict stepBack) {}
