package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import kith.core.bond.Bond;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// Breaks one rule at a time, compiles the core anew, and asks the suite: it must fail each time,
/// and must not fail when nothing is broken.
final class PlantedFaultsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final List<String> SUITE =
      List.of(
          "kith.core.promises.RulesTest",
          "kith.core.promises.BoundsTest",
          "kith.core.promises.GuardsTest",
          "kith.core.promises.SteppingBackTest",
          "kith.core.promises.EveningTest",
          "kith.core.promises.TakingBackTest",
          "kith.core.promises.VersionsTest",
          "kith.core.promises.PrivateRunsTest",
          "kith.core.promises.LongRunsTest",
          "kith.core.promises.EveryHistoryTest");

  @TempDir Path folder;

  @Test
  void every_planted_fault_is_caught_and_a_sound_core_is_not() throws IOException {
    long began = System.nanoTime();
    assertThat(caughtBy("sound", List.of())).as("nothing is broken").isEmpty();
    List<String> missed = new ArrayList<>();
    List<Fault> planted = Faulty.FAULTS;
    for (Fault fault : planted) {
      String caught = caughtBy("fault" + Faulty.FAULTS.indexOf(fault), List.of(fault));
      System.out.printf("planted: %s - caught by %s%n", fault.what(), caught);
      if (caught.isEmpty()) {
        missed.add(fault.what());
      }
    }
    System.out.printf(
        "planted faults: %d of %d caught, %,d ms%n",
        planted.size() - missed.size(), planted.size(), (System.nanoTime() - began) / 1_000_000);
    assertThat(missed).isEmpty();
  }

  /// The first test of the suite that fails, or nothing.
  private String caughtBy(String name, List<Fault> faults) throws IOException {
    Path classes = Files.createDirectory(folder.resolve(name));
    for (Fault fault : faults) {
      compile(fault, classes);
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new Broken(classes, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      for (String test : SUITE) {
        if (fails(loader.loadClass(test))) {
          return test.substring(test.lastIndexOf('.') + 1);
        }
      }
      return "";
    } catch (ClassNotFoundException cause) {
      throw new AssertionError(cause);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static boolean fails(Class<?> test) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(test))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(request, listener);
    assertThat(listener.getSummary().getTestsFoundCount()).isPositive();
    return listener.getSummary().getTotalFailureCount() > 0;
  }

  private static void compile(Fault fault, Path into) throws IOException {
    String source = Files.readString(SOURCES.resolve(fault.file() + ".java"));
    int at = source.indexOf(fault.from());
    if (at < 0 || source.indexOf(fault.from(), at + 1) >= 0) {
      throw new AssertionError("stands not exactly once: " + fault);
    }
    String broken = source.replace(fault.from(), fault.into());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-proc:none", "-d", into.toString(), "-cp", System.getProperty("java.class.path"));
    var unit =
        new SimpleJavaFileObject(
            URI.create("string:///" + fault.file() + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return broken;
          }
        };
    assertThat(compiler.getTask(null, null, null, options, null, List.of(unit)).call())
        .as(fault.what())
        .isTrue();
  }

  /// The core and its tests anew, the broken class first; everything else as it is.
  private static final class Broken extends URLClassLoader {
    Broken(Path broken, ClassLoader parent) {
      super(Depth.PLANTED, new URL[] {url(broken), home(), here()}, parent);
    }

    private static URL url(Path path) {
      try {
        return path.toUri().toURL();
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }

    private static URL home() {
      return Bond.class.getProtectionDomain().getCodeSource().getLocation();
    }

    private static URL here() {
      return PlantedFaultsTest.class.getProtectionDomain().getCodeSource().getLocation();
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
