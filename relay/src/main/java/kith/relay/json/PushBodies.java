package kith.relay.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kith.relay.log.Unlocked;
import kith.relay.log.VaultRequests.SetPush;
import kith.wire.Box;
import kith.wire.Checked;
import kith.wire.Limits;
import kith.wire.PushId;

/// Requests and answers about pushes as JSON.
public final class PushBodies {
  private static final int LAST_HOUR = 23;
  private static final String ADDRESS =
      "must be an https address of a push service that this relay knows, of at most %d characters"
          .formatted(Limits.PUSH_ADDRESS);

  private PushBodies() {}

  /// `{"address", "hours"}`; `known` says which addresses may be called.
  public static Checked<SetPush> set(
      Unlocked by, PushId push, Function<String, Optional<?>> known, byte[] body) {
    return Bodies.read(
        body,
        from -> {
          String address =
              from.text(
                  "address", text -> Optional.of(text).filter(one -> fits(one, known)), ADDRESS);
          List<Integer> hours =
              from.numbers("hours", 1, Limits.PUSH_HOURS, LAST_HOUR).stream().distinct().toList();
          return new SetPush(by, push, address, hours);
        });
  }

  private static boolean fits(String address, Function<String, Optional<?>> known) {
    return address.length() <= Limits.PUSH_ADDRESS && known.apply(address).isPresent();
  }

  /// `{"key"}`
  public static byte[] key(Box key) {
    return Answers.object(Answers.SMALL, json -> Answers.box(json, "key", key));
  }
}
