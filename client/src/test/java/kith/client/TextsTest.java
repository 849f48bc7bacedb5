package kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;
import org.junit.jupiter.api.Test;

/// A record that is written again and again is written as if each time were the first.
class TextsTest {

  private final Texts texts = new Texts();

  private void isWritten(Kept record) {
    Texts.Written written = texts.of(record);
    byte[] text = new byte[written.length() + 1];
    written.into(text);
    assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(record.written() + "\0");
  }

  private static Json entry(int number) {
    return Kept.NOTHING.with("seq", number).with("words", "Grüße \"" + number + "\" 😀").fields();
  }

  @Test
  void a_history_that_grows_and_is_changed() {
    List<Json> entries = new ArrayList<>();
    Kept record = Kept.NOTHING.with("v", 1).with("owed", Kept.NOTHING).with("none", List.of());
    for (int number = 0; number < 5; number++) {
      entries.add(entry(number));
      record = record.with("entries", List.copyOf(entries));
      isWritten(record);
    }
    entries.set(2, new Json.Null());
    isWritten(record.with("entries", List.copyOf(entries)));
    isWritten(record.with("entries", List.copyOf(entries.subList(0, 2))));
    isWritten(record.without("v"));
  }

  @Test
  void names_that_change_places() {
    Kept two = Kept.NOTHING.with("a \"b\"", 1).with("ö", new Json.Truth(true));
    Kept turned = Kept.NOTHING.with("ö", new Json.Truth(true)).with("a \"b\"", 1);
    for (Kept one : List.of(two, turned, two, Kept.NOTHING)) {
      isWritten(Kept.NOTHING.with("sealed", one));
      isWritten(one);
    }
  }
}
