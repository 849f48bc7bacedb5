package kith.core.promises;

import java.util.List;

/// The planted faults. Each text must stand exactly once in its file.
final class Faulty {
  static final List<Fault> FAULTS =
      List.of(
          new Fault(
              "what came out of order is counted",
              "kith/core/bond/Bond",
              "if (entry.seq() != lastSeq + 1) {",
              "if (entry.seq() != lastSeq + 1) { setAside++;"),
          new Fault(
              "a private mark stops a card",
              "kith/core/person/Person",
              "case Command.Write write -> judged(",
              "case Command.Write write -> !mine.marks().isEmpty() "
                  + "? new Decision.Refused(Reason.STRAINED) : judged("),
          bond("a card lapses a day late", "Table", "day <= laid", "day - 1 <= laid"),
          bond("one yes opens", "Rules", "agreed.yes().zero() && agreed", "agreed"),
          bond(
              "two settled here is one",
              "Deepening",
              "< pace.settledHere()",
              "< pace.settledHere() - 1"),
          bond(
              "six overall is five",
              "Deepening",
              "< pace.settledOverall()",
              "< pace.settledOverall() - 1"),
          bond(
              "breadth for ring 3 dropped",
              "Deepening",
              "return switch (ring) {\n      case 3 -> "
                  + "rings.topicsAt(2) >= pace.broadForClose();",
              "return switch (ring) {\n      case " + "3 -> true;"),
          bond(
              "breadth for ring 4 counts one less",
              "Deepening",
              ">= pace.broadForCore()",
              ">= pace.broadForCore() - 1"),
          bond(
              "ring 4 needs one topic less at ring 3",
              "Deepening",
              ">= pace.closeForCore()",
              ">= pace.closeForCore() - 1"),
          bond("separate days dropped", "Deepening", ">= pace.daysForClose()", ">= 0"),
          bond(
              "days before ring 4 off by one",
              "Deepening",
              ">= pace.daysForCore()",
              ">= pace.daysForCore() - 1"),
          bond("an open repair does not hold depth", "Deepening", "bond.repairOpen() ||", ""),
          bond(
              "a mended repair does not freeze",
              "Rings",
              "return one.mendedOn != NEVER",
              "return one.mendedOn == 0"),
          bond(
              "the freeze lasts a day less",
              "Rings",
              "< pace.frozenDays()",
              "< pace.frozenDays() - 1"),
          bond(
              "the freeze counts one settled less",
              "Rings",
              "< pace.frozenSettled()",
              "< pace.frozenSettled() - 1"),
          bond(
              "ring 4 opens in an evening",
              "Deepening",
              "ring >= Ring.INNERMOST",
              "ring > Ring.INNERMOST"),
          bond(
              "a misstep does not step back",
              "Acts",
              "bond.rings().lasting(topic) - 1)",
              "bond.rings().lasting(topic))"),
          bond(
              "a rest leaves the table",
              "Acts",
              "  private void rest(OptionalLong until) {\n" + "    clearTable();",
              "  private void rest(OptionalLong until) {"),
          bond("a rest never ends", "Standing", "day > rests.until().getAsLong()", "day < 0"),
          bond("deep answers open in one step", "Rules", "!drawn.shape().held();", "true;"),
          bond(
              "an answer taken back stays",
              "Answer",
              "new Answer(at, Optional.empty(), true)",
              "new Answer(at, words, true)"),
          bond("a response taken back stays", "Acts", ".map(said -> Response.takenBack())", ""),
          bond(
              "what is deeper may be drawn",
              "Rules",
              "ring.depth() > open ? refused",
              "ring.depth() > open + 1 ? refused"),
          bond("a closed topic may be drawn", "Rules", "if (open == 0) {", "if (open < 0) {"),
          bond(
              "two cards on the table",
              "Rules",
              "bond.onTable(now).isPresent() ? refused",
              "bond.onTable(now).isEmpty() ? refused"),
          bond(
              "a name is used twice",
              "Rules",
              "bond.exchange(exchange).isPresent() ? refused",
              "bond.exchange(exchange).isPresent() && now.day() < 0 ? refused"),
          bond("a response settles alone", "Exchange", "waits |=", "waits &="),
          bond(
              "who told the misstep says it back",
              "Rules",
              "repair.hurt() == by",
              "repair.hurt() != by"),
          bond(
              "an apology comes first",
              "Rules",
              "repair.saidBack().isPresent() == heard",
              "repair.saidBack().isPresent() != heard"),
          bond(
              "a question is asked again at once",
              "Rules",
              "now.day() - day < bond.pace().table().askAgainDays()",
              "now.day() < day"),
          bond(
              "more than three deep in a day",
              "Rules",
              ">= bond.pace().table().deepADay()",
              "> bond.pace().table().deepADay()"),
          bond(
              "a first step goes ahead at any time",
              "Rules",
              ">= bond.pace().table().stepEvery()",
              ">= 0"),
          bond(
              "an ended bond goes on",
              "Rules",
              "case Standing.Over over -> refused(Reason.ENDED);"
                  + "\n    };\n  }\n\n  /// May this still",
              "case Standing.Over over -> "
                  + "Verdict.ALLOWED;\n    };\n  }\n\n  /// May this still"),
          bond(
              "the clock runs backwards",
              "Bond",
              "entry.moment().orLater(moment)",
              "entry.moment()"),
          bond(
              "a clock leaves the day",
              "Moment",
              "Math.min(milliseconds, first + A_DAY - 1)",
              "milliseconds"),
          bond(
              "entries are taken twice",
              "Bond",
              "entry.seq() != lastSeq + 1",
              "entry.seq() > lastSeq + 1"),
          bond(
              "a later version counts at once",
              "Rules",
              "since.version() <= bond.common() && !bond.outdated()",
              "now.day() >= 0"),
          person(
              "a vote leaks",
              "Person",
              "silently(new Within(bond, mine, rules, now).yes(vote.matter()))",
              "judged(rules, new Event.Speaks(99))"),
          person(
              "comfort is not asked",
              "Within",
              "check.get().comfort() >= pace.comfortLeast()",
              "check.get().comfort() > 0"),
          person(
              "freedom to say no is off by one",
              "Within",
              ">= pace.freeLeast()",
              ">= pace.freeLeast() - 1"),
          person(
              "yesterday's comfort counts",
              "Within",
              "check.day() == today",
              "check.day() <= today"),
          person(
              "a yes from before anybody asked counts",
              "Within",
              "check.day() >= vote.day()",
              "check.day() >= 0"),
          person(
              "what was said last is not heeded",
              "Within",
              "lastCheck() {\n    return latest(mine.checks());",
              "lastCheck() {\n    return mine.checks().stream().findFirst();"),
          person(
              "a yes never fades",
              "Within",
              "(tonight ? 1 : pace.yesDays())",
              "(tonight ? 1 : 9999)"),
          person(
              "a yes from before a step back counts",
              "Within",
              "vote.after().getAsLong() >= since.seq()",
              "vote.after().getAsLong() >= 0"),
          person("a yes to an evening lasts", "Within", "(tonight ? 1 :", "(tonight ? 2 :"),
          bond(
              "what lies unopened cannot be taken back",
              "Withdrawing",
              "return there || aside",
              "return there"),
          bond(
              "an evening is a stair",
              "Rules",
              "ring.depth() == bond.rings().lasting(topic) + 1",
              "ring.depth() == bond.openRing(topic, now) + 1"),
          bond(
              "mended before it was said back",
              "Repairs",
              "return unheard.isEmpty();",
              "return true;"),
          bond(
              "a step in return overtakes a step back",
              "Rules",
              "prompt.ring().depth() <= bond.rings().lasting(prompt.topic()) + 1",
              "prompt.ring().depth() <= Ring.INNERMOST"),
          person("fear is not heeded", "Within", "if (!safe()) {", "if (today < 0) {"),
          person("strain is not heeded", "Within", "strained() || marked", "marked"),
          person("an untold misstep is not heeded", "Within", "|| marked(topic)", ""),
          person(
              "bad landing is not heeded",
              "Within",
              "landed >= pace.landedLeast() * landedOf &&",
              ""),
          person("deep words do not wait", "Guards", "waited && rested", "rested"),
          person(
              "no limit to being ahead",
              "Guards",
              "ahead >= pace.aheadMost()",
              "ahead > pace.aheadMost()"),
          person(
              "no limit to one's share",
              "Guards",
              "ahead(prompt.topic(), prompt.ring()) || " + "mostlyMine()",
              "ahead(prompt.topic(), prompt.ring())"),
          person(
              "the listener's words are shown",
              "Looking",
              "heard.shape().tells(of) ? ",
              "heard.day() >= 0 ? "),
          person(
              "too deep is shown", "Inward", "held.prompt().ring().depth() <= open", "open >= 0"));

  private Faulty() {}

  private static Fault bond(String what, String file, String from, String into) {
    return new Fault(what, "kith/core/bond/" + file, from, into);
  }

  private static Fault person(String what, String file, String from, String into) {
    return new Fault(what, "kith/core/person/" + file, from, into);
  }
}
