package kith.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Puts a table into a page, between two marks, so that no figure in a document is typed by hand.
final class Page {
  private static final String BEGIN = "<!-- kith bench: begin -->";
  private static final String END = "<!-- kith bench: end -->";

  private Page() {}

  static void write(Path page, String table) throws IOException {
    String before = Files.exists(page) ? Files.readString(page) : "";
    Files.writeString(page, with(before, table));
  }

  /// The page with this table; at its end when it has no marks yet.
  static String with(String page, String table) {
    String block = BEGIN + "\n" + table + END;
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      return page + (page.isEmpty() || page.endsWith("\n") ? "" : "\n") + "\n" + block + "\n";
    }
    return page.substring(0, begin) + block + page.substring(end + END.length());
  }
}
