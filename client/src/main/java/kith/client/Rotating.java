package kith.client;

import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Base64Url;
import kith.crypto.Bond;
import kith.crypto.Rejected;
import kith.crypto.Rotations;
import kith.crypto.Rotations.Made;
import kith.crypto.Rotations.Rotation;
import kith.crypto.Secret;
import kith.crypto.Statement;

/// New keys of a bond, and new keys of the person on the other side: taken only if who held the
/// keys before has signed them, and otherwise a hard stop (docs/crypto.md, section 9).
final class Rotating {

  /// Marks a record that was read as far as new keys of another device of the same person.
  static final String ELSEWHERE = "elsewhere";

  private final Device device;
  private final boolean kept;

  /// `kept`: whether another device of this person may have made new keys.
  Rotating(Device device, boolean kept) {
    this.device = device;
    this.kept = kept;
  }

  /// The record with the step to the bond's next epoch in its outbox. Nothing is sealed under the
  /// new key before it was read back.
  Kept begun(Kept record) throws Refused {
    Boxes boxes = new Boxes(record);
    Made made = rotations().make(boxes.bond(), device.me(), partner(record));
    Rotation rotation = made.rotation();
    Kept step =
        Kept.NOTHING
            .with("epoch", rotation.epoch())
            .with("seal", rotation.seal())
            .with("signature", rotation.signature());
    Kept more = Kept.NOTHING;
    Statement mine = device.me().statement();
    if (mine.generation() > renewal(record).number("told")) {
      more = more.with("statement", mine.signed());
    }
    Kept written = new Writing(device.world()).withEntry(record, more.with("rotation", step));
    String handle = Kept.of(written.items("outbox").getLast()).text("handle");
    Kept waiting =
        Kept.NOTHING
            .with("key", made.bond().keys().getLast())
            .with("generation", mine.generation());
    Kept renewal = renewal(record).with("told", mine.generation());
    Kept all = renewal.inner("rotations").with(handle, waiting);
    return written.with("renewal", renewal.with("rotations", all));
  }

  /// How far a bond has come under its owner's keys, the same in the browser: the generation that
  /// the other was `told` of, that in which a new capability was `asked` for, that under which a
  /// key was `made`; the `capability` that was asked for, and keys that were not read back.
  static Kept renewal(Kept record) {
    Kept renewal = record.inner("renewal");
    for (String name : List.of("told", "asked", "made")) {
      renewal = renewal.has(name) ? renewal : renewal.with(name, 1);
    }
    Kept open = renewal.has("capability") ? renewal : renewal.with("capability", new Json.Null());
    return open.has("rotations") ? open : open.with("rotations", Kept.NOTHING);
  }

  /// Whether something of one's own keys is under way that other devices have to know first.
  static boolean isUnderWay(Kept record) {
    Kept renewal = renewal(record);
    return renewal.has("capability") || !renewal.inner("rotations").equals(Kept.NOTHING);
  }

  private Rotations rotations() {
    return new Rotations(device.world().suite());
  }

  private static Statement partner(Kept record) throws Refused {
    try {
      return Statement.open(record.bytes("theirStatement"));
    } catch (Rejected | MalformedText missing) {
      throw new Refused("no-bond-yet");
    }
  }

  /// The record after an entry that may carry new keys.
  Kept read(Kept record, Kept entry, Kept said) {
    boolean mine = entry.number("by") == record.number("seat");
    try {
      Kept next = said.has("statement") && !mine ? withStatement(record, entry, said) : record;
      return said.has("rotation") ? withKey(next, entry, said.inner("rotation"), mine) : next;
    } catch (Rejected | MalformedText | Refused | IllegalArgumentException forged) {
      return record.with("alarm", "keys");
    }
  }

  private static Kept withStatement(Kept record, Kept entry, Kept said) throws Rejected, Refused {
    Statement next = Statement.open(said.bytes("statement"));
    if (next.generation() <= partner(record).generation()) {
      // Read anew on another device, which was given what this led to.
      return record;
    }
    if (!next.follows(partner(record))) {
      return record.with("alarm", "keys");
    }
    return record
        .with("theirStatement", next.signed())
        .with("turnedAt", entry.number("seq"))
        .with("newSince", new Json.Truth(true));
  }

  /// Of two steps to one epoch the first in the bond's order counts.
  private Kept withKey(Kept record, Kept entry, Kept step, boolean mine) throws Rejected, Refused {
    if (step.number("epoch") != record.items("keys").size() || record.has("alarm")) {
      return mine ? readBack(record, entry) : record;
    }
    if (!mine) {
      Rotation rotation =
          new Rotation(step.number("epoch"), step.bytes("seal"), step.bytes("signature"));
      Bond bond = new Boxes(record).bond();
      Bond next = rotations().open(bond, device.me(), partner(record), rotation);
      return with(record, entry, next.keys().getLast());
    }
    Kept waiting = renewal(record).inner("rotations").inner(entry.text("handle"));
    if (!waiting.has("key")) {
      return kept ? record.with(ELSEWHERE, new Json.Truth(true)) : record.with("alarm", "keys");
    }
    long made = Math.max(renewal(record).number("made"), waiting.number("generation"));
    Kept back = readBack(record, entry);
    Kept renewal = renewal(back).with("made", made);
    return with(back.with("renewal", renewal), entry, waiting.secret("key"));
  }

  private static Kept readBack(Kept record, Kept entry) {
    Kept renewal = renewal(record);
    Kept left = renewal.inner("rotations").without(entry.text("handle"));
    return record.with("renewal", renewal.with("rotations", left));
  }

  private static Kept with(Kept record, Kept entry, Secret key) {
    List<Json> keys = new ArrayList<>(record.items("keys"));
    keys.add(new Json.Text(Base64Url.format(key.toArray())));
    return record
        .with("keys", keys)
        .with("turnedAt", entry.number("seq"))
        .with("rewrap", new Json.Truth(true));
  }
}
