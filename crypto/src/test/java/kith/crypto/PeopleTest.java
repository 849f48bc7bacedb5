package kith.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import kith.crypto.Invitation.Accepted;
import kith.crypto.Invitation.Joining;
import kith.crypto.Invitation.Offer;
import kith.crypto.Invitation.Terms;
import kith.crypto.bc.PskHpke;
import org.junit.jupiter.api.Test;

/// Two people, fresh keys, real randomness.
class PeopleTest {

  private static final Suite SUITE = Suite.KITH1;
  private static final String WORDS = "{\"v\":1,\"words\":\"héllo 👋\"}";

  private final Handshake handshake = new Handshake();

  private static Identity person() {
    AccountKeys keys = AccountKeys.derive(Account.create());
    return new Identity(keys, Statement.make(keys, 1_750_000_000_000L));
  }

  private static Bond bond() {
    return new Bond(SUITE.newId(), List.of(SUITE.newSecret()));
  }

  private static Card card() {
    Prompt prompt = new Prompt("founding", "everyday-1-001", "en", "What was good about today?");
    return new Card(SUITE.newId(), 2, prompt);
  }

  @Test
  void both_end_with_the_same_bond_key_and_the_same_twelve_digits() throws Rejected {
    Identity inviter = person();
    Secret secret = SUITE.newSecret();
    Terms terms = new Terms(SUITE.newId(), 20_300, "Anna");
    Invitation invitation = handshake.makeOffer(inviter, secret, terms);
    Offer offer = handshake.openOffer(secret, invitation.offer());
    Joining joining = handshake.makeAccept(person(), secret, offer, "José");
    Accepted accepted = handshake.openAccept(inviter, invitation, joining.accept());
    Bytes confirm = handshake.makeConfirm(invitation, accepted);
    assertThat(accepted.bondKey()).isEqualTo(joining.bondKey());
    assertThat(handshake.openConfirm(joining, confirm)).isEqualTo(accepted.spokenCheck());
    assertThat(accepted.spokenCheck()).matches("\\d{4} \\d{4} \\d{4}");
    assertThat(List.of(offer.name(), accepted.name())).containsExactly("Anna", "José");
    assertThat(confirm.length()).isEqualTo(61);
  }

  @Test
  void nobody_joins_their_own_invitation() throws Rejected {
    Identity inviter = person();
    Secret secret = SUITE.newSecret();
    Terms terms = new Terms(SUITE.newId(), 20_300, "Anna");
    Bytes box = handshake.makeOffer(inviter, secret, terms).offer();
    Offer offer = handshake.openOffer(secret, box);
    assertThatThrownBy(() -> handshake.makeAccept(inviter, secret, offer, "me"))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void an_answer_opens_for_both_and_only_its_author_confirms_it() throws Rejected {
    Bond bond = bond();
    Secret amk = SUITE.newSecret();
    Answers.From from = new Answers.From(card(), Seat.INVITER);
    Answers answers = new Answers();
    SealedAnswer answer = answers.seal(bond, amk, new Answers.Draft(from, 1, WORDS));
    assertThat(answers.open(bond, from, answer)).isEqualTo(WORDS);
    assertThat(answers.openOwn(bond, amk, from, answer)).isEqualTo(new OwnAnswer(WORDS, true));
    assertThat(answers.openOwn(bond, SUITE.newSecret(), from, answer).confirmed()).isFalse();
    assertThat(List.of(answer.body().length(), answer.key().length())).containsExactly(1024, 65);
  }

  @Test
  void the_same_answer_sealed_twice_shares_no_key_and_no_byte_string() {
    Bond bond = bond();
    Secret amk = SUITE.newSecret();
    Answers.Draft draft = new Answers.Draft(new Answers.From(card(), Seat.JOINER), 1, WORDS);
    SealedAnswer one = new Answers().seal(bond, amk, draft);
    SealedAnswer other = new Answers().seal(bond, amk, draft);
    assertThat(one.body()).isNotEqualTo(other.body());
    assertThat(one.key()).isNotEqualTo(other.key());
    assertThat(one.fields().kc()).isNotEqualTo(other.fields().kc());
  }

  @Test
  void a_body_has_one_of_four_sizes_and_a_longest_text() throws Rejected {
    assertThat(Stream.of(0, 995, 996, 4068, 16356, Answers.MOST_TEXT_BYTES).map(this::bodySize))
        .containsExactly(1024, 1024, 4096, 16384, 65536, 65536);
    assertThatIllegalArgumentException().isThrownBy(() -> bodySize(Answers.MOST_TEXT_BYTES + 1));
  }

  private int bodySize(int length) {
    Answers.From from = new Answers.From(card(), Seat.INVITER);
    Answers.Draft draft = new Answers.Draft(from, 1, "a".repeat(length));
    return new Answers().seal(bond(), SUITE.newSecret(), draft).body().length();
  }

  @Test
  void an_event_box_has_one_of_two_sizes_and_a_longest_text() {
    assertThat(Stream.of(0, 990, 991, Events.MOST_TEXT_BYTES).map(this::eventSize))
        .containsExactly(1024, 1024, 4096, 4096);
    assertThatIllegalArgumentException().isThrownBy(() -> eventSize(Events.MOST_TEXT_BYTES + 1));
  }

  private int eventSize(int length) {
    Events.Place place = new Events.Place(SUITE.newId(), Seat.INVITER);
    return new Events().seal(bond(), place, "a".repeat(length)).length();
  }

  @Test
  void a_new_epoch_seals_and_older_ones_still_open() throws Rejected {
    Bond bond = bond();
    Bond rotated = new Bond(bond.id(), List.of(bond.keys().getFirst(), SUITE.newSecret()));
    Events.Place place = new Events.Place(SUITE.newId(), Seat.INVITER);
    Events events = new Events();
    assertThat(events.open(rotated, place, events.seal(bond, place, "older"))).isEqualTo("older");
    Bytes newer = events.seal(rotated, place, "newer");
    assertThat(events.open(rotated, place, newer)).isEqualTo("newer");
    assertThatThrownBy(() -> events.open(bond, place, newer)).isInstanceOf(Rejected.class);
  }

  @Test
  void sealing_to_a_key_takes_exactly_32_secret_bytes_and_a_name() {
    byte[] seed = SUITE.random(32);
    byte[] key = PskHpke.publicKey(seed);
    for (int length : new int[] {0, 1, 16, 31, 33, 64}) {
      mustBeRejected(seed, key, new PskHpke.Sharing(new byte[length], new byte[1], new byte[0]));
    }
    mustBeRejected(seed, key, new PskHpke.Sharing(new byte[32], new byte[0], new byte[0]));
  }

  private static void mustBeRejected(byte[] seed, byte[] key, PskHpke.Sharing sharing) {
    byte[] sealed = new byte[1200];
    assertThatThrownBy(() -> Suite.sealKey(key, sharing, new byte[32]))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> Suite.openKey(seed, sharing, sealed)).isInstanceOf(Rejected.class);
  }

  @Test
  void no_secret_shows_itself_in_text() {
    Identity me = person();
    Account account = Account.create();
    String shown = me + " " + account + " " + bond() + " " + new OwnAnswer(WORDS, true);
    assertThat(shown).contains("Secret[hidden]").doesNotContain("héllo", "[B@");
    assertThat(account.rootKey()).hasToString("Secret[hidden]");
    assertThat(new Answers.Draft(new Answers.From(card(), Seat.INVITER), 1, WORDS).toString())
        .doesNotContain("héllo");
  }

  @Test
  void text_with_half_a_surrogate_pair_is_not_sealed() {
    Events.Place place = new Events.Place(SUITE.newId(), Seat.INVITER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Events().seal(bond(), place, "half: \ud83d"));
  }
}
