package kith.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kith.crypto.DeviceLink.Accepted;
import kith.crypto.DeviceLink.Joining;
import org.junit.jupiter.api.Test;

/// The ways to one's own account, with real randomness.
class WaysInTest {

  private static final Suite SUITE = Suite.KITH1;

  private static Identity person(Account account) {
    AccountKeys keys = AccountKeys.derive(account);
    return new Identity(keys, Statement.make(keys, 1_750_000_000_000L));
  }

  private static Unlocker way(UnlockerKind kind, Account account) {
    return new Unlocker(kind, SUITE.newSecret(), SUITE.newId(), account.id());
  }

  @Test
  void a_new_generation_reaches_every_kept_unlocker_without_touching_it() throws Rejected {
    Account account = Account.create();
    List<Unlocker> ways =
        Arrays.stream(UnlockerKind.values()).map(kind -> way(kind, account)).toList();
    Account next = account.next(SUITE);
    for (Unlocker way : ways) {
      Bytes envelope = way.lock().seal(next);
      assertThat(way.openEnvelope(2, envelope)).isEqualTo(next);
      assertThatThrownBy(() -> way.openEnvelope(1, envelope)).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void who_copied_the_old_root_key_and_the_list_of_locks_cannot_open_the_new_one() {
    Account account = Account.create();
    Unlocker way = way(UnlockerKind.RECOVERY, account);
    Bytes envelope = way.lock().seal(account.next(SUITE));
    Unlocker thief = new Unlocker(way.kind(), account.rootKey(), way.id(), account.id());
    assertThatThrownBy(() -> thief.openEnvelope(2, envelope)).isInstanceOf(Rejected.class);
  }

  @Test
  void unlock_words_are_six_of_1024_and_all_of_them_come_up() throws Rejected {
    Set<String> seen = new HashSet<>();
    for (int times = 0; times < 3_000; times++) {
      String words = UnlockWords.make(SUITE);
      assertThat(UnlockWords.read(words)).isEqualTo(words);
      seen.addAll(List.of(words.split(" ")));
    }
    assertThat(seen).hasSize(1024);
  }

  @Test
  void no_two_words_of_the_list_begin_alike() {
    Set<String> beginnings = new HashSet<>();
    for (int number = 0; number < 1024; number++) {
      String word = WordList.word(number);
      assertThat(word).matches("[a-z]{4,7}");
      beginnings.add(word.substring(0, 4));
      assertThat(WordList.meant(word.substring(0, 4))).contains(word);
    }
    assertThat(beginnings).hasSize(1024);
  }

  @Test
  void a_recovery_code_survives_paper_and_shows_every_slip() throws Rejected {
    RecoveryCode code = RecoveryCode.make(SUITE);
    List<String> lines = code.lines();
    assertThat(lines).allMatch(line -> line.matches("([0-9A-Z]{4} ){6}[0-9A-Z]{4}"));
    assertThat(RecoveryCode.read(lines.getFirst(), lines.getLast())).isEqualTo(code);
    String compact = lines.getFirst().replace(" ", "");
    long unseen =
        IntStream.range(0, compact.length())
            .mapToObj(
                at -> compact.substring(0, at) + other(compact.charAt(at)) + after(compact, at))
            .filter(slip -> RecoveryCode.fits(1, slip))
            .count();
    assertThat(unseen).as("slips of one letter that pass unseen").isLessThanOrEqualTo(1);
  }

  private static char other(char letter) {
    return letter == 'X' ? 'Y' : 'X';
  }

  private static String after(String text, int at) {
    return text.substring(at + 1);
  }

  @Test
  void a_new_device_is_let_in_after_both_show_the_same_twelve_digits() throws Rejected {
    Account account = Account.create();
    DeviceLinks links = new DeviceLinks(SUITE);
    Secret secret = SUITE.newSecret();
    DeviceLink link = links.makeOffer(person(account), secret, 20_300);
    Joining joining =
        links.makeAccept(secret, links.openOffer(secret, link.offer()), "the small one");
    Accepted accepted = links.openAccept(person(account), link, joining.accept());
    String shown = links.openReveal(secret, joining, links.makeReveal(link, accepted));
    assertThat(shown).isEqualTo(accepted.digits()).matches("\\d{4} \\d{4} \\d{4}");
    assertThat(accepted.device()).isEqualTo("the small one");
    Bytes grant = links.makeGrant(account, link, accepted);
    assertThat(links.openGrant(secret, joining, grant)).isEqualTo(account);
  }

  /// Someone in the middle who has seen the shown code answers in the new device's place.
  @Test
  void someone_in_between_shows_other_digits() throws Rejected {
    Account account = Account.create();
    DeviceLinks links = new DeviceLinks(SUITE);
    Secret secret = SUITE.newSecret();
    DeviceLink link = links.makeOffer(person(account), secret, 20_300);
    DeviceLink.Offer offer = links.openOffer(secret, link.offer());
    Joining theirs = links.makeAccept(secret, offer, "the small one");
    Accepted accepted = links.openAccept(person(account), link, theirs.accept());
    Joining mine = links.makeAccept(secret, offer, "the small one");
    Bytes reveal = links.makeReveal(link, accepted);
    assertThatThrownBy(() -> links.openReveal(secret, mine, reveal)).isInstanceOf(Rejected.class);
    Accepted asIfMine = links.openAccept(person(account), link, mine.accept());
    assertThat(asIfMine.digits()).isNotEqualTo(accepted.digits());
  }

  @Test
  void a_passkeys_secret_has_32_bytes_and_words_have_one_cost() {
    assertThatThrownBy(() -> UnlockSecret.ofPasskey(new byte[31])).isInstanceOf(Rejected.class);
    String words = UnlockWords.make(SUITE);
    Bytes salt = SUITE.newId();
    for (int cost : new int[] {-1, 0, 2, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> UnlockSecret.ofWords(words, salt, cost))
          .isInstanceOf(Rejected.class);
    }
  }

  @Test
  void only_the_very_next_generation_can_be_stated() {
    Account account = Account.create();
    Identity before = person(account);
    Account third = account.next(SUITE).next(SUITE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Statement.makeNext(before, AccountKeys.derive(third), 1));
  }

  @Test
  void no_way_in_shows_its_secret_in_text() {
    Account account = Account.create();
    Unlocker way = way(UnlockerKind.WORDS, account);
    String shown = way + " " + way.lock() + " " + RecoveryCode.make(SUITE);
    assertThat(shown).contains("hidden").doesNotContain("[B@");
  }
}
