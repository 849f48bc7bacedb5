package kith.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Puts a table into a page, between two marks, so that no figure in a document is typed by hand.
final class Page {
  private Page() {}

  static void write(Path page, String name, String table) throws IOException {
    String before = Files.exists(page) ? Files.readString(page) : "";
    Files.writeString(page, with(before, name, table));
  }

  private static String mark(String name, String which) {
    return "<!-- " + name + ": " + which + " -->";
  }

  /// The page with this table between the marks of this name; at its end when it has none yet.
  static String with(String page, String name, String table) {
    String block = mark(name, "begin") + "\n" + table + mark(name, "end");
    int begin = page.indexOf(mark(name, "begin"));
    int end = page.indexOf(mark(name, "end"));
    if (begin < 0 || end < begin) {
      return page + (page.isEmpty() || page.endsWith("\n") ? "" : "\n") + "\n" + block + "\n";
    }
    return page.substring(0, begin) + block + page.substring(end + mark(name, "end").length());
  }
}
