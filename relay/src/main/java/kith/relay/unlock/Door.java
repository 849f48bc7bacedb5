package kith.relay.unlock;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kith.relay.log.Outcome;
import kith.relay.log.Unlocked;
import kith.relay.log.VaultLog;
import kith.relay.log.VaultLog.Admission;
import kith.relay.log.VaultRequests.OpenSession;
import kith.wire.Box;
import kith.wire.Capability;
import kith.wire.Days;
import kith.wire.Limits;
import kith.wire.Problem;
import kith.wire.SeatHash;
import kith.wire.Unlocker;
import kith.wire.UnlockerId;
import kith.wire.VaultId;
import org.jspecify.annotations.Nullable;

/// Lets people into their vaults. Nobody learns here whether a vault exists: what is missing is
/// made up, always the same, and is checked as long as what is there.
public final class Door {
  private static final String SECRET = "challenges";
  private static final int SECRET_BYTES = 32;

  /// How words are stretched, said of vaults that have none.
  private static final int USUAL_KDF = 1;

  /// Compared with when there is no such unlocker; nobody has its secret.
  private static final Box NOBODY = new Box(new byte[Limits.ED25519_BYTES]);

  private final VaultLog vaults;
  private final Clock clock;
  private final SecureRandom dice = new SecureRandom();
  private final WrongWords wrongWords = new WrongWords();
  private volatile @Nullable Challenges known;

  /// Over the vaults of a store.
  public Door(VaultLog vaults, Clock clock) {
    this.vaults = vaults;
    this.clock = clock;
  }

  /// What someone who wants to come in is told.
  public record Challenge(
      Box challenge, UnlockerId words, Box salt, int kdf, UnlockerId recovery, int today) {}

  /// Someone who came in: the capability of the session, and what belongs to it.
  public record Entered(Capability session, Admission admission) {}

  private CompletableFuture<Outcome<Challenges>> challenges() {
    Challenges there = known;
    if (there != null) {
      return CompletableFuture.completedFuture(new Outcome.Done<>(there));
    }
    byte[] proposed = new byte[SECRET_BYTES];
    dice.nextBytes(proposed);
    return then(
        vaults.keep(SECRET, new Box(proposed)),
        secret -> {
          Challenges made = new Challenges(secret, clock, dice);
          known = made;
          return done(made);
        });
  }

  private static <T> CompletableFuture<Outcome<T>> done(T value) {
    return CompletableFuture.completedFuture(new Outcome.Done<>(value));
  }

  private static <T> CompletableFuture<Outcome<T>> refused(Problem problem) {
    return CompletableFuture.completedFuture(new Outcome.Refused<>(problem));
  }

  private static <T, R> CompletableFuture<Outcome<R>> then(
      CompletableFuture<Outcome<T>> first, Function<T, CompletableFuture<Outcome<R>>> next) {
    return first.thenCompose(
        outcome ->
            switch (outcome) {
              case Outcome.Done<T>(T value) -> next.apply(value);
              case Outcome.Refused<T>(Problem problem) -> refused(problem);
            });
  }

  /// A challenge for a vault, which may not exist.
  public CompletableFuture<Outcome<Challenge>> challenge(VaultId vault) {
    return then(
        challenges(),
        challenges ->
            then(
                vaults.single(vault, Unlocker.Kind.WORDS),
                words ->
                    then(
                        vaults.single(vault, Unlocker.Kind.RECOVERY),
                        recovery -> done(challenge(challenges, vault, words, recovery)))));
  }

  private Challenge challenge(
      Challenges challenges, VaultId vault, Optional<Unlocker> words, Optional<Unlocker> recovery) {
    return new Challenge(
        challenges.make(vault),
        words.map(Unlocker::id).orElseGet(() -> challenges.seeming("words", vault)),
        words.map(Unlocker::salt).orElseGet(() -> challenges.seemingSalt(vault)),
        words.map(Unlocker::kdf).orElse(USUAL_KDF),
        recovery.map(Unlocker::id).orElseGet(() -> challenges.seeming("recovery", vault)),
        Days.today(clock));
  }

  /// Opens a session for whoever gives a right answer. `device`: a session that the device once
  /// had, if it shows one; `origins`: those that an answer may have been signed for.
  public CompletableFuture<Outcome<Entered>> unlock(
      VaultId vault, Answer answer, Optional<SeatHash> device, List<String> origins) {
    return then(
        isKnown(vault, device),
        isKnown -> {
          if (!isKnown && wrongWords.tooOften(vault, Days.today(clock))) {
            return heldUp(vault, answer, origins);
          }
          return enter(vault, answer, origins, !isKnown);
        });
  }

  private CompletableFuture<Outcome<Boolean>> isKnown(VaultId vault, Optional<SeatHash> device) {
    return device.isEmpty() ? done(false) : vaults.known(new Unlocked(vault, device.get()));
  }

  /// Strangers wait, except where guessing is no use: only words can be guessed.
  private CompletableFuture<Outcome<Entered>> heldUp(
      VaultId vault, Answer answer, List<String> origins) {
    return then(
        vaults.unlocker(vault, answer.unlocker()),
        unlocker ->
            unlocker.filter(one -> one.kind() != Unlocker.Kind.WORDS).isPresent()
                ? enter(vault, answer, origins, false)
                : refused(Problem.TOO_MANY));
  }

  private CompletableFuture<Outcome<Entered>> enter(
      VaultId vault, Answer answer, List<String> origins, boolean counts) {
    return then(
        challenges(),
        challenges ->
            then(
                vaults.unlocker(vault, answer.unlocker()),
                unlocker -> {
                  Box key = unlocker.map(Unlocker::publicKey).orElse(NOBODY);
                  boolean right = Signatures.hold(key, vault, answer);
                  boolean fresh = challenges.holds(vault, answer.challenge());
                  if (right && fresh && unlocker.isPresent() && origins.contains(answer.origin())) {
                    return open(vault, answer);
                  }
                  if (counts) {
                    wrongWords.count(vault, Days.today(clock));
                  }
                  return refused(Problem.NOT_UNLOCKED);
                }));
  }

  private CompletableFuture<Outcome<Entered>> open(VaultId vault, Answer answer) {
    byte[] bytes = new byte[Capability.LENGTH];
    dice.nextBytes(bytes);
    Capability session = Capability.of(bytes).orElseThrow();
    var request = new OpenSession(vault, answer.unlocker(), session.seatHash(), answer.challenge());
    return then(vaults.openSession(request), admission -> done(new Entered(session, admission)));
  }
}
