package kith.relay.log;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kith.wire.Problem;

/// The contract, run against a store that says yes to everything and keeps nothing. Not run by
/// itself: [ContractTest] runs it and wants to see every test fail.
public final class NothingContract extends VotesContract {
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
      default -> done(TODAY);
    };
  }

  private static CompletableFuture<Outcome<Object>> done(Object value) {
    return CompletableFuture.completedFuture(new Outcome.Done<>(value));
  }
}
