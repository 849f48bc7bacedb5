package kith.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The checkout as the tests see it: its files, its documents' blocks, its compiled classes.
final class Repository {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /// Every class of Kith's own, without tests.
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("kith");

  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", ".git", "data", "test-results", "playwright-report");

  private Repository() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /// Our own files whose names end in one of the given endings.
  static List<Path> files(String... endings) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(ROOT, new Ours(found));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return found.stream()
        .filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith))
        .sorted()
        .toList();
  }

  /// Does not even look into folders that are not ours: what is in them may come and go meanwhile.
  private static final class Ours extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Ours(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
      return isOurs(ROOT.relativize(folder))
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
      if (about.isRegularFile()) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean isOurs(Path relative) {
    for (Path part : relative) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  /// The lines `left -> right ...` of a fenced block in docs/architecture.md.
  static Map<String, Set<String>> block(String name) {
    String page = read(ROOT.resolve("docs/architecture.md"));
    var fence = Pattern.compile("```" + name + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    if (!fence.find()) {
      throw new IllegalStateException("docs/architecture.md has no block called " + name);
    }
    Map<String, Set<String>> lines = new TreeMap<>();
    for (String line : fence.group(1).lines().toList()) {
      String[] sides = line.split("->", 2);
      lines.put(sides[0].strip(), words(sides[1]));
    }
    return lines;
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>(Arrays.asList(text.strip().split(" +", -1)));
    words.remove("");
    return words;
  }

  /// The module of one of our classes: the second part of its package.
  static String moduleOf(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    return parts.length > 1 ? parts[1] : "";
  }

  static boolean isKith(JavaClass type) {
    return type.getPackageName().startsWith("kith.");
  }
}
