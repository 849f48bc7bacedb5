package kith.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kith.relay.log.Finding;
import kith.relay.log.sqlite.Checkup;
import kith.wire.Days;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kith doctor`: looks at the folder, the disk, the store, the clock and, if asked, at the public
/// address; says what is not as it should be and what to do. Changes nothing.
@Command(
    name = "doctor",
    description = "Look whether all is as it should be, also while the relay is running.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Doctor implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "The folder that `kith serve` uses (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description = "The public address, to look at TLS, the proxy and the origin setting too.")
  private @Nullable String origin;

  /// 0 when nothing must be mended, 1 when something must.
  @Override
  public Integer call() {
    int today = Days.today(Clock.systemUTC());
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.good("program", "Kith 0.1.0 on Java %s.".formatted(Runtime.version().feature())));
    try (ProgressLine line = new ProgressLine("order of entries")) {
      findings.addAll(Checkup.of(data, today, line));
    }
    if (origin != null) {
      findings.addAll(PublicAddress.look(origin, today));
    }
    findings.forEach(
        finding ->
            System.out.printf(
                "%-5s %-17s %s%n", word(finding.level()), finding.what(), finding.says()));
    boolean bad = findings.stream().anyMatch(each -> each.level() == Finding.Level.BAD);
    System.out.println(bad ? "Something must be mended." : "Nothing must be mended.");
    return bad ? 1 : 0;
  }

  private static String word(Finding.Level level) {
    return switch (level) {
      case GOOD -> "good";
      case LOOK -> "look";
      case BAD -> "BAD";
    };
  }
}
