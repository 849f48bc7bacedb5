package kith.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FencesTest {
  private static final Map<String, Set<String>> FENCES = Repository.block("fences");

  @Test
  void each_library_stays_in_its_one_package() {
    FENCES.forEach(
        (library, homes) -> {
          String[] inside = homes.stream().map(home -> home + "..").toArray(String[]::new);
          noClasses()
              .that()
              .resideOutsideOfPackages(inside)
              .should()
              .dependOnClassesThat()
              .resideInAPackage(library + "..")
              .check(Repository.CLASSES);
        });
  }

  @Test
  void each_fence_still_has_something_behind_it() {
    FENCES.forEach(
        (library, homes) -> {
          List<JavaClass> users =
              Repository.CLASSES.stream()
                  .filter(type -> homes.stream().anyMatch(type.getPackageName()::startsWith))
                  .filter(type -> uses(type, library))
                  .toList();
          assertThat(users).as(library).isNotEmpty();
        });
  }

  private static boolean uses(JavaClass type, String library) {
    return library.equals("org.sqlite")
        || type.getDirectDependenciesFromSelf().stream()
            .anyMatch(each -> each.getTargetClass().getName().startsWith(library));
  }

  @Test
  void the_core_knows_only_itself_and_the_plainest_of_java() {
    classes()
        .that()
        .resideInAPackage("kith.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "kith.core..", "java.lang..", "java.util..", "java.nio.charset..", "org.jspecify..")
        .check(Repository.CLASSES);
  }

  @Test
  void the_core_never_asks_the_time_nor_rolls_dice_nor_starts_anything() {
    Set<String> forbidden =
        Set.of(
            "java.lang.System",
            "java.lang.Thread",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.util.Random",
            "java.util.UUID",
            "java.util.Date",
            "java.util.Timer",
            "java.util.Locale");
    List<String> found =
        Repository.CLASSES.stream()
            .filter(type -> Repository.moduleOf(type).equals("core"))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(
                each ->
                    forbidden.contains(each.getTargetClass().getName())
                        || each.getDescription().contains("java.lang.Math.random()"))
            .map(each -> each.getDescription())
            .toList();
    assertThat(found).isEmpty();
  }

  @Test
  void the_relay_cannot_decrypt() {
    noClasses()
        .that()
        .resideInAnyPackage("kith.relay..", "kith.wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kith.crypto..", "javax.crypto..", "org.bouncycastle..", "kith.core..")
        .check(Repository.CLASSES);
    String pom = Repository.read(Repository.ROOT.resolve("relay/pom.xml"));
    assertThat(pom).doesNotContain("bouncycastle").doesNotContain("<artifactId>crypto<");
  }
}
