package kith.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PageTest {
  private static final String PAGE =
      """
      before
      <!-- kith bench: begin -->
      old
      <!-- kith bench: end -->
      between
      <!-- kith bench --bonds: begin -->
      other
      <!-- kith bench --bonds: end -->
      after
      """;

  @Test
  void a_table_takes_the_place_of_the_last_one_of_its_name_and_of_nothing_else() {
    assertThat(Page.with(PAGE, "kith bench", "new\n")).isEqualTo(PAGE.replace("old", "new"));
    assertThat(Page.with(PAGE, "kith bench --bonds", "new\n"))
        .isEqualTo(PAGE.replace("other", "new"));
  }

  @Test
  void a_page_without_marks_gets_them_at_its_end() {
    assertThat(Page.with("words", "kith bench", "new\n"))
        .isEqualTo("words\n\n<!-- kith bench: begin -->\nnew\n<!-- kith bench: end -->\n");
  }
}
