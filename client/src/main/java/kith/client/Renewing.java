package kith.client;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Bytes;
import kith.crypto.Identity;
import kith.crypto.Rejected;
import kith.crypto.Rotations;
import kith.crypto.Rotations.Made;
import kith.crypto.Rotations.Rotation;
import kith.crypto.Statement;

/// Brings a bond under its owner's new keys: the other is told of them, the seat gets a new
/// capability and the bond its next key. What is due follows from the record, the same in the
/// browser: whoever was stopped in the middle goes on, and another device can take over.
final class Renewing {

  private static final String CAPABILITIES = "capabilities";

  /// More than devices that could have asked at once.
  private static final int MOST_CAPABILITIES = 16;

  private static final List<String> GENERATIONS = List.of("told", "asked", "made");

  private final Device device;

  Renewing(Device device) {
    this.device = device;
  }

  /// How far a bond has come under its owner's keys: the generation that the other was `told` of,
  /// that in which a new capability was `asked` for, that under which a key was `made`; the
  /// `capability` that was asked for, all `capabilities` that were asked for lately, and keys that
  /// were not read back.
  static Kept renewal(Kept record) {
    Kept renewal = record.inner("renewal");
    for (String name : GENERATIONS) {
      renewal = renewal.has(name) ? renewal : renewal.with(name, 1);
    }
    Kept open = renewal.has("capability") ? renewal : renewal.with("capability", new Json.Null());
    return open.has("rotations") ? open : open.with("rotations", Kept.NOTHING);
  }

  /// That of a bond that begins under keys of this generation.
  static Kept started(int generation) {
    Kept renewal = Kept.NOTHING;
    for (String name : GENERATIONS) {
      renewal = renewal.with(name, generation);
    }
    return renewal(Kept.NOTHING.with("renewal", renewal));
  }

  /// Whether something of one's own keys is under way that other devices have to know first.
  static boolean isUnderWay(Kept record) {
    Kept renewal = renewal(record);
    return renewal.has("capability") || !renewal.inner("rotations").equals(Kept.NOTHING);
  }

  /// Whom this device knows the other to be.
  static Statement partner(Kept record) throws Refused {
    try {
      return Statement.open(record.bytes("theirStatement"));
    } catch (Rejected | MalformedText missing) {
      throw new Refused("no-bond-yet");
    }
  }

  private int generation() {
    return device.me().statement().generation();
  }

  /// The record with what its owner's keys ask for; the same where nothing is due.
  Kept due(Kept record) throws Refused {
    boolean joined = record.inner("stage").text("name").equals("joined");
    if (record.has("alarm") || record.items("keys").isEmpty() || !joined) {
      return record;
    }
    Kept asked = renewal(record).number("asked") < generation() ? asked(record) : record;
    return isKeyDue(asked) ? keyed(asked) : asked;
  }

  /// A new capability and a new key, due or not.
  Kept begun(Kept record) throws Refused {
    if (record.items("keys").isEmpty()) {
      throw new Refused("no-bond-yet");
    }
    return keyed(asked(record));
  }

  private Kept asked(Kept record) {
    Kept renewal =
        renewal(record)
            .with("capability", device.world().suite().newSecret())
            .with("asked", generation());
    Set<Json> all = new LinkedHashSet<>(renewal.items(CAPABILITIES));
    all.add(new Json.Text(record.text("capability")));
    all.add(new Json.Text(renewal.text("capability")));
    List<Json> last = List.copyOf(all);
    int from = Math.max(0, last.size() - MOST_CAPABILITIES);
    return record.with("renewal", renewal.with(CAPABILITIES, last.subList(from, last.size())));
  }

  /// All that may open this seat, the likeliest first: of several devices of mine that each asked
  /// for a new capability, the relay took the last, and its answer may have been lost.
  static List<Bytes> capabilities(Kept record) {
    Kept renewal = renewal(record);
    Set<Json> all = new LinkedHashSet<>(List.of(new Json.Text(record.text("capability"))));
    renewal.textIf("capability").map(Json.Text::new).ifPresent(all::add);
    all.addAll(renewal.items(CAPABILITIES).reversed());
    return all.stream().map(each -> Kept.NOTHING.with("c", each).bytes("c")).toList();
  }

  /// Only in a bond that goes on, and in which the other's keys are known.
  private boolean isKeyDue(Kept record) {
    if (record.has("endedOn") || !record.has("theirStatement")) {
      return false;
    }
    Kept renewal = renewal(record);
    long told = renewal.number("told");
    for (Json waiting : renewal.inner("rotations").fields().values().values()) {
      if (Kept.of(waiting).number("generation") == generation()) {
        return false;
      }
    }
    // What is not known here any more nobody can be told.
    return renewal.number("made") < generation() && untold(told).size() == generation() - told;
  }

  /// One's own keys that the other does not know of yet, oldest first.
  private List<Statement> untold(long told) {
    List<Statement> untold = new ArrayList<>();
    if (told < generation() - 1L) {
      device.before().get().stream()
          .map(Identity::statement)
          .filter(each -> each.generation() > told)
          .forEach(untold::add);
    }
    if (told < generation()) {
      untold.add(device.me().statement());
    }
    return untold;
  }

  /// The record with the step to the bond's next epoch in its outbox: each generation that the
  /// other has not been told of goes in an entry, the last with the step. Nothing is sealed under
  /// the new key before it was read back.
  private Kept keyed(Kept record) throws Refused {
    Writing writing = new Writing(device.world());
    List<Statement> news = untold(renewal(record).number("told"));
    Kept next = record;
    for (Statement each : news.subList(0, Math.max(0, news.size() - 1))) {
      next = writing.withEntry(next, Kept.NOTHING.with("statement", each.signed()));
    }
    Made made =
        new Rotations(device.world().suite())
            .make(new Boxes(next).bond(), device.me(), partner(next));
    Kept last =
        news.isEmpty() ? Kept.NOTHING : Kept.NOTHING.with("statement", news.getLast().signed());
    Kept written = writing.withEntry(next, last.with("rotation", step(made.rotation())));
    String handle = Kept.of(written.items("outbox").getLast()).text("handle");
    Kept waiting =
        Kept.NOTHING.with("key", made.bond().keys().getLast()).with("generation", generation());
    Kept renewal = renewal(record).with("told", generation());
    Kept all = renewal.inner("rotations").with(handle, waiting);
    return written.with("renewal", renewal.with("rotations", all));
  }

  private static Kept step(Rotation rotation) {
    return Kept.NOTHING
        .with("epoch", rotation.epoch())
        .with("seal", rotation.seal())
        .with("signature", rotation.signature());
  }
}
