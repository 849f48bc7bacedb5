package kith.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kith.core.json.MalformedText;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.LocalState;
import kith.crypto.Rejected;
import kith.crypto.Suite;

/// What an account keeps on this device: one sealed file a record, each with a version that
/// rises.
final class Records {

  /// Records are filled up to a multiple of this, so that a file's size says little.
  private static final int GRAIN_BYTES = 16 * 1024;

  private static final byte END = (byte) 0x80;

  private static final byte[] NO_FILE = {};

  private final Store store;
  private final int generation;
  private final LocalState state;
  private final Map<String, Texts> texts = new HashMap<>();
  private final Map<String, Loaded> loaded = new HashMap<>();

  /// A file, and what it said: as long as the very same lies there, it need not be opened again.
  private record Loaded(Bytes file, Kept record) {}

  Records(Store store, AccountKeys keys, Suite suite) {
    this.store = store;
    this.generation = keys.generation();
    this.state = new LocalState(keys, suite);
  }

  private Optional<Kept> file(String name) {
    return file(store, name);
  }

  private static Optional<Kept> file(Store store, String name) {
    return store
        .read(name)
        .map(bytes -> Kept.read(new String(bytes, StandardCharsets.UTF_8)))
        .filter(file -> file.has("box"));
  }

  /// The record under a name; nothing where there is none.
  Kept load(String name) {
    Bytes file = Bytes.of(store.read(name).orElse(NO_FILE));
    Loaded before = loaded.get(name);
    if (before != null && before.file.equals(file)) {
      return before.record;
    }
    Kept record = file(name).map(read -> opened(name, read)).orElse(Kept.NOTHING);
    loaded.put(name, new Loaded(file, record));
    return record;
  }

  private Kept opened(String name, Kept file) {
    try {
      long version = file.number("version");
      byte[] padded = state.open(new LocalState.Place(name, version), file.bytes("box"));
      String text = new String(unpadded(padded), StandardCharsets.UTF_8);
      return Kept.read(text).with("version", version);
    } catch (Rejected | MalformedText changed) {
      throw new IllegalStateException("a file of this device was changed: " + name, changed);
    }
  }

  /// All records whose names begin so, by what follows.
  Map<String, Kept> all(String prefix) {
    Map<String, Kept> found = new LinkedHashMap<>();
    for (String name : store.names()) {
      if (name.startsWith(prefix)) {
        file(name)
            .ifPresent(file -> found.put(name.substring(prefix.length()), opened(name, file)));
      }
    }
    return found;
  }

  /// Keeps the next version of a record, and gives it back.
  Kept save(String name, Kept record) {
    long version = record.number("version", 0) + 1;
    Kept next = record.with("version", version);
    byte[] content = padded(texts.computeIfAbsent(name, one -> new Texts()).of(next));
    Bytes box = state.seal(new LocalState.Place(name, version), content);
    byte[] file = file(version, Base64Url.encoded(box));
    store.write(name, file);
    if (loaded.containsKey(name)) {
      loaded.put(name, new Loaded(Bytes.of(file), next));
    }
    return next;
  }

  /// The box is most of it, and base64url needs no second look.
  private byte[] file(long version, byte[] box) {
    String rest =
        Kept.NOTHING.with("v", 1).with("g", generation).with("version", version).written();
    byte[] before = utf8(rest.substring(0, rest.length() - 1) + ",\"box\":\"");
    byte[] after = utf8("\"}");
    byte[] file = Arrays.copyOf(before, before.length + box.length + after.length);
    System.arraycopy(box, 0, file, before.length, box.length);
    System.arraycopy(after, 0, file, before.length + box.length, after.length);
    return file;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Seals every record anew under the keys of the next generation. What was sealed before this
  /// was stopped is left as it is.
  void moveTo(Records next) {
    for (String name : store.names()) {
      boolean before = file(name).filter(file -> file.number("g", 1) < next.generation).isPresent();
      if (before) {
        next.save(name, load(name));
      }
    }
  }

  /// Whether a device holds a record whose name begins so.
  static boolean isAny(Store store, String prefix) {
    return store.names().stream()
        .filter(name -> name.startsWith(prefix))
        .anyMatch(name -> file(store, name).isPresent());
  }

  /// Lets go of every record.
  static void clear(Store store) {
    for (String name : store.names()) {
      store.write(name, Kept.NOTHING.written().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] padded(Texts.Written content) {
    byte[] padded = new byte[(content.length() / GRAIN_BYTES + 1) * GRAIN_BYTES];
    content.into(padded);
    padded[content.length()] = END;
    return padded;
  }

  private static byte[] unpadded(byte[] padded) {
    int at = padded.length - 1;
    while (at > 0 && padded[at] == 0) {
      at--;
    }
    return Arrays.copyOf(padded, at);
  }
}
