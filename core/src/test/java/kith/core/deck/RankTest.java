package kith.core.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTest {
  private static final long SEED = 20261126;
  private static final int NAMES = 2_000;

  @Test
  void a_rank_in_halves_is_the_hash_of_the_whole_name_in_64_bits() {
    Random random = new Random(SEED);
    for (int i = 0; i < NAMES; i++) {
      String beginning = name(random);
      String name = name(random);
      Rank rank = Rank.begin(beginning).of(name);
      long whole = ((long) rank.high() << 32) | (rank.low() & 0xffffffffL);
      assertThat(whole).isEqualTo(reference(beginning + name));
    }
  }

  @Test
  void ranks_are_ordered_as_signed_numbers_of_64_bits() {
    Random random = new Random(SEED);
    for (int i = 0; i < NAMES; i++) {
      long one = random.nextLong();
      long other = i % 2 == 0 ? one ^ random.nextInt(1 << 20) : random.nextLong();
      assertThat(Integer.signum(halves(one).compareTo(halves(other))))
          .isEqualTo(Integer.signum(Long.compare(one, other)));
    }
  }

  private static Rank halves(long whole) {
    return new Rank((int) (whole >>> 32), (int) whole);
  }

  /// Up to 40 UTF-16 code units of any kind.
  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int left = random.nextInt(40); left > 0; left--) {
      name.append((char) random.nextInt(0x10000));
    }
    return name.toString();
  }

  /// As docs/prompts.md says it.
  private static long reference(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
