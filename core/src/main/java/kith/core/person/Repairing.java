package kith.core.person;

import kith.core.bond.Repair;
import kith.core.bond.Verdict;

/// A repair as one person sees it.
///
/// @param mine whether I told it
public record Repairing(Repair repair, boolean mine, Verdict sayBack, Verdict own) {}
