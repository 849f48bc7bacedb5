package kith.core.promises;

import java.util.Collection;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Prompt;
import kith.core.bond.Seat;
import org.jspecify.annotations.Nullable;

/// An exchange in the plain rules.
final class PlainCard {
  final ExchangeId id;
  final Kind kind;
  final Seat by;
  final Prompt prompt;
  final boolean held;
  final boolean tonight;
  long day;
  String state = "drawn";
  final String[] words = {"", ""};
  final boolean[] responded = {false, false};
  final boolean[] said = {false, false};
  boolean promptGone;

  PlainCard(
      ExchangeId id, Kind kind, Seat by, Prompt prompt, boolean held, boolean tonight, long day) {
    this.id = id;
    this.kind = kind;
    this.by = by;
    this.prompt = prompt;
    this.held = held;
    this.tonight = tonight;
    this.day = day;
  }

  int ring() {
    return prompt.ring().depth();
  }

  static boolean full(Collection<PlainCard> cards, Kind kind) {
    boolean card = kind == Kind.SEALED;
    return cards.stream().anyMatch(one -> one.waiting() && (one.kind == Kind.SEALED) == card);
  }

  static long waitingFrom(Collection<PlainCard> cards, int ring) {
    return cards.stream().filter(card -> card.waiting() && card.ring() >= ring).count();
  }

  /// Whether `prompt` may be the step in return.
  static boolean answers(@Nullable PlainCard step, Seat by, Prompt prompt) {
    return step != null
        && step.heard()
        && step.kind == Kind.FIRST_STEP
        && step.by != by
        && step.prompt.topic() == prompt.topic()
        && step.ring() >= prompt.ring().depth();
  }

  boolean waiting() {
    return state.equals("drawn") || state.equals("bound");
  }

  boolean heard() {
    return state.equals("opened") || state.equals("settled");
  }

  boolean tells(Seat seat) {
    return kind == Kind.SEALED || (kind == Kind.FIRST_STEP) == (by == seat);
  }

  boolean withdrawAnswer(Seat by) {
    boolean there = heard() && tells(by) && !words[by.number()].equals("withdrawn");
    words[by.number()] = there ? "withdrawn" : words[by.number()];
    return there;
  }

  boolean withdrawResponse(Seat by) {
    boolean there = said[by.number()];
    said[by.number()] = false;
    return there;
  }

  boolean withdrawPrompt(Seat by) {
    boolean there =
        (heard() || waiting()) && prompt.deck().equals("own") && this.by == by && !promptGone;
    promptGone |= there;
    return there;
  }

  boolean waits() {
    boolean waits = false;
    for (Seat seat : Seat.values()) {
      boolean gone = words[seat.number()].equals("withdrawn");
      waits |= tells(seat) && !gone && !responded[seat.other().number()];
    }
    return waits;
  }

  boolean counts() {
    boolean counts = true;
    for (Seat seat : Seat.values()) {
      counts &= !tells(seat) || responded[seat.other().number()];
    }
    return counts;
  }
}
