package kith.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import kith.crypto.Votes.Question;
import kith.crypto.Votes.Upload;
import org.junit.jupiter.api.Test;

/// What a relay learns that keeps every upload of one person over 30 epochs (D39): a classifier is
/// taught with half of the histories which is which, and must do no better than chance on the rest.
///
/// The seed is fixed, so that chance does not fail a build; another with `-Dkith.seed=N`, and more
/// histories with `-Dkith.long=true`.
class VoteHistoryTest {
  private static final int EPOCHS = 30;
  private static final int HISTORIES = Boolean.getBoolean("kith.long") ? 4_000 : 600;
  private static final double CHANCE = 0.55;
  private static final double PLAIN = 0.95;
  private static final int BLOCK = 32;

  private final long seed = Long.getLong("kith.seed", 20_300);
  private final RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  private final Suite suite =
      Suite.drawing(
          length -> {
            byte[] bytes = new byte[length];
            dice.nextBytes(bytes);
            return bytes;
          });
  private final Votes votes = new Votes(suite);
  private Bond bond = bond();

  /// What somebody wants in each epoch.
  private interface Mind {
    boolean yes(int epoch);
  }

  private Mind always(boolean yes) {
    return _ -> yes;
  }

  private Mind changing() {
    boolean[] wants = new boolean[EPOCHS];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      wants[epoch] = dice.nextBoolean();
    }
    return epoch -> wants[epoch];
  }

  private Bond bond() {
    return new Bond(suite.newId(), List.of(suite.newSecret()));
  }

  private byte[] upload(int epoch, boolean yes) {
    Question question = new Question(6, "deeper/feelings/2", 20_300 + epoch);
    Upload mine = new Upload(Seat.INVITER, 1 + dice.nextInt(Votes.COUNTERS - 1));
    Bytes tags = yes ? votes.yes(bond, question, mine) : votes.notYet();
    Bytes box = yes ? votes.seal(bond, question, Seat.INVITER, "{}") : votes.blank(bond);
    return new Writer().bytes(tags.toArray()).bytes(box.toArray()).toArray();
  }

  private List<byte[]> history(Mind mind, BiFunction<Integer, Boolean, byte[]> upload) {
    bond = bond();
    List<byte[]> all = new ArrayList<>();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      all.add(upload.apply(epoch, mind.yes(epoch)));
    }
    return all;
  }

  /// What can be counted of a history without any key.
  private static double[] features(List<byte[]> history) {
    Set<Integer> blocks = new HashSet<>();
    double[] f = new double[8];
    byte[] before = null;
    for (byte[] upload : history) {
      f[0] += upload.length;
      for (int at = 0; at + BLOCK <= upload.length; at += BLOCK) {
        f[1] += blocks.add(Arrays.hashCode(Arrays.copyOfRange(upload, at, at + BLOCK))) ? 0 : 1;
      }
      for (int i = 0; i < upload.length; i++) {
        f[2] += upload[i];
        f[3] += (double) upload[i] * upload[i];
        f[4] += Integer.bitCount(upload[i] & 0xff);
        f[5] += i > 0 && upload[i] == upload[i - 1] ? 1 : 0;
        f[6] += before != null ? Integer.bitCount((upload[i] ^ before[i]) & 0xff) : 0;
        f[7] += i < BLOCK ? upload[i] & 0xff : 0;
      }
      before = upload;
    }
    return f;
  }

  /// How often, of one history of each kind, the classifier puts them the right way round.
  private double auc(List<double[]> no, List<double[]> yes) {
    int half = no.size() / 2;
    double[] weights = weights(no.subList(0, half), yes.subList(0, half));
    double right = 0;
    for (double[] one : yes.subList(half, yes.size())) {
      for (double[] other : no.subList(half, no.size())) {
        double by = score(weights, one) - score(weights, other);
        right += by > 0 ? 1 : by == 0 ? 0.5 : 0;
      }
    }
    return right / ((double) (yes.size() - half) * (no.size() - half));
  }

  /// The difference of the means over the variance, for each feature.
  private static double[] weights(List<double[]> no, List<double[]> yes) {
    double[] weights = new double[no.getFirst().length];
    for (int f = 0; f < weights.length; f++) {
      double between = mean(yes, f) - mean(no, f);
      double within = variance(yes, f) + variance(no, f);
      weights[f] = within > 0 ? between / within : between;
    }
    return weights;
  }

  private static double mean(List<double[]> all, int f) {
    return all.stream().mapToDouble(each -> each[f]).average().orElse(0);
  }

  private static double variance(List<double[]> all, int f) {
    double mean = mean(all, f);
    return all.stream()
        .mapToDouble(each -> (each[f] - mean) * (each[f] - mean))
        .average()
        .orElse(0);
  }

  private static double score(double[] weights, double[] features) {
    double score = 0;
    for (int f = 0; f < weights.length; f++) {
      score += weights[f] * features[f];
    }
    return score;
  }

  private double told(Mind one, java.util.function.Supplier<Mind> other, Uploading way) {
    List<double[]> first = new ArrayList<>();
    List<double[]> second = new ArrayList<>();
    for (int i = 0; i < HISTORIES; i++) {
      first.add(features(history(one, way.begin())));
      second.add(features(history(other.get(), way.begin())));
    }
    return auc(first, second);
  }

  /// A way to make uploads, begun anew for each history.
  private interface Uploading {
    BiFunction<Integer, Boolean, byte[]> begin();
  }

  @Test
  void whoever_keeps_every_upload_cannot_tell_a_yes_from_a_not_yet() {
    double auc = told(always(false), () -> always(true), () -> this::upload);
    System.out.printf("votes: %d histories of each, seed %d: AUC %.3f%n", HISTORIES, seed, auc);
    assertThat(auc).isBetween(1 - CHANCE, CHANCE);
  }

  @Test
  void nor_a_mind_that_changes_from_one_that_does_not() {
    for (boolean mind : new boolean[] {true, false}) {
      double auc = told(always(mind), this::changing, () -> this::upload);
      System.out.printf("changed minds: %d of each, seed %d: AUC %.3f%n", HISTORIES, seed, auc);
      assertThat(auc).isBetween(1 - CHANCE, CHANCE);
    }
  }

  /// The way that looks right and is not: one tag for a yes, the same as long as it is a yes.
  @Test
  void the_classifier_finds_tags_that_repeat() {
    double auc =
        told(
            always(false),
            () -> always(true),
            () -> {
              byte[] same = upload(0, true);
              return (epoch, yes) -> yes ? same : upload(epoch, false);
            });
    assertThat(auc).isGreaterThan(PLAIN);
  }
}
