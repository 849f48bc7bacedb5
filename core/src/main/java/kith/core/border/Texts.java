package kith.core.border;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import kith.core.bond.Verdict;
import kith.core.json.Json;

/// The small words that views are written with.
final class Texts {
  static final Json NULL = new Json.Null();

  private Texts() {}

  /// `null`: it may be done; else the name of the reason.
  static Json may(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed() -> NULL;
      case Verdict.Refused refused -> new Json.Text(refused.reason().word());
    };
  }

  static Json day(OptionalLong day) {
    return day.isPresent() ? new Json.Whole(day.getAsLong()) : NULL;
  }

  static <T> Json all(List<T> things, Function<T, Json> writing) {
    List<Json> written = new ArrayList<>();
    for (T thing : things) {
      written.add(writing.apply(thing));
    }
    return new Json.Items(written);
  }
}
