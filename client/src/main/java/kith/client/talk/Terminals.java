package kith.client.talk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import kith.client.FolderStore;
import kith.client.HttpNetwork;
import kith.client.Kith;
import kith.client.Surroundings;
import kith.crypto.Suite;

/// Starts the terminal client.
public final class Terminals {

  private Terminals() {}

  /// Talks with a server until the person leaves.
  ///
  /// @param server such as `https://kith.example`
  /// @param folder where this device keeps its keys and bonds
  public static void talk(URI server, Path folder) throws IOException {
    try (HttpNetwork network = new HttpNetwork(server);
        TerminalConsole console = new TerminalConsole()) {
      console.say(Words.FOLDER_WARNING + folder);
      Surroundings world = new Surroundings(InstantSource.system(), Suite.KITH1, network);
      new Talk(Kith.open(world, new FolderStore(folder)), console, server.toString()).home();
    }
  }
}
