package kith.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ArrowsTest {
  private static final Map<String, Set<String>> ARROWS = Repository.block("arrows");

  @Test
  void a_module_knows_only_what_the_map_allows() {
    List<String> forbidden =
        Repository.CLASSES.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(ArrowsTest::isForbidden)
            .map(Dependency::getDescription)
            .sorted()
            .distinct()
            .toList();
    assertThat(forbidden).isEmpty();
  }

  private static boolean isForbidden(Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    if (!Repository.isKith(target)) {
      return false;
    }
    String from = Repository.moduleOf(dependency.getOriginClass());
    String to = Repository.moduleOf(target);
    return !from.equals(to) && !ARROWS.getOrDefault(from, Set.of()).contains(to);
  }

  @Test
  void the_map_names_exactly_the_modules_that_are_built() {
    Set<String> built = new TreeSet<>();
    String pom = Repository.read(Repository.ROOT.resolve("pom.xml"));
    Pattern.compile("<module>(\\w+)</module>")
        .matcher(pom)
        .results()
        .forEach(m -> built.add(m.group(1)));
    built.remove("checks");
    assertThat(ARROWS.keySet()).isEqualTo(built);
  }

  @Test
  void a_pom_asks_for_no_module_that_the_map_does_not_allow() {
    for (var arrow : ARROWS.entrySet()) {
      String pom = Repository.read(Repository.ROOT.resolve(arrow.getKey()).resolve("pom.xml"));
      Set<String> asked = new TreeSet<>();
      Pattern.compile("<dependency><groupId>kith</groupId><artifactId>(\\w+)<")
          .matcher(pom)
          .results()
          .forEach(found -> asked.add(found.group(1)));
      assertThat(arrow.getValue()).as(arrow.getKey()).containsAll(asked);
    }
  }

  @Test
  void packages_do_not_run_in_circles() {
    SlicesRuleDefinition.slices()
        .matching("kith.(**)")
        .should()
        .beFreeOfCycles()
        .check(Repository.CLASSES);
  }
}
