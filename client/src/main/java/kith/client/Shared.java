package kith.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kith.core.json.Json;
import kith.crypto.Base64Url;
import kith.crypto.Rejected;
import kith.crypto.Statement;
import kith.crypto.Transcript;
import org.jspecify.annotations.Nullable;

/// Everything of one person that all their devices hold: the records of bonds, and what is nobody
/// else's. The same names and fields as in the browser; fields that this client does not know
/// stay.
final class Shared implements Copies {

  private static final String BOND = "bond/";

  private static final String PERSONAL = "personal";

  private static final Json NOTHING = new Json.Null();

  /// What of a bond is this device's alone: what it has read, which it can read again, and where
  /// it is in that; what it is about to send; what is being written on it; why it has stopped.
  private static final Set<String> HERE_ONLY =
      Set.of(
          "version",
          "entries",
          "heads",
          "handles",
          "head",
          "gates",
          "epochs",
          "held",
          "bound",
          "boundAt",
          "owed",
          "outbox",
          "drafts",
          "alarm",
          "clockShift",
          "tick",
          "changes",
          "changed",
          "endedOn",
          "noted",
          "agreed",
          "uploaded",
          "counters",
          "tonight",
          "missing",
          "lies",
          "epilogue",
          "leaving",
          "rewrap",
          "turnedAt",
          "turnedBy",
          "acknowledged",
          "gave",
          "again",
          "behind",
          "keys",
          "theirStatement");

  /// How far the meeting of two people has come: of two devices the one that is further is right.
  /// To one that comes late an invitation looks gone, whether nobody took it or both have joined.
  private static final List<String> STAGES =
      List.of("inviting", "asked", "confirming", "joining", "closed", "joined");

  /// Fields that stand in every record, with nothing in them where there is nothing.
  private static final List<String> ALWAYS =
      List.of("theirName", "theirFingerprint", "spokenCheck", "comparedOn", "key");

  private final Holding holding;

  Shared(Holding holding) {
    this.holding = holding;
  }

  @Override
  public Map<String, Json> all() {
    Map<String, Json> all = new LinkedHashMap<>();
    all.put(PERSONAL, personal(holding.personal()));
    for (String local : holding.bonds()) {
      all.put(BOND + local, of(holding.record(local)).fields());
    }
    return all;
  }

  private static Json personal(Kept personal) {
    Kept whole = personal.without("version");
    for (String list : List.of("drawer", "favourites", "notEver", "keptClose")) {
      whole = whole.has(list) ? whole : whole.with(list, List.of());
    }
    return (whole.has("settings") ? whole : whole.with("settings", Kept.NOTHING)).fields();
  }

  /// What all devices of its owner hold of a bond.
  static Kept of(Kept record) {
    Kept shared = Kept.NOTHING;
    for (Map.Entry<String, Json> field : record.fields().values().entrySet()) {
      if (!HERE_ONLY.contains(field.getKey())) {
        shared = shared.with(field.getKey(), field.getValue());
      }
    }
    if (record.has("theirStatement")) {
      shared = shared.with("theirFingerprint", fingerprint(record));
    }
    if (!record.items("keys").isEmpty()) {
      shared = shared.with("key", record.items("keys").getFirst());
    }
    shared = shared.with("turned", turned(record)).with("renewal", Renewing.renewal(record));
    if (!shared.has("newSince")) {
      shared = shared.with("newSince", new Json.Truth(false));
    }
    for (String name : ALWAYS) {
      shared = shared.has(name) ? shared : shared.with(name, NOTHING);
    }
    Kept kind = shared.has("kind") ? shared : shared.with("kind", "friend");
    Kept sealed = kind.has("sealed") ? kind : kind.with("sealed", Kept.NOTHING);
    return sealed.with("own", own(sealed.inner("own")));
  }

  /// The keys as entries have changed them: the place of the entry that changed one last, the
  /// bond's keys of the epochs from 1 on, the other's statement.
  private static Kept turned(Kept record) {
    List<Json> keys = record.items("keys");
    return Kept.NOTHING
        .with("seq", record.number("turnedAt", 0))
        .with("keys", keys.stream().skip(1).toList())
        .with("statement", record.fields().at("theirStatement").orElse(NOTHING));
  }

  /// What the device that has read further knows of keys.
  private static Kept withTurned(Kept record, Kept theirs) {
    Kept turned = theirs.inner("turned");
    Kept next = record;
    if (next.items("keys").isEmpty() && theirs.has("key")) {
      next = next.with("keys", List.of(new Json.Text(theirs.text("key"))));
    }
    boolean further = turned.number("seq", 0) > next.number("turnedAt", 0);
    if (further) {
      List<Json> keys = new ArrayList<>(next.items("keys").subList(0, 1));
      keys.addAll(turned.items("keys"));
      next = next.with("keys", keys).with("turnedAt", turned.number("seq"));
    }
    boolean unknown = turned.has("statement") && !next.has("theirStatement");
    return unknown || (further && turned.has("statement"))
        ? next.with("theirStatement", turned.text("statement"))
        : next;
  }

  private static Json fingerprint(Kept record) {
    try {
      Statement statement = Statement.open(record.bytes("theirStatement"));
      return new Json.Text(Base64Url.format(statement.fingerprint().toArray()));
    } catch (Rejected changed) {
      throw new IllegalStateException("a pinned statement was changed", changed);
    }
  }

  private static Kept own(Kept own) {
    Kept whole = own;
    for (String list :
        List.of(
            "votes",
            "notes",
            "checks",
            "safety",
            "marks",
            "notWithYou",
            "notNow",
            "thrown",
            "decks")) {
      whole = whole.has(list) ? whole : whole.with(list, List.of());
    }
    return whole.has("pair") ? whole : whole.with("pair", "any");
  }

  @Override
  public void take(String name, @Nullable Json base, Json theirs) {
    if (name.equals(PERSONAL)) {
      Json mine = personal(holding.personal());
      Json next = Merge.merged(base, mine, theirs);
      if (!Objects.equals(next, mine)) {
        long version = holding.personal().number("version", 0);
        holding.keepPersonal(Kept.of(Objects.requireNonNull(next)).with("version", version));
      }
    } else if (name.startsWith(BOND)) {
      takeBond(name.substring(BOND.length()), base, Kept.of(theirs));
    }
  }

  private void takeBond(String local, @Nullable Json base, Kept theirs) {
    if (!holding.has(local)) {
      holding.keep(local, begun(theirs));
      return;
    }
    Kept mine = holding.record(local);
    Kept next = withTheirs(mine, base == null ? Kept.NOTHING : Kept.of(base), theirs);
    if (!next.equals(mine)) {
      holding.keep(local, next);
    }
  }

  /// A bond that another device has made: this one reads it from its first entry.
  private static Kept begun(Kept theirs) {
    Transcript start = Transcript.start(theirs.bytes("bond"));
    List<Json> heads = List.of(new Json.Text(text(start)));
    Kept begun = theirs.with("head", 0).with("heads", heads);
    return withTurned(begun.without("turned").without("key"), theirs);
  }

  private static String text(Transcript start) {
    return Base64Url.format(start.head().toArray());
  }

  private static Kept withTheirs(Kept mine, Kept base, Kept theirs) {
    Kept here = of(mine);
    Json merged = Merge.merged(base.fields(), here.fields(), theirs.fields());
    Kept next = withFields(mine, here, Kept.of(Objects.requireNonNull(merged)));
    next = withFurther(next, here, theirs);
    return withSealed(next, new Three(base, here, theirs));
  }

  private static Kept withFields(Kept mine, Kept here, Kept merged) {
    Kept next = mine;
    for (Map.Entry<String, Json> field : merged.fields().values().entrySet()) {
      boolean changed = !field.getValue().equals(here.fields().values().get(field.getKey()));
      next = changed ? next.with(field.getKey(), field.getValue()) : next;
    }
    for (String name : here.fields().values().keySet()) {
      next = merged.fields().at(name).isEmpty() ? next.without(name) : next;
    }
    return next;
  }

  /// Of stages and of keys the one that is further is right; of two new capabilities the one that
  /// lay in the vault first.
  private static Kept withFurther(Kept merged, Kept mine, Kept theirs) {
    Kept next = merged;
    if (mine.has("stage") && theirs.has("stage")) {
      Kept stage = rank(theirs) > rank(mine) ? theirs.inner("stage") : mine.inner("stage");
      next = next.with("stage", stage);
    }
    long evenings = Math.max(mine.number(AtOnce.EVENINGS, 0), theirs.number(AtOnce.EVENINGS, 0));
    next = evenings > 0 ? next.with(AtOnce.EVENINGS, evenings) : next;
    next = withTurned(next.without("turned").without("key"), theirs);
    String capability = "capability";
    Kept here = Renewing.renewal(mine);
    Kept there = Renewing.renewal(theirs);
    return here.has(capability) && there.has(capability)
        ? next.with("renewal", Renewing.renewal(next).with(capability, there.text(capability)))
        : next;
  }

  private static int rank(Kept record) {
    return STAGES.indexOf(record.inner("stage").text("name"));
  }

  /// A record as both knew it, as it is here, and as the other device has it.
  private record Three(Kept base, Kept mine, Kept theirs) {

    Three at(String name) {
      return new Three(base.inner(name), mine.inner(name), theirs.inner(name));
    }

    Set<String> names() {
      Set<String> names = new LinkedHashSet<>(theirs.fields().values().keySet());
      names.addAll(mine.fields().values().keySet());
      return names;
    }
  }

  /// Of two versions of one answer the later counts. When both devices made the next one at once,
  /// the relay holds the one that came first, as the vault does; the other's words become a
  /// draft.
  private static Kept withSealed(Kept merged, Three three) {
    Three sealed = three.at("sealed");
    Kept chosen = Kept.NOTHING;
    Kept drafts = merged.inner("drafts");
    Kept again = merged.inner(Sealing.AGAIN);
    for (String exchange : sealed.names()) {
      Three one = sealed.at(exchange);
      again = isTwice(one) ? again.with(exchange, new Json.Truth(true)) : again;
      Optional<Kept> later = later(one);
      if (later.isPresent()) {
        chosen = chosen.with(exchange, later.get());
      }
      Optional<String> lost = lost(one, later);
      if (lost.isPresent() && !drafts.has(exchange)) {
        drafts = drafts.with(exchange, lost.get());
      }
    }
    boolean none = chosen.equals(Kept.NOTHING) && !merged.has("sealed");
    Kept whole = none ? merged : merged.with("sealed", chosen);
    Kept next = again.equals(Kept.NOTHING) ? whole : whole.with(Sealing.AGAIN, again);
    return drafts.equals(merged.inner("drafts")) ? next : next.with("drafts", drafts);
  }

  /// Two devices have made the same revision, each its own: nobody can tell which one the relay
  /// has, and the one that counts has to be made anew.
  private static boolean isTwice(Three one) {
    return isThere(one.mine)
        && isThere(one.theirs)
        && one.mine.number("revision") == one.theirs.number("revision")
        && !one.mine.inner("parts").equals(one.theirs.inner("parts"));
  }

  private static boolean isThere(Kept answer) {
    return answer.has("revision");
  }

  /// One that the other device has seen open is gone, unless it was written again here.
  private static Optional<Kept> later(Three one) {
    if (!isThere(one.mine)) {
      return isThere(one.base) ? Optional.empty() : Optional.of(one.theirs);
    }
    if (!isThere(one.theirs)) {
      return one.base.equals(one.mine) ? Optional.empty() : Optional.of(one.mine);
    }
    boolean ahead = one.mine.number("revision") > one.theirs.number("revision");
    Kept newer = ahead ? one.mine : one.theirs;
    Kept older = ahead ? one.theirs : one.mine;
    Kept reveals = older.inner("reveals");
    for (Map.Entry<String, Json> each : newer.inner("reveals").fields().values().entrySet()) {
      reveals = reveals.with(each.getKey(), each.getValue());
    }
    boolean released = newer.isTrue("released") || older.isTrue("released");
    long stood = Math.max(newer.number("standing", 0), older.number("standing", 0));
    return Optional.of(
        newer
            .with("released", new Json.Truth(released))
            .with("standing", Math.min(newer.number("revision"), stood))
            .with("reveals", reveals));
  }

  private static Optional<String> lost(Three one, Optional<Kept> later) {
    boolean gone =
        isThere(one.mine)
            && !later
                .map(kept -> kept.textIf("words"))
                .equals(Optional.of(one.mine.textIf("words")))
            && !one.base.equals(one.mine)
            && !one.mine.textIf("words").equals(one.theirs.textIf("words"));
    return gone ? one.mine.textIf("words").filter(words -> !words.isEmpty()) : Optional.empty();
  }

  /// A day as it stands in a record: ISO 8601.
  static String day(long sinceEpoch) {
    return LocalDate.ofEpochDay(sinceEpoch).toString();
  }
}
