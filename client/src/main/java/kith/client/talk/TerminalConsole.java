package kith.client.talk;

import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// A terminal with line editing. Nothing that was typed is kept as history.
final class TerminalConsole implements Console, AutoCloseable {

  /// Lines no wider than this are read with ease.
  private static final int WIDEST = 76;

  /// Narrower than this, a terminal breaks the lines itself.
  private static final int NARROWEST = 24;

  private final Terminal terminal;
  private final LineReader reader;
  private String unfinished = "";

  TerminalConsole() throws IOException {
    terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .variable(LineReader.DISABLE_HISTORY, true)
            .option(LineReader.Option.BRACKETED_PASTE, false)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  @Override
  public void say(String line) {
    Wrapping.lines(line, width()).forEach(each -> terminal.writer().println(each));
    terminal.writer().flush();
  }

  private int width() {
    int columns = terminal.getColumns() - 1;
    return columns < NARROWEST ? WIDEST : Math.min(columns, WIDEST);
  }

  @Override
  public Optional<String> ask(String prompt) {
    return ask(prompt, "");
  }

  @Override
  public Optional<String> ask(String prompt, String begun) {
    unfinished = "";
    try {
      return Optional.of(reader.readLine(prompt, null, (Character) null, begun).strip());
    } catch (UserInterruptException leaves) {
      unfinished = leaves.getPartialLine() == null ? "" : leaves.getPartialLine().strip();
      return Optional.empty();
    } catch (EndOfFileException leaves) {
      return Optional.empty();
    }
  }

  @Override
  public String unfinished() {
    return unfinished;
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
