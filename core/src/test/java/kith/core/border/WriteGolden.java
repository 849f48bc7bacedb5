package kith.core.border;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.core.json.Json;
import kith.core.json.JsonWriter;

/// Writes anew what the golden histories give. Run it on purpose only, and read the difference:
/// `./mvnw -q -pl core test-compile` and then, in `core`, `java -cp
/// target/classes:target/test-classes kith.core.border.WriteGolden`.
final class WriteGolden {
  private static final int WIDTH = 100;

  private WriteGolden() {}

  public static void main(String[] arguments) throws IOException {
    for (Path file : Golden.files()) {
      Files.writeString(file, laidOut(new Golden(Golden.read(file)).played(), "") + "\n");
      System.out.println("written: " + file);
    }
  }

  /// On one line what fits on one, else one line a part.
  private static String laidOut(Json value, String indent) {
    String flat = JsonWriter.write(value);
    if (indent.length() + flat.length() <= WIDTH) {
      return flat;
    }
    String deeper = indent + "  ";
    List<String> parts = new ArrayList<>();
    return switch (value) {
      case Json.Items(List<Json> values) -> {
        values.forEach(one -> parts.add(laidOut(one, deeper)));
        yield joined("[", parts, indent, "]");
      }
      case Json.Fields(Map<String, Json> values) -> {
        values.forEach((name, one) -> parts.add(named(name, one, deeper)));
        yield joined("{", parts, indent, "}");
      }
      default -> flat;
    };
  }

  private static String named(String name, Json value, String indent) {
    return JsonWriter.write(new Json.Text(name)) + ": " + laidOut(value, indent);
  }

  private static String joined(String open, List<String> parts, String indent, String close) {
    String line = "\n" + indent;
    return open + line + "  " + String.join("," + line + "  ", parts) + line + close;
  }
}
