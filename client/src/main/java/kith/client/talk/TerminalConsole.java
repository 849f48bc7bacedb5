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

  private static final int WIDTH = 76;

  private final Terminal terminal;
  private final LineReader reader;

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
    Wrapping.lines(line, WIDTH).forEach(each -> terminal.writer().println(each));
    terminal.writer().flush();
  }

  @Override
  public Optional<String> ask(String prompt) {
    try {
      return Optional.of(reader.readLine(prompt).strip());
    } catch (UserInterruptException | EndOfFileException leaves) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
