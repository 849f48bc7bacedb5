package kith.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void what_is_not_understood_is_named_and_where_help_is() {
    assertThat(said("wrong"))
        .containsExactly("There is no 'wrong' here.", "What there is: kith --help");
    assertThat(said("doctor", "--dta", "x"))
        .startsWith("Unknown options: '--dta', 'x'")
        .endsWith("What there is: kith doctor --help")
        .hasSizeLessThan(4);
  }

  private static String[] said(String... arguments) {
    StringWriter errors = new StringWriter();
    int code = Main.commands(arguments).setErr(new PrintWriter(errors, true)).execute(arguments);
    assertThat(code).isEqualTo(2);
    return errors.toString().lines().toArray(String[]::new);
  }
}
