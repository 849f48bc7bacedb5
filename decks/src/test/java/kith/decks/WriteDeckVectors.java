package kith.decks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import kith.core.json.Json;
import kith.core.json.JsonWriter;

/// Writes anew what the cases of shared decks give. Run it on purpose only, and read the
/// difference: `./mvnw -q -pl core,decks test-compile` and then, in `decks`, `java -cp
/// ../core/target/classes:target/classes:target/test-classes kith.decks.WriteDeckVectors`.
final class WriteDeckVectors {
  private WriteDeckVectors() {}

  public static void main(String[] arguments) throws IOException {
    for (Path file : DeckVectors.files()) {
      Files.writeString(file, laidOut((Json.Fields) DeckVectors.played(DeckVectors.read(file))));
      System.out.println("written: " + file);
    }
  }

  private static String laidOut(Json.Fields vector) {
    return vector.values().entrySet().stream()
        .map(WriteDeckVectors::laidOut)
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String laidOut(Map.Entry<String, Json> field) {
    return "  \"%s\": %s".formatted(field.getKey(), JsonWriter.write(field.getValue()));
  }
}
