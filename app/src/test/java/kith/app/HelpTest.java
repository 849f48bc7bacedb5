package kith.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// `kith` at the root of the repository answers `--help` out of `app/help.txt`, before anything is
/// built. To write that file anew: `-Dkith.help=write`.
final class HelpTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGES = ROOT.resolve("app/help.txt");
  private static final int LONGEST_WAIT = 20;

  @TempDir private Path folder = Path.of("");

  @Test
  void the_script_has_the_help_of_every_command_as_the_program_says_it() throws IOException {
    String pages = pages(Main.commands());
    if ("write".equals(System.getProperty("kith.help"))) {
      Files.writeString(PAGES, pages);
    }
    assertThat(Files.readString(PAGES)).isEqualTo(pages);
  }

  private static String pages(CommandLine command) {
    StringBuilder pages = new StringBuilder();
    command
        .getSubcommands()
        .forEach(
            (name, each) -> {
              if (!each.getCommandSpec().usageMessage().hidden()) {
                pages.append("== ").append(each.getCommandSpec().qualifiedName()).append('\n');
                pages.append(each.getUsageMessage(Ansi.OFF).replace("\r", ""));
                pages.append(pages(each));
              }
            });
    return pages.toString();
  }

  @Test
  void a_clone_in_which_nothing_is_built_answers_at_once() throws Exception {
    Files.createDirectories(folder.resolve("app"));
    Files.copy(ROOT.resolve("kith"), folder.resolve("kith"));
    Files.copy(PAGES, folder.resolve("app/help.txt"));
    assertThat(said("serve", "--help")).startsWith("Usage: kith serve").contains("--operator=TEXT");
    assertThat(said("lab", "reproduce", "-h")).startsWith("Usage: kith lab reproduce");
    assertThat(said("deck", "--help")).startsWith("Usage: kith deck").doesNotContain("\n==");
    assertThat(said("--help")).startsWith("Kith: two people");
    assertThat(folder.resolve("target")).doesNotExist();
  }

  private String said(String... words) throws Exception {
    Path out = folder.resolve(String.join("-", words).toLowerCase(Locale.ROOT));
    String line = "./kith " + String.join(" ", words);
    Process kith =
        new ProcessBuilder("bash", "-c", line)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(kith.waitFor(LONGEST_WAIT, TimeUnit.SECONDS)).isTrue();
    assertThat(kith.exitValue()).isZero();
    return Files.readString(out);
  }
}
