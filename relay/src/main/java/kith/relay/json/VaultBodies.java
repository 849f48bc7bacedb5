package kith.relay.json;

import java.util.ArrayList;
import java.util.List;
import kith.relay.log.Unlocked;
import kith.relay.log.VaultRequests.AddUnlocker;
import kith.relay.log.VaultRequests.Create;
import kith.relay.log.VaultRequests.Put;
import kith.relay.log.VaultRequests.Renew;
import kith.relay.unlock.Answer;
import kith.wire.Box;
import kith.wire.Checked;
import kith.wire.Limits;
import kith.wire.RecordId;
import kith.wire.Unlocker;
import kith.wire.UnlockerId;
import kith.wire.VaultId;
import org.jspecify.annotations.Nullable;

/// Requests about vaults out of the bodies of HTTP requests.
///
/// A body that carries the results of WebAuthn extensions is refused whole: a secret of the
/// person's may be among them.
public final class VaultBodies {
  private static final int SIGNATURE_BYTES = 64;
  private static final int CHALLENGE_BYTES = 32;
  private static final String EXTENSIONS = "clientExtensionResults";

  private VaultBodies() {}

  @FunctionalInterface
  private interface Shape<T> {
    T from(Reading body) throws Malformed;
  }

  private static <T> Checked<T> read(byte[] body, Shape<T> shape) {
    return Bodies.read(
        body,
        from -> {
          from.refuse(EXTENSIONS, "must not be sent: it may hold a secret");
          return shape.from(from);
        });
  }

  /// `{"unlocker": U}`
  public static Checked<Create> create(VaultId vault, byte[] body) {
    return read(body, from -> new Create(vault, unlocker(from.object("unlocker"))));
  }

  /// `{"unlocker": U}`, or `{"unlocker": U, "replaces": id}`
  public static Checked<AddUnlocker> add(Unlocked by, byte[] body) {
    return read(
        body,
        from -> {
          Unlocker unlocker = unlocker(from.object("unlocker"));
          return new AddUnlocker(by, unlocker, idOrNull(from));
        });
  }

  private static @Nullable UnlockerId idOrNull(Reading from) throws Malformed {
    boolean isNone = from.absent("replaces");
    return isNone ? null : from.text("replaces", UnlockerId::read, Bodies.SIXTEEN);
  }

  /// `{"generation", "unlockers": [U, ...]}`
  public static Checked<Renew> renew(Unlocked by, byte[] body) {
    return read(
        body,
        from -> {
          int generation = (int) from.whole("generation", 1, Integer.MAX_VALUE);
          List<Unlocker> unlockers = new ArrayList<>();
          for (Reading one : from.objects("unlockers", 1, Limits.UNLOCKERS_PER_VAULT)) {
            unlockers.add(unlocker(one));
          }
          distinct(unlockers);
          return new Renew(by, generation, unlockers);
        });
  }

  private static void distinct(List<Unlocker> unlockers) throws Malformed {
    long ids = unlockers.stream().map(Unlocker::id).distinct().count();
    long single = unlockers.stream().map(Unlocker::kind).filter(Unlocker.Kind::single).count();
    long kinds =
        unlockers.stream().map(Unlocker::kind).filter(Unlocker.Kind::single).distinct().count();
    if (ids != unlockers.size() || single != kinds) {
      throw new Malformed(
          "unlockers", "must not name an unlocker twice, nor two of words or codes");
    }
  }

  /// All kinds alike: whoever has the secret behind it signs for it, also with a passkey's.
  private static Unlocker unlocker(Reading from) throws Malformed {
    from.refuse(EXTENSIONS, "must not be sent: it may hold a secret");
    Unlocker.Kind kind = kind((int) from.whole("kind", Unlocker.Kind.PASSKEY.number(), 4));
    boolean words = kind == Unlocker.Kind.WORDS;
    return Reading.good(
        Unlocker.check(
            new Unlocker(
                from.text("unlocker", UnlockerId::read, Bodies.SIXTEEN),
                kind,
                from.box("envelope", Limits.ENVELOPE_BYTES),
                from.box("public_key", Limits.ED25519_BYTES, Limits.ED25519_BYTES),
                words ? from.box("salt", Limits.SALT_BYTES, Limits.SALT_BYTES) : null,
                words ? (int) from.whole("kdf", 1, Short.MAX_VALUE) : 0)));
  }

  private static Unlocker.Kind kind(int number) throws Malformed {
    for (Unlocker.Kind kind : Unlocker.Kind.values()) {
      if (kind.number() == number) {
        return kind;
      }
    }
    throw new Malformed("kind", "must be one of 1 to 4");
  }

  /// `{"unlocker", "challenge", "origin", "time", "signature"}`
  public static Checked<Answer> answer(byte[] body) {
    return read(
        body,
        from ->
            new Answer(
                from.text("unlocker", UnlockerId::read, Bodies.SIXTEEN),
                from.box("challenge", CHALLENGE_BYTES, CHALLENGE_BYTES),
                from.plain("origin", Limits.PUSH_ADDRESS),
                from.whole("time", 0, Limits.LARGEST_NUMBER),
                from.box("signature", SIGNATURE_BYTES, SIGNATURE_BYTES)));
  }

  /// `{"was", "box" or null}`
  public static Checked<Put> put(Unlocked by, RecordId record, byte[] body) {
    return read(
        body,
        from -> {
          long was = from.whole("was", 0, Limits.LARGEST_NUMBER);
          return new Put(by, record, was, paddedOrNull(from));
        });
  }

  private static @Nullable Box paddedOrNull(Reading from) throws Malformed {
    return from.isNull("box") ? null : from.padded("box");
  }
}
