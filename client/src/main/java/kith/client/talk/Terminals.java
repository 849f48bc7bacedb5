package kith.client.talk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import kith.client.FolderStore;
import kith.client.HttpNetwork;
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
      FolderStore store = new FolderStore(folder);
      ArrivalTalk arrivals = new ArrivalTalk(world, store);
      open(world, store, console, folder.toString())
          .ifPresent(kith -> new Talk(kith, console, server.toString(), arrivals).home());
    }
  }

  /// The person's own, once this device is open; nothing when they leave before.
  static Optional<Kith> open(Surroundings world, Store store, Console console, String where) {
    if (!Kith.isLocked(store)) {
      Kith kith = Kith.open(world, store);
      if (!kith.keys().ways().contains("words") && !kith.keys().ways().contains("recovery")) {
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
        return Optional.of(Kith.unlock(world, store, ArrivalTalk.key(typed.get(), console)));
      } catch (Refused no) {
        console.say(Words.reason(no.reason()));
      }
    }
  }
}
