package kith.crypto;

import java.util.HexFormat;
import kith.crypto.DeviceLink.Accepted;
import kith.crypto.DeviceLink.Joining;
import kith.crypto.DeviceLink.Offer;
import tools.jackson.databind.node.ObjectNode;

/// The vectors of a new device being let in by an old one.
final class LinkVectors {

  private static final Suite SUITE = Suite.KITH1;
  private static final String SECRET = "22".repeat(32);
  private static final String NONCE = "03".repeat(32);
  private static final String OWNER = "'owner':{" + AccountVectors.INVITER + "}";
  private static final DeviceLinks LINKS = new DeviceLinks(SUITE);

  private LinkVectors() {}

  static void write() throws Rejected {
    Bytes offer = offers();
    Joining joining = accepts(offer);
    reveals(joining, offer);
    grants(joining, offer);
  }

  private static Secret secret() {
    return Secret.of(HexFormat.of().parseHex(SECRET));
  }

  private static Identity owner() {
    return Opening.identity(new Inputs(MakeVectors.object("{" + AccountVectors.INVITER + "}")));
  }

  private static DeviceLink link(Bytes offer) {
    return new DeviceLink(secret(), Secret.of(HexFormat.of().parseHex(NONCE)), offer);
  }

  private static Bytes offers() throws Rejected {
    String given = "{" + OWNER + ",'secret':'" + SECRET + "'}";
    VectorCase one =
        VectorCase.opens("link-offer_", given, "{'expires':20300}", NONCE, "01".repeat(12))
            .rejectedWhenDamaged("box");
    one.rejectedGiven("other-secret", "secret", "23".repeat(32));
    one.rejected("an-invitation", changed -> changed.put("box", invitation()));
    return new Inputs(one.node()).bytes("box");
  }

  private static String invitation() {
    Bytes bond = Bytes.of(new byte[16]);
    Invitation.Terms terms = new Invitation.Terms(bond, 20_300, "A");
    return Opening.hex(new Handshake().makeOffer(owner(), secret(), terms).offer());
  }

  private static Joining accepts(Bytes offerBox) throws Rejected {
    Offer offer = LINKS.openOffer(secret(), offerBox);
    Joining joining = LINKS.makeAccept(secret(), offer, "Telefón");
    String given = "{" + OWNER + "," + kept(offerBox) + "}";
    VectorCase one =
        VectorCase.sealed("link-accept_", given, joining.accept()).rejectedWhenDamaged("box");
    one.rejectedGiven("other-secret", "secret", "23".repeat(32));
    one.rejectedGiven("other-offer", "offer", Opening.hex(offerBox) + "00");
    one.rejected(
        "other-owner",
        changed ->
            ((ObjectNode) changed.get("given").get("owner")).put("rootKey", "12".repeat(32)));
    return joining;
  }

  private static String kept(Bytes offer) {
    return "'secret':'"
        + SECRET
        + "','ownerNonce':'"
        + NONCE
        + "','offer':'"
        + Opening.hex(offer)
        + "'";
  }

  private static String given(Joining joining, Bytes offer) {
    return "{"
        + OWNER
        + ","
        + kept(offer)
        + ",'seed':'"
        + Opening.hex(joining.seed())
        + "','key':'"
        + Opening.hex(joining.key())
        + "','deviceNonce':'"
        + Opening.hex(joining.nonce())
        + "','accept':'"
        + Opening.hex(joining.accept())
        + "'}";
  }

  private static void damagedJoining(VectorCase one) {
    one.rejectedWhenDamaged("box");
    one.rejectedGiven("other-key", "key", "34".repeat(32));
    one.rejectedGiven("other-secret", "secret", "23".repeat(32));
    one.rejected(
        "other-accept",
        changed -> {
          ObjectNode given = (ObjectNode) changed.get("given");
          given.put("accept", given.get("accept").asString() + "00");
        });
  }

  private static void reveals(Joining joining, Bytes offer) throws Rejected {
    VectorCase one = VectorCase.opens("link-reveal_", given(joining, offer), "{}", "01".repeat(12));
    damagedJoining(one);
    Accepted accepted = LINKS.openAccept(owner(), link(offer), joining.accept());
    DeviceLink other = new DeviceLink(secret(), SUITE.newSecret(), offer);
    String dishonest = Opening.hex(LINKS.makeReveal(other, accepted));
    one.rejected("other-commitment", changed -> changed.put("box", dishonest));
  }

  private static void grants(Joining joining, Bytes offer) throws Rejected {
    Accepted accepted = LINKS.openAccept(owner(), link(offer), joining.accept());
    Account account =
        Opening.account(new Inputs(MakeVectors.object("{" + AccountVectors.INVITER + "}")));
    Bytes box = LINKS.makeGrant(account, link(offer), accepted);
    VectorCase one = VectorCase.sealed("link-grant_", given(joining, offer), box);
    damagedJoining(one);
    one.rejectedGiven("other-seed", "seed", "35".repeat(32));
    Account other = new Account(Bytes.of(new byte[16]), 1, account.rootKey());
    String strange = Opening.hex(LINKS.makeGrant(other, link(offer), accepted));
    one.rejected("another-account", changed -> changed.put("box", strange));
    Account later = new Account(account.id(), 2, account.rootKey());
    String second = Opening.hex(LINKS.makeGrant(later, link(offer), accepted));
    one.rejected("another-generation", changed -> changed.put("box", second));
  }
}
