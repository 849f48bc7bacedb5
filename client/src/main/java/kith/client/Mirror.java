package kith.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;
import kith.core.json.MalformedText;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.LocalState;
import kith.crypto.Rejected;
import kith.crypto.VaultRecords;
import org.jspecify.annotations.Nullable;

/// Keeps what this device holds and what lies in the vault on the relay the same. Every write
/// names the version that it follows, so that of two devices neither overwrites what it has not
/// seen; and the relay is held to every version that this device has seen.
final class Mirror {

  /// Another device writes at the same time: it is taken in, and tried again, so often.
  private static final int MOST_ATTEMPTS = 8;

  /// A page of records always brings the place forward; one that goes on and on is not followed.
  private static final int MOST_PAGES = 10_000;

  /// Content of several records is some megabytes long at most.
  private static final int LONGEST = 1 << 28;

  private final Holding holding;
  private final VaultRelay relay;
  private final Copies copies;

  Mirror(Holding holding, VaultRelay relay, Copies copies) {
    this.holding = holding;
    this.relay = relay;
    this.copies = copies;
  }

  /// Why this device has stopped with the vault: `rollback` (an older box than was seen), `fork`
  /// (another box under the same version), `changed` (a box that does not open, or none, where
  /// one was).
  Optional<String> alarm() {
    return holding.vault().mirror().textIf("alarm");
  }

  /// How many boxes lie there that do not open with the present keys.
  int unreadable() {
    return holding.vault().mirror().items("unreadable").size();
  }

  Kept state() {
    return holding.vault().mirror();
  }

  void keep(Kept state) {
    holding.vault().saveMirror(state);
  }

  /// Takes in what is new, and gives what is new here.
  void bring(VaultRelay.Open at) throws Unreachable, Problem, Refused {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      pull(at);
      if (pushed(at)) {
        return;
      }
    }
    throw new Unreachable("another device wrote each time");
  }

  private void pull(VaultRelay.Open at) throws Unreachable, Problem, Refused {
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      long after = state().number("after", 0);
      Kept page = relay.records(at, after);
      long last = after;
      Set<String> own = ownIds();
      for (Json each : page.items("records")) {
        Kept record = Kept.of(each);
        take(at, record, own.contains(record.text("record")));
        last = record.number("change");
      }
      if (last > after) {
        keep(state().with("after", last));
      }
      if (!page.isTrue("more") || last <= after) {
        return;
      }
    }
  }

  private void take(VaultRelay.Open at, Kept record, boolean own)
      throws Unreachable, Problem, Refused {
    Optional<Kept> read = opened(record);
    if (read.isEmpty()) {
      unread(record, own);
      return;
    }
    readable(record.text("record"));
    if (!read.get().text("name").startsWith("piece/")) {
      taken(at, record, read.get());
    }
  }

  /// A box that does not open where this person's own must lie was changed or taken away; of
  /// others nobody can say that here.
  private void unread(Kept record, boolean own) throws Refused {
    if (own) {
      stop("changed");
    }
    List<Json> unreadable = new ArrayList<>(state().items("unreadable"));
    Json id = new Json.Text(record.text("record"));
    if (record.has("box") && unreadable.size() < MOST_PAGES && !unreadable.contains(id)) {
      unreadable.add(id);
      keep(state().with("unreadable", unreadable));
    }
  }

  private void readable(String id) {
    List<Json> unreadable = new ArrayList<>(state().items("unreadable"));
    if (unreadable.remove(new Json.Text(id))) {
      keep(state().with("unreadable", unreadable));
    }
  }

  private void taken(VaultRelay.Open at, Kept record, Kept content)
      throws Unreachable, Problem, Refused {
    String name = content.text("name");
    Kept known = known(name);
    long version = record.number("version");
    long seen = known.number("version", 0);
    if (version < seen) {
      stop("rollback");
    }
    if (version == seen && seen > 0) {
      if (!written(content).equals(known.text("written"))) {
        stop("fork");
      }
      return;
    }
    Optional<Json> value = value(at, content);
    if (value.isPresent()) {
      copies.take(name, known.fields().values().get("value"), value.get());
      knows(name, new Placed(version, content, value.get()));
    }
  }

  private void stop(String alarm) throws Refused {
    keep(state().with("alarm", alarm));
    throw new Refused("vault-stopped");
  }

  /// What lies where, as it was read or written last.
  private record Placed(long version, Kept content, Json value) {}

  private Kept known(String name) {
    return state().inner("known").inner(name);
  }

  private void knows(String name, Placed placed) {
    Kept known =
        Kept.NOTHING
            .with("version", placed.version())
            .with("written", written(placed.content()))
            .with("value", placed.value());
    Kept sided = placed.content().has("side") ? known.with("side", side(placed)) : known;
    keep(state().with("known", state().inner("known").with(name, sided)));
  }

  private static long side(Placed placed) {
    return placed.content().number("side");
  }

  /// By what a record is known again: the value itself, or the set of pieces.
  private static String written(Kept content) {
    return content.textIf("set").orElseGet(() -> hash(content));
  }

  private static String hash(Kept content) {
    try {
      byte[] text = canonical(content).getBytes(StandardCharsets.UTF_8);
      byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(text);
      return Base64Url.format(digest);
    } catch (java.security.GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  private static String canonical(Kept content) {
    return JsonWriter.write(content.fields().values().getOrDefault("value", new Json.Null()));
  }

  /// Where everything lies that was seen there, or is here, under the present keys: no device of
  /// this person ever takes anything away from there.
  private Set<String> ownIds() {
    Set<String> names = new HashSet<>(copies.all().keySet());
    for (String name : state().inner("known").fields().values().keySet()) {
      names.add(name);
    }
    VaultRecords records = records();
    Set<String> ids = new HashSet<>();
    names.forEach(name -> ids.add(id(records, name)));
    return ids;
  }

  private VaultRecords records() {
    return records(holding.vault().me().keys());
  }

  private VaultRecords records(AccountKeys keys) {
    return new VaultRecords(keys, holding.world().suite());
  }

  private String id(String name) {
    return id(records(), name);
  }

  private static String id(VaultRecords records, String name) {
    return Base64Url.format(records.id(name).toArray());
  }

  /// Nothing for what was erased, for what another root key has sealed, and for what was changed.
  private Optional<Kept> opened(Kept record) {
    if (!record.has("box")) {
      return Optional.empty();
    }
    try {
      Kept content = opened(records(), record);
      return content.textIf("name").map(name -> content);
    } catch (Rejected | MalformedText odd) {
      return Optional.empty();
    }
  }

  /// Whether a box opens with the present keys.
  boolean isOpened(Kept record) {
    return opened(record).isPresent();
  }

  private static Kept opened(VaultRecords records, Kept record) throws Rejected {
    Bytes id = record.bytes("record");
    byte[] content = records.openAt(id, record.number("version"), record.bytes("box"));
    return Kept.read(new String(content, StandardCharsets.UTF_8));
  }

  private Optional<Json> value(VaultRelay.Open at, Kept content) throws Unreachable, Problem {
    if (!content.has("pieces")) {
      return Optional.ofNullable(content.fields().values().get("value"));
    }
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < content.number("pieces"); index++) {
      String name = Pieces.name(content.text("name"), content.number("side"), index);
      Optional<Kept> piece = opened(relay.record(at, id(name)));
      // Somebody is writing anew: their whole comes behind this one.
      if (piece.isEmpty()
          || !piece.get().textIf("set").equals(content.textIf("set"))
          || !piece.get().text("name").equals(name)) {
        return Optional.empty();
      }
      text.append(piece.get().text("value"));
    }
    return Optional.of(JsonReader.read(text.toString(), LONGEST));
  }

  private boolean pushed(VaultRelay.Open at) throws Unreachable, Problem {
    for (Map.Entry<String, Json> copy : copies.all().entrySet()) {
      Kept known = known(copy.getKey());
      boolean same =
          known.number("version", 0) > 0
              && Objects.equals(known.fields().values().get("value"), copy.getValue());
      if (!same && !isWritten(at, copy.getKey(), copy.getValue())) {
        return false;
      }
    }
    return true;
  }

  /// False when another device was first.
  private boolean isWritten(VaultRelay.Open at, String name, Json value)
      throws Unreachable, Problem {
    try {
      knows(name, placed(at, name, value));
      return true;
    } catch (Problem no) {
      if (no.name().equals("record-moved")) {
        return false;
      }
      throw no;
    }
  }

  private Placed placed(VaultRelay.Open at, String name, Json value) throws Unreachable, Problem {
    Kept known = known(name);
    long was = known.number("version", 0);
    List<String> pieces = Pieces.of(JsonWriter.write(value));
    Kept content = Kept.NOTHING.with("v", 1).with("name", name);
    if (pieces.size() == 1) {
      Kept whole = content.with("value", value);
      return new Placed(put(at, name, was, whole), whole, value);
    }
    long side = known.number("side", 1) == 0 ? 1 : 0;
    Bytes set = holding.world().suite().newId();
    for (int index = 0; index < pieces.size(); index++) {
      String named = Pieces.name(name, side, index);
      Kept piece = Kept.NOTHING.with("v", 1).with("name", named).with("value", pieces.get(index));
      put(at, named, version(at, named), piece.with("set", set));
    }
    Kept whole = content.with("pieces", pieces.size()).with("side", side).with("set", set);
    return new Placed(put(at, name, was, whole), whole, value);
  }

  private long put(VaultRelay.Open at, String name, long was, Kept content)
      throws Unreachable, Problem {
    return put(at, records(), new LocalState.Place(name, was + 1), content);
  }

  private long put(VaultRelay.Open at, VaultRecords records, LocalState.Place place, Kept content)
      throws Unreachable, Problem {
    Bytes box = records.seal(place, content.written().getBytes(StandardCharsets.UTF_8));
    long version = place.version();
    relay.put(at, id(records, place.name()), version - 1, Optional.of(box));
    return version;
  }

  private long version(VaultRelay.Open at, String name) throws Unreachable, Problem {
    try {
      return relay.record(at, id(name)).number("version");
    } catch (Problem none) {
      if (none.name().equals("record-unknown")) {
        return 0;
      }
      throw none;
    }
  }

  /// What lies under a name, opened with these keys.
  Kept read(VaultRelay.Open at, AccountKeys keys, String name)
      throws Unreachable, Problem, Refused {
    return read(relay, at, records(keys), name);
  }

  /// The same on a device that holds nothing yet.
  static Kept read(VaultRelay relay, VaultRelay.Open at, VaultRecords records, String name)
      throws Unreachable, Problem, Refused {
    String id = id(records, name);
    Kept record = relay.record(at, id);
    try {
      // The id is this device's own: another record does not open there.
      return opened(records, record.with("record", id)).inner("value");
    } catch (Rejected | MalformedText changed) {
      throw new Refused("vault-changed");
    }
  }

  /// Puts something under a name beforehand, sealed with the keys of the next root key.
  void prepare(VaultRelay.Open at, AccountKeys keys, String name, Kept value)
      throws Unreachable, Problem {
    Kept content = Kept.NOTHING.with("v", 1).with("name", name).with("value", value);
    put(at, records(keys), new LocalState.Place(name, 1), content);
  }

  /// A box that lies on the relay under the present root key.
  record Held(String record, long version) {}

  /// All that this device knows to lie there.
  List<Held> held() {
    List<Held> held = new ArrayList<>();
    for (String name : state().inner("known").fields().values().keySet()) {
      held.add(new Held(id(name), known(name).number("version", 0)));
    }
    return held;
  }

  /// Under a new root key everything lies elsewhere, and is written anew.
  void begin() {
    Kept known = state().inner("known");
    for (String name : known.fields().values().keySet()) {
      known = known.with(name, known.inner(name).with("version", 0).without("side"));
    }
    keep(state().with("known", known).with("after", 0).without("unreadable"));
  }

  /// Forgets what lay there: there is no vault any more, or another one.
  void forget() {
    Kept version = Kept.NOTHING.with("version", state().number("version", 0));
    keep(version);
  }

  /// The session that this device had last.
  @Nullable String session() {
    return state().textIf("session").orElse(null);
  }
}
