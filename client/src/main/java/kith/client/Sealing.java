package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kith.core.json.Json;
import kith.crypto.Bytes;

/// What lies sealed for a bond's cards, and whether the relay has it: what one device of a person
/// has begun, another finishes, and nothing goes out that another has replaced since.
final class Sealing {

  /// By exchange, the revision that the relay has acknowledged to this device.
  private static final String ACKNOWLEDGED = "acknowledged";

  /// By exchange, that this device has given the key of what both are bound to.
  private static final String GAVE = "gave";

  /// By exchange, that two devices made the same revision of an answer.
  static final String AGAIN = "again";

  private final Writing writing;

  Sealing(Surroundings world) {
    this.writing = new Writing(world);
  }

  /// The record after the relay has taken what was given to a gate.
  static Kept acknowledged(Kept record, Kept deposit) {
    Kept meeting = record.inner("gates").inner(deposit.text("gate"));
    if (!meeting.has("exchange") || meeting.number("step") != 1) {
      return record;
    }
    Kept all = record.inner(ACKNOWLEDGED);
    return record.with(
        ACKNOWLEDGED, all.with(meeting.text("exchange"), deposit.number("revision")));
  }

  /// The record without deposits that another device of mine has replaced or taken back since.
  static Kept withoutReplaced(Kept record) {
    List<Json> left =
        record.items("outbox").stream().filter(each -> stands(record, Kept.of(each))).toList();
    return left.size() == record.items("outbox").size() ? record : record.with("outbox", left);
  }

  private static boolean stands(Kept record, Kept waiting) {
    if (!waiting.text("kind").equals("deposit")) {
      return true;
    }
    Kept meeting = record.inner("gates").inner(waiting.text("gate"));
    Kept mine = record.inner("sealed").inner(meeting.textIf("exchange").orElse(""));
    if (!mine.has("revision")) {
      return true;
    }
    boolean first = meeting.number("step") == 1;
    boolean same =
        mine.number("revision") == waiting.number("revision")
            && mine.inner("parts").equals(waiting.inner("parts"));
    return first ? same : mine.has("parts");
  }

  /// The record with all in its outbox that the relay may not have yet.
  Kept finished(Kept record, Function<Kept, Model> models) throws Problem {
    Kept next = record;
    for (String exchange : record.inner(AGAIN).fields().values().keySet()) {
      next = sealedAgain(next, exchange, models);
    }
    for (String exchange : record.inner("sealed").fields().values().keySet()) {
      next = isUnsent(next, exchange) ? sent(next, exchange, models) : next;
    }
    return next;
  }

  private Kept sealedAgain(Kept record, String exchange, Function<Kept, Model> models) {
    Kept mine = record.inner("sealed").inner(exchange);
    Kept next = record.with(AGAIN, record.inner(AGAIN).without(exchange));
    Optional<Kept> card = card(record, exchange, models);
    if (card.isEmpty() || !mine.has("revision") || record.inner("bound").has(exchange)) {
      return next;
    }
    try {
      return mine.has("parts")
          ? writing.withAnswer(next, card.get(), mine.text("words"))
          : writing.withNothing(next, card.get());
    } catch (Refused impossible) {
      throw new IllegalStateException("what fitted into a box fits again", impossible);
    }
  }

  /// Another device of mine has sealed it, or taken it back; whether that has reached the relay
  /// nobody can say here, and the same once more changes nothing there.
  private static boolean isUnsent(Kept record, String exchange) {
    Kept mine = record.inner("sealed").inner(exchange);
    long revision = mine.number("revision");
    boolean known =
        mine.number("standing", 0) >= revision
            || record.inner(ACKNOWLEDGED).number(exchange, 0) >= revision;
    boolean waits =
        record.items("outbox").stream()
            .map(Kept::of)
            .map(each -> record.inner("gates").inner(each.textIf("gate").orElse("")))
            .anyMatch(
                at ->
                    at.textIf("exchange").equals(Optional.of(exchange)) && at.number("step") == 1);
    return !known && !waits && !record.inner("bound").has(exchange);
  }

  private Kept sent(Kept record, String exchange, Function<Kept, Model> models) {
    Kept mine = record.inner("sealed").inner(exchange);
    return card(record, exchange, models)
        .map(card -> writing.withDeposit(record, card, mine))
        .orElse(record);
  }

  private Optional<Kept> card(Kept record, String exchange, Function<Kept, Model> models) {
    return models.apply(record).card(exchange, writing.now(record));
  }

  /// The key of mine for what both are bound to, if it is to be given and this device has not
  /// done so.
  static Optional<Bytes> owed(Kept record, String exchange) {
    long bound = record.inner("bound").inner(exchange).number("revision");
    Kept mine = record.inner("sealed").inner(exchange);
    boolean meant =
        mine.has("parts") && (mine.number("revision") == bound || mine.isTrue("released"));
    Kept reveals = mine.inner("reveals");
    return meant && !record.inner(GAVE).has(exchange) && reveals.has(String.valueOf(bound))
        ? Optional.of(reveals.bytes(String.valueOf(bound)))
        : Optional.empty();
  }

  /// The record after this device has put the key into its outbox.
  static Kept given(Kept record, String exchange) {
    return record.with(GAVE, record.inner(GAVE).with(exchange, new Json.Truth(true)));
  }

  /// All is sent and all is read: whatever revision of mine the relay has acknowledged here is the
  /// one that may open. A lower one that opens later was kept against my word. Of what another
  /// device of mine has written, and perhaps not sent, only that device can say so.
  static Optional<Kept> standing(Kept record) {
    if (!record.items("outbox").isEmpty() || record.isTrue(Reading.BEHIND)) {
      return Optional.empty();
    }
    Kept sealed = record.inner("sealed");
    Kept next = record;
    for (String exchange : new ArrayList<>(sealed.fields().values().keySet())) {
      Kept mine = sealed.inner(exchange);
      long sure = record.inner(ACKNOWLEDGED).number(exchange, 0);
      long standing = Math.min(mine.number("revision"), sure);
      if (standing > mine.number("standing", 0)) {
        sealed = sealed.with(exchange, mine.with("standing", standing));
      }
    }
    for (String name : List.of(ACKNOWLEDGED, GAVE)) {
      for (String exchange : record.inner(name).fields().values().keySet()) {
        boolean over = !sealed.has(exchange);
        next = over ? next.with(name, next.inner(name).without(exchange)) : next;
      }
    }
    next = sealed.equals(record.inner("sealed")) ? next : next.with("sealed", sealed);
    return next.equals(record) ? Optional.empty() : Optional.of(next);
  }
}
