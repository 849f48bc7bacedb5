package kith.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kith.client.talk.Terminals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kith talk`: a way in without a browser, whose code comes from here and not from the server.
@Command(
    name = "talk",
    description = "Talk from a terminal: the same bonds as in the browser, without a browser.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Talk implements Callable<Integer> {
  @Option(
      names = "--server",
      paramLabel = "ADDRESS",
      defaultValue = "http://localhost:8080",
      description = "The server (default: ${DEFAULT-VALUE}).")
  private URI server = URI.create("http://localhost:8080");

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Where this device keeps its keys and bonds (default: .kith in your home).")
  private Path folder = Path.of(System.getProperty("user.home"), ".kith");

  @Override
  public Integer call() throws IOException {
    Terminals.talk(server, folder);
    return 0;
  }
}
