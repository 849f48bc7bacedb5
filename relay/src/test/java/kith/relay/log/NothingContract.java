package kith.relay.log;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kith.wire.Problem;

/// The contract, run against a store that says yes to everything and keeps nothing. Not run by
/// itself: [ContractTest] runs it and wants to see every test fail.
public final class NothingContract extends VaultsContract {
  @Override
  protected RelayLog open(Path at, Clock day) {
    return (RelayLog)
        Proxy.newProxyInstance(
            RelayLog.class.getClassLoader(),
            new Class<?>[] {RelayLog.class},
            (_, method, arguments) -> answer(method.getName(), arguments));
  }

  private static Object answer(String verb, Object[] arguments) {
    return switch (verb) {
      case "watch", "close", "hashCode" -> 0;
      case "append" -> done(new Appended(1, TODAY));
      case "read", "invitation" ->
          CompletableFuture.completedFuture(new Outcome.Refused<>(Problem.NOT_FOUND));
      case "positions" -> done(((List<?>) arguments[0]).stream().map(_ -> 0L).toList());
      case "vaults" -> vaults();
      default -> done(TODAY);
    };
  }

  private static VaultLog vaults() {
    return (VaultLog)
        Proxy.newProxyInstance(
            VaultLog.class.getClassLoader(),
            new Class<?>[] {VaultLog.class},
            (_, method, arguments) -> vaultAnswer(method.getName(), arguments));
  }

  private static Object vaultAnswer(String verb, Object[] arguments) {
    return switch (verb) {
      case "keep" -> done(arguments[1]);
      case "single", "unlocker" -> done(Optional.empty());
      case "known" -> done(true);
      case "openSession" -> done(new VaultLog.Admission(Sample.box(1, 1), 1, TODAY + 7, TODAY));
      case "records" -> done(new VaultLog.RecordPage(List.of(), false, TODAY));
      case "unlockers" -> done(new VaultLog.Unlockers(1, List.of(), TODAY));
      case "takeDuePushes" -> done(List.of());
      case "record" -> CompletableFuture.completedFuture(new Outcome.Refused<>(Problem.NOT_FOUND));
      case "put" -> done(written((VaultRequests.Put) arguments[0]));
      default -> done(TODAY);
    };
  }

  private static VaultLog.VaultRecord written(VaultRequests.Put put) {
    return new VaultLog.VaultRecord(put.record(), 1, 1, Optional.ofNullable(put.box()));
  }

  private static CompletableFuture<Outcome<Object>> done(Object value) {
    return CompletableFuture.completedFuture(new Outcome.Done<>(value));
  }
}
