package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Base64Url;
import kith.crypto.Bond;
import kith.crypto.Identity;
import kith.crypto.Rejected;
import kith.crypto.Rotations;
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

  private Rotations rotations() {
    return new Rotations(device.world().suite());
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
    if (next.generation() <= Renewing.partner(record).generation()) {
      // Read anew on another device, which was given what this led to.
      return record;
    }
    if (!next.follows(Renewing.partner(record))) {
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
      Kept known = asFoundAhead(record, entry, step);
      return mine ? readBack(known, entry) : known;
    }
    if (!mine) {
      Rotation rotation =
          new Rotation(step.number("epoch"), step.bytes("seal"), step.bytes("signature"));
      return with(record, entry, opened(record, rotation));
    }
    Kept waiting = Renewing.renewal(record).inner("rotations").inner(entry.text("handle"));
    if (!waiting.has("key")) {
      return kept ? record.with(ELSEWHERE, new Json.Truth(true)) : record.with("alarm", "keys");
    }
    long made = Math.max(Renewing.renewal(record).number("made"), waiting.number("generation"));
    Kept back = readBack(record, entry);
    Kept renewal = Renewing.renewal(back).with("made", made);
    return with(back.with("renewal", renewal), entry, waiting.secret("key"));
  }

  /// A key that was found ahead ([Ahead]) came with the first step to its epoch, or the relay has
  /// shown two orders.
  private static Kept asFoundAhead(Kept record, Kept entry, Kept step) {
    String epoch = String.valueOf(step.number("epoch"));
    Kept ahead = record.inner("turnedBy");
    if (!ahead.has(epoch)) {
      return record;
    }
    return ahead.text(epoch).equals(entry.text("handle"))
        ? record.with("turnedBy", ahead.without(epoch))
        : record.with("alarm", "fork");
  }

  /// The key in their step; it may be made for the keys that I had when they wrote it.
  private Secret opened(Kept record, Rotation rotation) throws Rejected, Refused {
    Bond bond = new Boxes(record).bond();
    Statement partner = Renewing.partner(record);
    try {
      return rotations().open(bond, device.me(), partner, rotation).keys().getLast();
    } catch (Rejected notNow) {
      for (Identity me : device.before().get()) {
        Optional<Secret> key = then(bond, me, partner, rotation);
        if (key.isPresent()) {
          return key.get();
        }
      }
      throw notNow;
    }
  }

  private Optional<Secret> then(Bond bond, Identity me, Statement partner, Rotation rotation) {
    try {
      return Optional.of(rotations().open(bond, me, partner, rotation).keys().getLast());
    } catch (Rejected notThen) {
      return Optional.empty();
    }
  }

  private static Kept readBack(Kept record, Kept entry) {
    Kept renewal = Renewing.renewal(record);
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
