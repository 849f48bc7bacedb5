package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kith.core.bond.Bond;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// Breaks one rule at a time, compiles the core anew, and asks the suite: it must fail each time.
/// What failed must pass on a core that is loaded alike with nothing broken.
final class PlantedFaultsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final String GUARDS = "GuardsTest";

  /// The quick ones first.
  private static final List<String> SUITE =
      List.of(
          "RulesTest",
          "TableTest",
          "BoundsTest",
          GUARDS,
          "SteppingBackTest",
          "EveningTest",
          "TakingBackTest",
          "VersionsTest",
          "PrivateRunsTest",
          "LongRunsTest",
          "EveryHistoryTest");

  /// What the search of every history finds alone, though no test of a rule is asked.
  private static final Set<String> SEARCHED =
      Set.of("two cards on the table", "an answer taken back stays", "a response settles alone");

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  @TempDir Path folder;

  @AfterAll
  static void close_the_files() throws IOException {
    FILES.close();
  }

  @Test
  void every_planted_fault_is_caught_and_a_sound_core_is_not() throws IOException {
    long began = System.nanoTime();
    Set<String> catching = new LinkedHashSet<>();
    List<String> missed = new ArrayList<>();
    for (Fault fault : Faulty.FAULTS) {
      Path broken = Files.createDirectory(folder.resolve("fault" + Faulty.FAULTS.indexOf(fault)));
      compile(fault, broken);
      String caught = firstToFail(broken, suite(fault));
      System.out.printf("planted: %s - caught by %s%n", fault.what(), caught);
      (caught.isEmpty() ? missed : catching).add(caught.isEmpty() ? fault.what() : caught);
      if (SEARCHED.contains(fault.what())) {
        assertThat(firstToFail(broken, List.of("EveryHistoryTest"))).as(fault.what()).isNotEmpty();
      }
    }
    System.out.printf(
        "planted faults: %d of %d caught, %d of them by the search alone too, %,d ms%n",
        Faulty.FAULTS.size() - missed.size(),
        Faulty.FAULTS.size(),
        SEARCHED.size(),
        (System.nanoTime() - began) / 1_000_000);
    assertThat(missed).isEmpty();
    catching.add("EveryHistoryTest");
    Path sound = Files.createDirectory(folder.resolve("sound"));
    assertThat(firstToFail(sound, List.copyOf(catching))).as("nothing is broken").isEmpty();
  }

  /// What guards one person is asked first where a guard is broken.
  private static List<String> suite(Fault fault) {
    return SUITE.stream()
        .sorted(Comparator.comparing(test -> !(fault.guards() && test.equals(GUARDS))))
        .toList();
  }

  /// The first test that fails, or nothing.
  private static String firstToFail(Path classes, List<String> tests) throws IOException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new Broken(classes, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      for (String test : tests) {
        if (fails(loader.loadClass("kith.core.promises." + test))) {
          return test;
        }
      }
      return "";
    } catch (ClassNotFoundException cause) {
      throw new AssertionError(cause);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /// Stops at the first failure.
  private static boolean fails(Class<?> test) {
    LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(test))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    CancellationToken enough = CancellationToken.create();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherExecutionRequestBuilder.request(tests)
                .listeners(summary, new FirstFailure(enough))
                .cancellationToken(enough)
                .build());
    assertThat(summary.getSummary().getTestsFoundCount()).isPositive();
    return summary.getSummary().getTotalFailureCount() > 0;
  }

  private record FirstFailure(CancellationToken enough) implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        enough.cancel();
      }
    }
  }

  private static void compile(Fault fault, Path into) throws IOException {
    String source = Files.readString(SOURCES.resolve(fault.file() + ".java"));
    int at = source.indexOf(fault.from());
    if (at < 0 || source.indexOf(fault.from(), at + 1) >= 0) {
      throw new AssertionError("stands not exactly once: " + fault);
    }
    String broken = source.replace(fault.from(), fault.into());
    String needed =
        Path.of(home(Bond.class)) + File.pathSeparator + Path.of(home(NullMarked.class));
    List<String> options = List.of("-proc:none", "-d", into.toString(), "-cp", needed);
    var unit =
        new SimpleJavaFileObject(
            URI.create("string:///" + fault.file() + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return broken;
          }
        };
    assertThat(COMPILER.getTask(null, FILES, null, options, null, List.of(unit)).call())
        .as(fault.what())
        .isTrue();
  }

  private static URI home(Class<?> type) {
    return URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  /// The core and its tests anew, the broken class first; everything else as it is.
  private static final class Broken extends URLClassLoader {
    Broken(Path broken, ClassLoader parent) {
      super(Depth.PLANTED, places(broken), parent);
    }

    private static URL[] places(Path broken) {
      return new URL[] {
        url(broken.toUri()), url(home(Bond.class)), url(home(PlantedFaultsTest.class))
      };
    }

    private static URL url(URI place) {
      try {
        return place.toURL();
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("kith.core.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
    }
  }
}
