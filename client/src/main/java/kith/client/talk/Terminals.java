package kith.client.talk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import kith.client.FolderStore;
import kith.client.HttpNetwork;
import kith.client.Key;
import kith.client.Kith;
import kith.client.Refused;
import kith.client.Store;
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
      Surroundings world = new Surroundings(InstantSource.system(), Suite.KITH1, network);
      open(world, new FolderStore(folder), console, folder.toString())
          .ifPresent(kith -> new Talk(kith, console, server.toString()).home());
    }
  }

  /// The person's own, once this device is open; nothing when they leave before.
  static Optional<Kith> open(Surroundings world, Store store, Console console, String where) {
    if (!Kith.isLocked(store)) {
      Kith kith = Kith.open(world, store);
      if (!kith.ways().contains("words") && !kith.ways().contains("recovery")) {
        console.say(Words.FOLDER_WARNING + where);
      }
      return Optional.of(kith);
    }
    for (; ; ) {
      Optional<String> typed = console.ask("Your six words, or the code's first line> ");
      if (typed.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(Kith.unlock(world, store, key(typed.get(), console)));
      } catch (Refused no) {
        console.say(Words.reason(no.reason()));
      }
    }
  }

  private static Key key(String typed, Console console) {
    boolean code = typed.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
    return code
        ? new Key.Recovery(typed, console.ask("The second line> ").orElse(""))
        : new Key.Words(typed);
  }
}
