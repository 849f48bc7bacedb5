package kith.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)/` \\|");

  /// A row of a table with rule, default, reason and test; not its head, nor the line below it.
  private static final Pattern RULE =
      Pattern.compile("\\| (?!Rule |Guard )[^|]+\\|[^|]*\\|[^|]*\\|[^|]*\\|");

  private static final Pattern TEST_NAME =
      Pattern.compile("`(\\w+(?:Test|\\.test\\.ts|\\.spec\\.ts))`");

  @Test
  void every_link_in_a_document_leads_somewhere() {
    List<String> broken = new ArrayList<>();
    for (Path page : Repository.files(".md")) {
      LINK.matcher(Repository.read(page))
          .results()
          .map(link -> link.group(1))
          .filter(target -> !target.startsWith("http") && !target.startsWith("mailto:"))
          .filter(target -> !Files.exists(page.resolveSibling(target)))
          .forEach(target -> broken.add(Repository.ROOT.relativize(page) + " -> " + target));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void the_readme_names_the_folders_that_there_are() {
    assertThat(rows("README.md")).isEqualTo(rows("docs/architecture.md")).isEqualTo(folders());
  }

  private static Set<String> rows(String page) {
    return ROW.matcher(Repository.read(Repository.ROOT.resolve(page)))
        .results()
        .map(row -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> folders() {
    return Repository.files("").stream()
        .map(file -> Repository.ROOT.relativize(file))
        .filter(file -> file.getNameCount() > 1)
        .map(file -> file.getName(0).toString())
        .filter(name -> !name.startsWith("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_dependency_has_a_decision_record() {
    String records =
        Repository.files(".md").stream()
            .filter(file -> file.toString().contains("/decisions/"))
            .map(Repository::read)
            .collect(Collectors.joining("\n"));
    List<String> missing =
        dependencies().stream().filter(name -> !records.contains("`" + name + "`")).toList();
    assertThat(missing).isEmpty();
  }

  private static Set<String> dependencies() {
    Set<String> names = new TreeSet<>();
    String pom = Repository.read(Repository.ROOT.resolve("pom.xml"));
    Pattern.compile("<groupId>([\\w.]+)</groupId><artifactId>([\\w-]+)</artifactId>")
        .matcher(pom)
        .results()
        .filter(found -> isForeign(found))
        .forEach(found -> names.add(found.group(2)));
    String web = Repository.read(Repository.ROOT.resolve("web/package.json"));
    Pattern.compile("(?s)ependencies\": \\{(.*?)\\}")
        .matcher(web)
        .results()
        .flatMap(found -> Pattern.compile("\"([^\"]+)\":").matcher(found.group(1)).results())
        .forEach(found -> names.add(found.group(1)));
    return names;
  }

  private static boolean isForeign(MatchResult found) {
    String group = found.group(1);
    return !group.equals("kith") && !group.startsWith("org.apache.maven");
  }

  @Test
  void every_rule_of_the_model_names_a_test() {
    List<String> rules =
        Repository.read(Repository.ROOT.resolve("docs/model.md"))
            .lines()
            .filter(line -> RULE.matcher(line).matches())
            .toList();
    assertThat(rules).hasSizeGreaterThan(40);
    assertThat(rules).allMatch(rule -> TEST_NAME.matcher(lastCell(rule)).find());
  }

  private static String lastCell(String row) {
    String cells = row.substring(0, row.lastIndexOf('|'));
    return cells.substring(cells.lastIndexOf('|') + 1);
  }

  @Test
  void every_test_that_a_document_names_exists() {
    Set<String> tests =
        Repository.files("Test.java", ".test.ts", ".spec.ts").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (Path page : Repository.files(".md")) {
      TEST_NAME
          .matcher(Repository.read(page))
          .results()
          .map(found -> found.group(1))
          .filter(name -> !tests.contains(name))
          .forEach(name -> missing.add(Repository.ROOT.relativize(page) + ": " + name));
    }
    assertThat(missing).isEmpty();
  }
}
