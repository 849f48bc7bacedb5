package kith.app.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The files of a release's browser app and their SHA-256, as the build has listed them: a line a
/// file, the hash in hex, two spaces, the path from `/`.
///
/// @param hashes by path
public record FileList(SortedMap<String, String> hashes) {

  /// Where the build puts the list of the app that it has made.
  static final String OWN = "kith/web/site.sha256";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(/[!-~]*)");

  /// The list of this program's own release; none when it was built without the app.
  public static Optional<FileList> own() {
    try (InputStream list = FileList.class.getClassLoader().getResourceAsStream(OWN)) {
      return list == null
          ? Optional.empty()
          : read(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The list in a file; none when it is no such list.
  public static Optional<FileList> read(Path file) throws IOException {
    return read(Files.readString(file));
  }

  static Optional<FileList> read(String text) {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        return Optional.empty();
      }
      hashes.put(parts.group(2), parts.group(1));
    }
    return hashes.isEmpty() ? Optional.empty() : Optional.of(new FileList(hashes));
  }

  /// SHA-256 in hex.
  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }
}
