package kith.client;

import java.util.List;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Events;
import kith.crypto.Rejected;

/// Looks for keys that stand further on. Words that were opened long ago may lie under a later key
/// by now, since their author has sealed them anew: whoever reads them only then needs the key
/// before they come to the entry that brings it.
final class Ahead {

  /// What looking ahead has found out. Nothing else of what stands there counts before its place
  /// is read.
  private static final List<String> FOUND =
      List.of("keys", "turnedAt", "theirStatement", "newSince", "renewal", "rewrap", "turnedBy");

  /// No relay has more pages of a bond than this.
  private static final int MOST_PAGES = 100_000;

  private final Relay relay;
  private final Rotating rotating;

  Ahead(Relay relay, Rotating rotating) {
    this.relay = relay;
    this.rotating = rotating;
  }

  /// Whether any key among these entries is of an epoch that is not known here.
  static boolean isNeeded(Kept record, List<Json> entries) {
    long known = record.items("keys").size();
    return entries.stream().map(Kept::of).anyMatch(entry -> isUnder(entry, known));
  }

  private static boolean isUnder(Kept entry, long epoch) {
    for (long seat = 0; seat < 2; seat++) {
      Kept part = Withdrawing.part(entry, seat);
      if (part.has("key") && Boxes.epochOf(part.bytes("key")) >= epoch) {
        return true;
      }
    }
    return false;
  }

  /// The record with the keys that entries after its last one bring. What is wrong with them is
  /// found when they are read. Marked [Rotating#ELSEWHERE] where another device of the same
  /// person has made them: then they come with the vault.
  Kept found(Kept record) throws Unreachable, Problem {
    Kept next = record;
    long after = record.number("head");
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Kept page = relay.read(record, after);
      for (Json each : page.items("entries")) {
        Kept entry = Kept.of(each);
        Kept further = entry.has("gate") ? next : further(next, entry);
        if (further.has("alarm") || further.isTrue(Rotating.ELSEWHERE)) {
          boolean elsewhere = further.isTrue(Rotating.ELSEWHERE);
          return elsewhere ? next.with(Rotating.ELSEWHERE, new Json.Truth(true)) : next;
        }
        next = taken(record, next, further);
        after = entry.number("seq");
      }
      if (!page.isTrue("more") || page.items("entries").isEmpty()) {
        return next;
      }
    }
    return next;
  }

  private Kept further(Kept record, Kept entry) {
    try {
      Events.Place place = new Events.Place(entry.bytes("handle"), Boxes.seat(entry.number("by")));
      String text =
          new Events().open(new Boxes(record).bond(), place, entry.inner("parts").bytes("event"));
      Kept next = rotating.read(record, entry, Kept.authored(text));
      boolean turned = next.items("keys").size() > record.items("keys").size();
      return turned ? next.with("turnedBy", by(next, entry)) : next;
    } catch (Rejected | MalformedText unreadable) {
      return record;
    }
  }

  /// By which entry an epoch began: that one, and no other, has to be the first to it.
  private static Kept by(Kept record, Kept entry) {
    String epoch = String.valueOf(record.items("keys").size() - 1);
    return record.inner("turnedBy").with(epoch, entry.text("handle"));
  }

  private static Kept taken(Kept start, Kept record, Kept further) {
    Kept next = record;
    for (String name : FOUND) {
      Json value = further.fields().values().get(name);
      next = value == null ? next : next.with(name, value);
    }
    boolean news = !start.textIf("theirStatement").equals(next.textIf("theirStatement"));
    return news ? next.with("newSince", new Json.Truth(true)) : next;
  }
}
