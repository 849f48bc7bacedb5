package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kith.relay.ChaosProxy.Mishap;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// D12 and D13: the network loses replies, delays, doubles, cuts and resets. Whoever sends again
/// until it is answered has done everything once, and both members read the same.
final class ChaosTest {
  /// A seat writes 500 entries a day, and two devices share one.
  private static final int EACH = Boolean.getBoolean("kith.long") ? 240 : 30;
  private static final int EXPIRES = MovingClock.FIRST_DAY + 20;
  private static final int MOST_TRIES = 200;
  private static final Pattern SEQ = Pattern.compile("\\{\"seq\":(\\d+),");

  @TempDir Path folder;
  private Running relay;
  private long seed;

  @BeforeEach
  void start() {
    seed = Long.getLong("kith.seed", System.nanoTime());
    System.out.println("ChaosTest: repeat with -Dkith.seed=" + seed);
    relay = new Running(folder);
    relay.bond(1);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  /// Sends until it is answered; the status line and the body.
  private static String persist(int port, byte[] request) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      String answer = once(port, request);
      if (answer.startsWith("HTTP/1.1 200") && answer.endsWith("}")) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
      }
    }
    throw new AssertionError("never answered well");
  }

  private static String once(int port, byte[] request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      return "";
    }
  }

  private static byte[] append(long capability, long handle) {
    return Running.head(
        "POST", Say.entriesOf(1), Sample.capability(capability), Say.entry(handle), true);
  }

  private static byte[] deposit(long capability, long gate) {
    String body = Say.deposit(1, EXPIRES, Sample.event(gate * 100 + capability));
    return Running.head("PUT", Say.gateOf(1, gate), Sample.capability(capability), body, true);
  }

  private String read(long capability) {
    StringBuilder all = new StringBuilder();
    long after = 0;
    String page;
    do {
      page =
          relay.ask(
              "GET", Say.entriesOf(1) + "?after=" + after, Sample.capability(capability), null);
      List<Long> seqs = seqs(page);
      after = seqs.isEmpty() ? after : seqs.getLast();
      all.append(page, page.indexOf('['), page.lastIndexOf(']'));
    } while (page.contains("\"more\":true"));
    return all.toString();
  }

  private static List<Long> seqs(String text) {
    return SEQ.matcher(text).results().map(found -> Long.valueOf(found.group(1))).toList();
  }

  private static CompletableFuture<List<String>> device(int port, List<byte[]> requests) {
    return CompletableFuture.supplyAsync(
        () -> requests.stream().map(request -> persist(port, request)).toList(),
        task -> Thread.ofVirtual().start(task));
  }

  private void assertEachOnce(long... handles) {
    String one = read(10);
    assertThat(read(20)).as("both read the same").isEqualTo(one);
    assertThat(seqs(one))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, seqs(one).size()).boxed().toList());
    for (long handle : handles) {
      assertThat(one.split(Sample.handle(handle).text(), -1)).as("once").hasSize(2);
    }
  }

  @Test
  void a_reply_that_is_lost_after_the_commit_is_given_again_and_there_is_one_effect()
      throws Exception {
    try (ChaosProxy proxy =
        new ChaosProxy(relay.port(), seed, Mishap.LOST_REPLY, Mishap.LOST_REPLY, Mishap.NONE)) {
      List<String> answers = new ArrayList<>();
      for (long handle = 1; handle <= EACH; handle++) {
        answers.add(persist(proxy.port(), append(10, handle)));
      }
      assertThat(answers).doesNotHaveDuplicates();
      for (int i = 0; i < EACH; i++) {
        assertThat(persist(relay.port(), append(10, i + 1))).isEqualTo(answers.get(i));
      }
    }
    assertEachOnce(LongStream.rangeClosed(1, EACH).toArray());
  }

  @Test
  void through_a_network_that_does_its_worst_both_read_the_same_and_each_act_counts_once()
      throws Exception {
    List<CompletableFuture<List<String>>> devices = new ArrayList<>();
    try (ChaosProxy proxy = new ChaosProxy(relay.port(), seed, Mishap.values())) {
      for (int device = 0; device < 4; device++) {
        long capability = device % 2 == 0 ? 10 : 20;
        int first = 1 + device * EACH;
        List<byte[]> acts = new ArrayList<>();
        IntStream.range(first, first + EACH)
            .forEach(handle -> acts.add(append(capability, handle)));
        LongStream.rangeClosed(1, EACH / 6).forEach(gate -> acts.add(deposit(capability, gate)));
        Collections.shuffle(acts, new Random(seed + device));
        devices.add(device(proxy.port(), acts));
      }
      CompletableFuture.allOf(devices.toArray(CompletableFuture<?>[]::new)).join();
    }
    assertEachOnce(LongStream.rangeClosed(1, 4L * EACH).toArray());
    for (long gate = 1; gate <= EACH / 6; gate++) {
      assertThat(read(10).split(Sample.gate(gate).text(), -1)).as("opened once").hasSize(2);
    }
  }
}
