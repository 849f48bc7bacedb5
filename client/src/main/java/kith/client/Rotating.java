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

  private final Device device;

  Rotating(Device device) {
    this.device = device;
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
    if (mine.generation() > record.number("statementTold", 1)) {
      more = more.with("statement", mine.signed());
    }
    Kept written = new Writing(device.world()).withEntry(record, more.with("rotation", step));
    Kept waiting =
        Kept.NOTHING
            .with("epoch", rotation.epoch())
            .with("key", made.bond().keys().getLast())
            .with("handle", Kept.of(written.items("outbox").getLast()).text("handle"));
    return written.with("rotating", waiting).with("statementTold", mine.generation());
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
      Kept next = said.has("statement") && !mine ? withStatement(record, said) : record;
      return said.has("rotation") ? withKey(next, entry, said.inner("rotation"), mine) : next;
    } catch (Rejected | MalformedText | Refused | IllegalArgumentException forged) {
      return record.with("alarm", "keys");
    }
  }

  private static Kept withStatement(Kept record, Kept said) throws Rejected, Refused {
    Statement next = Statement.open(said.bytes("statement"));
    if (!next.follows(partner(record))) {
      return record.with("alarm", "keys");
    }
    return record.with("theirStatement", next.signed());
  }

  /// Of two steps to one epoch the first in the bond's order counts.
  private Kept withKey(Kept record, Kept entry, Kept step, boolean mine) throws Rejected, Refused {
    if (step.number("epoch") != record.items("keys").size() || record.has("alarm")) {
      return mine ? record.without("rotating") : record;
    }
    if (!mine) {
      Rotation rotation =
          new Rotation(step.number("epoch"), step.bytes("seal"), step.bytes("signature"));
      Bond bond = new Boxes(record).bond();
      Bond next = rotations().open(bond, device.me(), partner(record), rotation);
      return with(record, next.keys().getLast());
    }
    Kept waiting = record.inner("rotating");
    if (!waiting.textIf("handle").equals(entry.textIf("handle"))) {
      return record.with("alarm", "keys");
    }
    return with(record, waiting.secret("key")).without("rotating");
  }

  private static Kept with(Kept record, Secret key) {
    List<Json> keys = new ArrayList<>(record.items("keys"));
    keys.add(new Json.Text(Base64Url.format(key.toArray())));
    return record.with("keys", keys).with("rewrap", new Json.Truth(true));
  }
}
