package kith.relay.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Counts over the whole relay, in the text format of Prometheus. None names a bond, an address, a
/// route or a size, so that reading them often tells of nobody in particular.
public final class Metrics {
  /// What [#page] is.
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  /// Free room in steps of this: what one person writes moves it too rarely to be seen.
  static final long ROOM_STEP = 64L << 20;

  /// Answers that an operator acts on have a name of their own; the others go by their class.
  private static final int TOO_MANY = 429;

  private static final int STORAGE_FULL = 507;
  private static final int CLASS = 100;

  /// Seconds: half a forced write of a good disk, up to the time after which clients give up.
  private static final double[] SECONDS = {
    .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5, 30
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Counter answers =
      Counter.builder()
          .name("kith_answers_total")
          .help("Answers by class of status; 429 (a limit) and 507 (disk full) by themselves.")
          .labelNames("status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("kith_answer_seconds")
          .help("From the head of a request to the end of its answer; live streams left out.")
          .unit(Unit.SECONDS)
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  /// With the number of open live streams, and the folder of the store, if there is one.
  public Metrics(IntSupplier streams, @Nullable Path folder) {
    gauge("kith_live_streams", "Live streams that are open.", streams::getAsInt);
    gauge("kith_memory_used_bytes", "Memory in use for objects.", Metrics::memory);
    gauge(
        "kith_start_time_seconds",
        "When the process started, in seconds since 1970.",
        System.currentTimeMillis() / 1000.0);
    if (folder != null) {
      gauge("kith_disk_free_bytes", "Free room on the disk, rounded down.", () -> room(folder));
    }
  }

  private void gauge(String name, String help, double constant) {
    gauge(name, help, () -> constant);
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  private static double memory() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// Not a number when the disk does not say.
  private static double room(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() / ROOM_STEP * ROOM_STEP;
    } catch (IOException cannotTell) {
      return Double.NaN;
    }
  }

  /// An answer was given, so many nanoseconds after its request began.
  public void answered(int status, long nanos) {
    answers.labelValues(name(status)).inc();
    seconds.observe(nanos / 1e9);
  }

  private static String name(int status) {
    return status == TOO_MANY || status == STORAGE_FULL
        ? String.valueOf(status)
        : status / CLASS + "xx";
  }

  /// All counts as they stand.
  public byte[] page() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      writer.write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
      return out.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
