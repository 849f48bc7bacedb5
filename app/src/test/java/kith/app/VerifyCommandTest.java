package kith.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class VerifyCommandTest {
  /// A port at which no server of this kind ever listens.
  private static final String NOBODY = "http://localhost:1";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_server_that_does_not_answer_is_said_to_be_that_and_no_finding() throws IOException {
    Path list = folder.resolve("files");
    Files.writeString(list, "0".repeat(64) + "  /index.html\n");
    PrintStream before = System.err;
    var printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      int exit = new CommandLine(new VerifyCommand()).execute("--list", list.toString(), NOBODY);
      assertThat(exit).isEqualTo(2);
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(UTF_8)).startsWith("No server answers at " + NOBODY + ".");
  }
}
