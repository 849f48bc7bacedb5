package kith.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WireTest {
  @Test
  void bytes_have_exactly_one_text() {
    byte[] bytes = HexFormat.of().parseHex("fbff00");
    assertThat(Base64Url.write(bytes)).isEqualTo("-_8A");
    assertThat(Base64Url.read("-_8A")).hasValue(bytes);
    assertThat(Base64Url.read("+/8A")).isEmpty();
    assertThat(Base64Url.read("-_8A\n")).isEmpty();
    assertThat(Base64Url.read("AA")).hasValue(new byte[1]);
    assertThat(Base64Url.read("AB")).as("stray last bits").isEmpty();
    assertThat(Base64Url.read("AA==")).as("padding").isEmpty();
    assertThat(Base64Url.read("AAA")).hasValue(new byte[2]);
    assertThat(Base64Url.read("AAB")).as("stray last bits").isEmpty();
    assertThat(Base64Url.read("A")).isEmpty();
    assertThat(Base64Url.read("")).hasValue(new byte[0]);
  }

  @Test
  void an_id_is_sixteen_bytes_and_comes_back_as_it_was_written() {
    byte[] bytes = HexFormat.of().parseHex("000102030405060708090a0b0c0d0eff");
    Id id = Id.of(bytes).orElseThrow();
    assertThat(id.text()).isEqualTo("AAECAwQFBgcICQoLDA0O_w");
    assertThat(Id.read(id.text())).hasValue(id);
    assertThat(id.bytes()).isEqualTo(bytes);
    assertThat(Id.of(new byte[15])).isEmpty();
    assertThat(BondId.read("AAECAwQFBgcICQoLDA0O_w").map(BondId::id)).hasValue(id);
  }

  @Test
  void a_seat_hash_is_the_sha_256_of_the_capability() {
    byte[] zeros = new byte[32];
    Capability capability = Capability.of(zeros).orElseThrow();
    assertThat(HexFormat.of().formatHex(capability.seatHash().bytes()))
        .isEqualTo("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
    assertThat(Capability.of(new byte[31])).isEmpty();
  }

  @Test
  void secrets_do_not_print() {
    Capability capability = Capability.of(new byte[32]).orElseThrow();
    assertThat(capability.toString()).doesNotContain(capability.text());
    assertThat(capability.seatHash().toString()).doesNotContain(capability.seatHash().text());
    assertThat(new Box(new byte[] {65, 66}).toString()).isEqualTo("Box[2 bytes]");
  }

  @Test
  void a_box_keeps_its_own_copy() {
    byte[] bytes = {1, 2};
    Box box = new Box(bytes);
    bytes[0] = 9;
    box.bytes()[1] = 9;
    assertThat(box).isEqualTo(new Box(new byte[] {1, 2}));
  }

  @Test
  void parts_have_only_the_sizes_of_the_protocol() {
    assertThat(check(1024, -1, -1)).isEqualTo("good");
    assertThat(check(4096, 65_536, 65)).isEqualTo("good");
    assertThat(check(16_384, -1, -1)).isEqualTo("event");
    assertThat(check(1023, -1, -1)).isEqualTo("event");
    assertThat(check(0, -1, -1)).isEqualTo("event");
    assertThat(check(1024, 1025, 65)).isEqualTo("body");
    assertThat(check(1024, 1024, 64)).isEqualTo("key");
    assertThat(check(1024, 1024, -1)).isEqualTo("key");
    assertThat(check(1024, -1, 65)).as("a key for a body that came before").isEqualTo("good");
    assertThat(check(1024, -1, 66)).isEqualTo("key");
  }

  @Test
  void votes_have_one_shape() {
    assertThat(Vote.check(new Box(new byte[512]), new Box(new byte[1024])))
        .isInstanceOf(Checked.Good.class);
    assertThat(Vote.check(new Box(new byte[511]), new Box(new byte[1024])))
        .isEqualTo(new Checked.Bad<Vote>("tags", "must be exactly 512 bytes"));
    assertThat(Vote.check(new Box(new byte[512]), new Box(new byte[1023])))
        .isEqualTo(new Checked.Bad<Vote>("box", "must be exactly 1024 bytes"));
    assertThat(votes(12, 3, 0)).isEqualTo("good");
    assertThat(votes(11, 3, 0)).isEqualTo("gates");
    assertThat(votes(13, 3, 0)).isEqualTo("gates");
    assertThat(votes(12, 2, 0)).isEqualTo("votes");
    assertThat(votes(12, 3, 1)).as("a gate twice").isEqualTo("gates");
  }

  private static String votes(int gates, int epochs, int twice) {
    Vote vote = new Vote(new Box(new byte[512]), new Box(new byte[1024]));
    List<VoteGate> all = new ArrayList<>();
    for (int i = 0; i < gates; i++) {
      GateId gate = new GateId(new Id(0, Math.max(i, twice)));
      all.add(new VoteGate(gate, Collections.nCopies(epochs, vote)));
    }
    return switch (Votes.check(all)) {
      case Checked.Good<Votes> _ -> "good";
      case Checked.Bad<Votes> bad -> bad.field();
    };
  }

  private static String check(int event, int body, int key) {
    Box bodyBox = body < 0 ? null : new Box(new byte[body]);
    Box keyBox = key < 0 ? null : new Box(new byte[key]);
    return switch (Parts.check(new Box(new byte[event]), bodyBox, keyBox)) {
      case Checked.Good<Parts> _ -> "good";
      case Checked.Bad<Parts> bad -> bad.field();
    };
  }

  @Test
  void days_are_counted_in_utc() {
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T23:59:59.999Z"), ZoneOffset.ofHours(14));
    assertThat(Days.today(clock)).isEqualTo(20_454);
    assertThat(Days.of(-1)).isEqualTo(-1);
    assertThat(Days.over(20_454, 20_454)).isFalse();
    assertThat(Days.over(20_454, 20_455)).isTrue();
  }

  @Test
  void every_problem_says_cause_and_remedy_in_one_sentence() {
    assertThat(Arrays.asList(Problem.values()))
        .allSatisfy(
            problem -> {
              assertThat(problem.wireName()).matches("[a-z]+(-[a-z]+)*");
              assertThat(problem.detail()).endsWith(".").contains(";");
              assertThat(problem.status()).isBetween(400, 599);
            });
  }
}
