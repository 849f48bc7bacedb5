package kith.relay;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/// What children need to start: our own class path as jars, and an archive of the classes that a
/// relay loads (class data sharing), which halves what a start costs. Made once for each process of
/// tests.
final class ChildClasses {
  private static final List<String> OPTIONS = make();

  private ChildClasses() {}

  /// The options of a JVM that name both.
  static List<String> options() {
    return OPTIONS;
  }

  private static List<String> make() {
    try {
      Path folder = Files.createTempDirectory("kith-child");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "kith-child-delete"));
      List<String> classPath = List.of("-cp", classPath(folder));
      Path archive = folder.resolve("classes.jsa");
      List<String> rehearsal = new ArrayList<>(ChildRelay.java());
      rehearsal.add("-XX:ArchiveClassesAtExit=" + archive);
      rehearsal.addAll(classPath);
      rehearsal.addAll(List.of("kith.relay.Rehearsal", folder.resolve("data").toString()));
      boolean kept = Commands.run(rehearsal.toArray(String[]::new)) && Files.exists(archive);
      if (!kept) {
        System.out.println("ChildClasses: no archive of classes; starts take longer.");
        return classPath;
      }
      return List.of("-XX:SharedArchiveFile=" + archive, "-cp", classPath.getLast());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The archive can be of jars alone.
  private static String classPath(Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(part).toAbsolutePath();
      if (part.isEmpty()) {
        continue;
      }
      if (Files.isDirectory(path)) {
        jars.add(jar(path, folder.resolve(jars.size() + ".jar")).toString());
      } else if (Files.exists(path)) {
        jars.add(path.toString());
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (Stream<Path> files = Files.walk(classes);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException stays) {
      System.err.println("Not deleted: " + stays.getMessage());
    }
  }
}
