package kith.relay.push;

import java.util.concurrent.CompletableFuture;
import kith.relay.log.Outcome;
import kith.relay.log.VaultLog;
import kith.wire.Box;
import org.jspecify.annotations.Nullable;

/// The relay's push key: drawn once for all nodes and kept in the store.
public final class PushKeys {
  private static final String NAME = "push-key";

  private final VaultLog vaults;
  private volatile @Nullable Vapid known;

  /// In this store.
  public PushKeys(VaultLog vaults) {
    this.vaults = vaults;
  }

  /// The public key, for `applicationServerKey`.
  public CompletableFuture<Outcome<Box>> publicKey() {
    return keys()
        .thenApply(
            outcome ->
                switch (outcome) {
                  case Outcome.Done<Vapid>(Vapid vapid) -> new Outcome.Done<>(vapid.publicKey());
                  case Outcome.Refused<Vapid>(var problem) -> new Outcome.Refused<>(problem);
                });
  }

  CompletableFuture<Outcome<Vapid>> keys() {
    Vapid there = known;
    if (there != null) {
      return CompletableFuture.completedFuture(new Outcome.Done<>(there));
    }
    return vaults.keep(NAME, Vapid.draw()).thenApply(this::note);
  }

  private Outcome<Vapid> note(Outcome<Box> kept) {
    return switch (kept) {
      case Outcome.Done<Box>(Box box) -> {
        Vapid vapid = Vapid.of(box);
        known = vapid;
        yield new Outcome.Done<>(vapid);
      }
      case Outcome.Refused<Box>(var problem) -> new Outcome.Refused<>(problem);
    };
  }
}
