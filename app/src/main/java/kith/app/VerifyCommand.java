package kith.app;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kith.app.verify.FileList;
import kith.app.verify.Verifying;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kith verify URL`: whether a server gives browsers the app of this release, file for file.
@Command(
    name = "verify",
    description = "Fetch a server's app and compare it with the files of a release.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  private static final int DIFFERS = 1;
  private static final int NO_ANSWER = 2;

  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "The server, such as https://kith.example.")
  private @Nullable URI server;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "The list of another release than this program's own.")
  private @Nullable Path file;

  @Option(
      names = "--print",
      description = "Print the list that is compared with, and ask no server.")
  private boolean print;

  /// 0 when all is the same, 1 when something differs, 2 when it could not be found out.
  @Override
  public Integer call() throws InterruptedException {
    try {
      Optional<FileList> list = file == null ? FileList.own() : FileList.read(file);
      if (list.isEmpty()) {
        System.err.println("There is no list of files to compare with.");
        return NO_ANSWER;
      }
      if (print) {
        list.get().hashes().forEach((path, hash) -> System.out.println(hash + "  " + path));
        return 0;
      }
      if (server == null || server.getHost() == null) {
        System.err.println("Give the server's address, such as https://kith.example.");
        return NO_ANSWER;
      }
      return said(Verifying.differences(server, list.get()), list.get());
    } catch (ConnectException unreachable) {
      System.err.println("No server answers at " + server + ".");
      return NO_ANSWER;
    } catch (IOException broken) {
      System.err.println("It could not be found out: " + broken.getMessage());
      return NO_ANSWER;
    }
  }

  private static int said(List<Verifying.Difference> found, FileList list) {
    found.forEach(each -> System.out.println("differs  " + each.path() + "  " + each.what()));
    if (found.isEmpty()) {
      System.out.println("The same: " + list.hashes().size() + " files of this release.");
      System.out.println(
          "That is what this server gave here and now; it could give others something else.");
      return 0;
    }
    System.out.println("Not the app of this release. Do not type anything into it.");
    return DIFFERS;
  }
}
