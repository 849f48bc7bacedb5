package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kith.crypto.Account;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Handshake;
import kith.crypto.Identity;
import kith.crypto.Invitation;
import kith.crypto.Link;
import kith.crypto.Rejected;
import kith.crypto.Secret;
import kith.crypto.Statement;
import kith.crypto.Suite;
import org.junit.jupiter.api.Test;

/// A relay that lies while two people meet: nobody is let in unseen.
class HostileMeetingTest {

  private final MemoryRelay relay = new MemoryRelay();
  private final Lying lying = new Lying(relay);

  @Test
  void keys_swapped_at_the_meeting_let_nobody_in() throws Exception {
    Pair pair = new Pair(relay, lying);
    pair.annas = pair.anna.start("Anna");
    String link = "https://kith.example" + pair.anna.link(pair.annas).orElseThrow();
    Kith eve = Kith.open(Pair.world(relay), new Pair.MemoryStore());
    String eves = eve.start("Anna");
    Kept hers = List.copyOf(relay.invitations.values()).getLast();
    assertThat(eve.link(eves)).isPresent();
    lying.invitation = boxes -> boxes.with("offer", hers.text("offer"));
    assertThatThrownBy(() -> pair.ben.lookAt(link))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo("link-broken"));
  }

  @Test
  void whoever_opened_the_link_and_is_not_them_is_refused_and_gets_nothing() throws Exception {
    Pair pair = new Pair(relay, relay);
    pair.annas = pair.anna.start("Anna");
    String link = "x" + pair.anna.link(pair.annas).orElseThrow();
    Kith eve = Kith.open(Pair.world(relay), new Pair.MemoryStore());
    String eves = eve.join(eve.lookAt(link), "Ben");
    pair.anna.sync(pair.annas);
    assertThat(pair.anna.standing(pair.annas).stage()).isEqualTo("asked");
    pair.anna.refuse(pair.annas);
    eve.sync(eves);
    assertThat(relay.invitations).isEmpty();
    assertThat(pair.anna.standing(pair.annas).stage()).isEqualTo("closed");
    assertThat(eve.standing(eves).stage()).isEqualTo("closed");
  }

  @Test
  void an_invitation_that_was_taken_back_lets_nobody_in() throws Exception {
    Pair pair = new Pair(relay, relay);
    pair.annas = pair.anna.start("Anna");
    String link = "x" + pair.anna.link(pair.annas).orElseThrow();
    pair.anna.refuse(pair.annas);
    assertThat(pair.anna.link(pair.annas)).isEmpty();
    assertThatThrownBy(() -> pair.ben.lookAt(link)).isInstanceOf(Refused.class);
  }

  @Test
  void who_was_let_in_is_not_refused_any_more() throws Exception {
    Pair pair = Pair.met(relay);
    pair.anna.refuse(pair.annas);
    pair.ben.refuse(pair.bens);
    assertThat(pair.anna.standing(pair.annas).stage()).isEqualTo("joined");
    assertThat(pair.ben.standing(pair.bens).stage()).isEqualTo("joined");
  }

  /// Eve has the link and the relay, and stands between the two with keys of her own: only the
  /// twelve digits can tell, and they do.
  @Test
  void someone_in_the_middle_with_the_link_shows_other_digits() throws Exception {
    MemoryRelay bensRelay = new MemoryRelay();
    Pair pair = new Pair(relay, bensRelay);
    pair.annas = pair.anna.start("Anna");
    String link = "x" + pair.anna.link(pair.annas).orElseThrow();
    Kith eve = Kith.open(Pair.world(relay), new Pair.MemoryStore());
    eve.join(eve.lookAt(link), "Ben");
    pair.anna.sync(pair.annas);
    pair.anna.confirm(pair.annas);
    Middle middle = new Middle(bensRelay, link.substring(link.indexOf('#')));
    pair.bens = pair.ben.join(pair.ben.lookAt(link), "Ben");
    middle.confirm();
    pair.ben.sync(pair.bens);
    Optional<String> annas = pair.anna.standing(pair.annas).spokenCheck();
    Optional<String> bens = pair.ben.standing(pair.bens).spokenCheck();
    assertThat(annas).isPresent();
    assertThat(bens).isPresent().isNotEqualTo(annas);
  }

  /// Eve as Anna, towards Ben.
  private static final class Middle {
    private final Handshake handshake = new Handshake();
    private final MemoryRelay relay;
    private final Identity eve;
    private final Invitation invitation;
    private final String id;

    Middle(MemoryRelay relay, String fragment) {
      this.relay = relay;
      Secret secret = ((Link.Invited) Link.parse(fragment)).secret();
      AccountKeys keys = AccountKeys.derive(Account.create());
      eve = new Identity(keys, Statement.make(keys, 1));
      Bytes bond = Suite.KITH1.newId();
      long expires = MemoryRelay.DAY + 7;
      invitation = handshake.makeOffer(eve, secret, new Invitation.Terms(bond, expires, "Anna"));
      id = Base64Url.format(handshake.id(secret).toArray());
      String name = Base64Url.format(bond.toArray());
      relay.bonds.put(name, new MemoryRelay.Kind());
      Kept offer = Kept.NOTHING.with("bond", name).with("offer", invitation.offer());
      relay.invitations.put(id, offer);
    }

    void confirm() throws Rejected {
      Kept there = Objects.requireNonNull(relay.invitations.get(id));
      Invitation.Accepted accepted = handshake.openAccept(eve, invitation, there.bytes("accept"));
      Bytes confirm = handshake.makeConfirm(invitation, accepted);
      relay.invitations.put(id, there.with("confirm", confirm));
    }
  }

  @Test
  void an_accept_that_was_changed_ends_the_invitation() throws Exception {
    Pair pair = new Pair(lying, relay);
    pair.annas = pair.anna.start("Anna");
    String link = "x" + pair.anna.link(pair.annas).orElseThrow();
    pair.bens = pair.ben.join(pair.ben.lookAt(link), "Ben");
    lying.invitation =
        boxes -> {
          byte[] accept = boxes.bytes("accept").toArray();
          accept[1200] ^= 1;
          return boxes.with("accept", Base64Url.format(accept));
        };
    pair.anna.sync(pair.annas);
    assertThat(pair.anna.standing(pair.annas).stage()).isEqualTo("closed");
  }
}
