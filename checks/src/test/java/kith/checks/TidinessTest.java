package kith.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TidinessTest {
  private static final int MOST_LINES = 400;
  private static final int MOST_COLUMNS = 100;
  private static final Pattern VAGUE =
      Pattern.compile("(Manager|Utils?|Helpers?|Impl|Service|Data)(\\..*)?$");

  /// The type of an import, or the one that holds what is imported.
  private static final Pattern IMPORTED =
      Pattern.compile("(?m)^import (?:static )?((?:[a-z_0-9]+\\.)+[A-Z]\\w*)");

  /// What would let a test pass without testing; written apart, so that this file is clean.
  private static final List<String> LOOSE_ENDS =
      List.of("TO" + "DO", "FIX" + "ME", "XX" + "X", "@Dis" + "abled", "assume" + "True(");

  private static final List<String> SKIPS = List.of(".sk" + "ip(", ".on" + "ly(", ".fix" + "me(");

  @Test
  void no_file_is_longer_than_400_lines_and_no_line_than_100_columns() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Repository.files(".java", ".ts", ".tsx", ".mjs", ".css")) {
      List<String> lines = Repository.read(file).lines().toList();
      if (lines.size() > MOST_LINES && !file.toString().endsWith(".css")) {
        tooLong.add(name(file) + " has " + lines.size() + " lines");
      }
      if (file.toString().endsWith(".java")) {
        lines.stream()
            .filter(line -> line.length() > MOST_COLUMNS && !line.startsWith("import"))
            .forEach(line -> tooLong.add(name(file) + ": " + line));
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void nothing_is_left_for_later_and_no_test_is_switched_off() {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.files(".java", ".ts", ".tsx", ".mjs")) {
      String text = Repository.read(file);
      LOOSE_ENDS.stream().filter(text::contains).forEach(end -> found.add(name(file) + ": " + end));
      if (name(file).startsWith("web/test") || name(file).startsWith("web/browser")) {
        SKIPS.stream().filter(text::contains).forEach(end -> found.add(name(file) + ": " + end));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void every_package_is_null_marked() {
    List<String> bare =
        Repository.files(".java").stream()
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !isMarked(folder) && !isMarked(mainTwin(folder)))
            .map(TidinessTest::name)
            .toList();
    assertThat(bare).isEmpty();
  }

  private static boolean isMarked(Path folder) {
    Path info = folder.resolve("package-info.java");
    return Files.exists(info) && Repository.read(info).contains("@NullMarked");
  }

  private static Path mainTwin(Path folder) {
    return Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
  }

  @Test
  void no_class_has_a_name_that_says_nothing() {
    List<String> vague =
        Repository.CLASSES.stream()
            .map(JavaClass::getName)
            .filter(each -> VAGUE.matcher(each).find())
            .toList();
    assertThat(vague).isEmpty();
  }

  @Test
  void what_is_public_is_used_from_another_package() {
    Set<String> imported = imported();
    List<String> unused =
        Repository.CLASSES.stream()
            .filter(type -> isPublic(type) && type.isTopLevelClass() && !isEntrance(type))
            .filter(type -> !imported.contains(type.getName()) && !isSaid(type))
            .map(JavaClass::getName)
            .toList();
    assertThat(unused).isEmpty();
  }

  /// Started from outside: by the JVM, by JavaScript; or what a client in Java will build on.
  private static boolean isEntrance(JavaClass type) {
    return type.getMethods().stream().anyMatch(method -> method.getName().equals("main"))
        || type.getSimpleName().equals("package-info")
        || Set.of("client", "crypto", "decks", "web").contains(Repository.moduleOf(type));
  }

  /// By their sources: constants and nested types leave no trace in the classes that use them.
  private static Set<String> imported() {
    return Repository.files(".java").stream()
        .flatMap(file -> IMPORTED.matcher(Repository.read(file)).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /// In what another type of its package lets everybody call.
  private static boolean isSaid(JavaClass type) {
    return type.getPackage().getClasses().stream()
        .filter(other -> !other.equals(type) && isPublic(other))
        .flatMap(other -> other.getCodeUnits().stream())
        .anyMatch(unit -> isPublic(unit) && unit.getAllInvolvedRawTypes().contains(type));
  }

  private static boolean isPublic(HasModifiers what) {
    return what.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static String name(Path file) {
    return Repository.ROOT.relativize(file).toString();
  }
}
