package kith.core.border;

import kith.core.json.JsonWriter;
import kith.core.person.View;

/// A view as the border writes it.
public final class Bytes {
  private Bytes() {}

  /// The text of `view`.
  public static String of(View view) {
    return JsonWriter.write(ViewText.write(view));
  }
}
