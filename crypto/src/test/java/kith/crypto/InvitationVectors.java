package kith.crypto;

import java.util.HexFormat;
import kith.crypto.Invitation.Joining;
import kith.crypto.Invitation.Offer;
import kith.crypto.bc.PskHpke;
import tools.jackson.databind.node.ObjectNode;

/// The vectors of an invitation: link, offer, accept, confirm.
final class InvitationVectors {

  private static final String SECRET = "22".repeat(32);
  private static final String BOND = "b0".repeat(16);
  private static final String OTHER_ID = "0f".repeat(16);
  private static final String NONCE = "01".repeat(12);
  private static final String INVITER = "'inviter':{" + AccountVectors.INVITER + "}";
  private static final Suite SUITE = Suite.KITH1;

  private InvitationVectors() {}

  static void write() throws Rejected {
    links();
    VectorCase offer = offers();
    Bytes box = new Inputs(offer.node()).bytes("box");
    accepts(box);
    confirms(box);
  }

  private static void links() throws Rejected {
    String link = "#1." + "IiIi".repeat(10) + "IiI";
    VectorCase good = VectorCase.asked("link_", "{'fragment':'" + link + "'}");
    good.rejectedGiven("cut", "fragment", link.substring(0, 45));
    good.rejectedGiven("padded", "fragment", link + "=");
    good.rejectedGiven("spare-bits", "fragment", link.substring(0, 45) + "J");
    good.rejectedGiven("of-31-bytes", "fragment", "#1." + "IiIi".repeat(10) + "Ig");
    good.rejectedGiven("of-33-bytes", "fragment", "#1." + "IiIi".repeat(11));
    VectorCase.asked("link_of-a-newer-version", "{'fragment':'#2.abc'}");
    VectorCase.asked("link_none", "{'fragment':'#start'}");
  }

  private static VectorCase offers() throws Rejected {
    String given = "{" + INVITER + ",'secret':'" + SECRET + "'}";
    String content = "{'bond':'" + BOND + "','expires':20300,'name':'Ánna'}";
    VectorCase offer =
        VectorCase.opens("offer_", given, content, "03".repeat(32), NONCE)
            .rejectedWhenDamaged("box");
    offer.rejectedGiven("other-secret", "secret", "23".repeat(32));
    offer.rejected("trailing-bytes-inside", one -> one.put("box", offerWith("Ánna", 1)));
    offer.rejected("name-too-long", one -> one.put("box", offerWith("a".repeat(257), 0)));
    return offer;
  }

  private static Identity inviter() {
    return Opening.identity(new Inputs(MakeVectors.object("{" + AccountVectors.INVITER + "}")));
  }

  private static Identity joiner() {
    String joiner =
        AccountVectors.INVITER
            .replace("a1".repeat(16), "a2".repeat(16))
            .replace("11".repeat(32), "12".repeat(32));
    return Opening.identity(new Inputs(MakeVectors.object("{" + joiner + "}")));
  }

  private static String offerWith(String name, int more) {
    byte[] text =
        new Writer()
            .lp(inviter().statement().signed().toArray())
            .bytes(HexFormat.of().parseHex(BOND))
            .bytes(new byte[32])
            .u64(20300)
            .lp(Utf8.of(name))
            .bytes(new byte[more])
            .toArray();
    Secret secret = secret();
    byte[] aad = SUITE.record("offer").bytes(new Handshake().id(secret).toArray()).toArray();
    byte[] box = SUITE.seal(SUITE.derive(secret, "invite/offer", new byte[0]), aad, text);
    return hex(new Writer().bytes(Suite.SU).bytes(box).toArray());
  }

  private static Secret secret() {
    return Secret.of(HexFormat.of().parseHex(SECRET));
  }

  private static void accepts(Bytes offerBox) throws Rejected {
    String given =
        "{"
            + INVITER
            + ",'secret':'"
            + SECRET
            + "','bond':'"
            + BOND
            + "','inviterNonce':'"
            + "03".repeat(32)
            + "','offer':'"
            + Opening.hex(offerBox)
            + "'}";
    Offer offer = new Handshake().openOffer(secret(), offerBox);
    Joining joining = new Handshake().makeAccept(joiner(), secret(), offer, "José");
    VectorCase accept =
        VectorCase.sealed("accept_", given, joining.accept()).rejectedWhenDamaged("box");
    accept.rejectedGiven("other-secret", "secret", "23".repeat(32));
    accept.rejectedGiven("other-bond", "bond", OTHER_ID);
    accept.rejectedGiven("other-offer", "offer", Opening.hex(offerBox) + "00");
    accept.rejected(
        "other-inviter",
        one -> ((ObjectNode) one.get("given").get("inviter")).put("rootKey", "12".repeat(32)));
    accept.rejected("from-oneself", one -> one.put("box", acceptFrom(inviter(), offer, 0)));
    accept.rejected("trailing-bytes-inside", one -> one.put("box", acceptFrom(joiner(), offer, 1)));
  }

  private static String acceptFrom(Identity author, Offer offer, int more) {
    byte[] id = new Handshake().id(secret()).toArray();
    byte[] info =
        SUITE
            .record("accept")
            .bytes(id)
            .bytes(offer.bond().toArray())
            .bytes(offer.transcript().toArray())
            .toArray();
    byte[] psk = SUITE.derive(secret(), "invite/psk", new byte[0]);
    byte[] text =
        new Writer()
            .lp(author.statement().signed().toArray())
            .bytes(new byte[64])
            .lp(Utf8.of("me"))
            .bytes(new byte[more])
            .toArray();
    try {
      byte[] recipient = offer.inviter().kemPublicKey().toArray();
      byte[] box = Suite.sealKey(recipient, new PskHpke.Sharing(psk, id, info), text);
      return hex(new Writer().bytes(Suite.SU).bytes(box).toArray());
    } catch (Rejected impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void confirms(Bytes offerBox) throws Rejected {
    Offer offer = new Handshake().openOffer(secret(), offerBox);
    String given =
        "{"
            + INVITER
            + ",'bond':'"
            + BOND
            + "','bondKey':'"
            + "33".repeat(32)
            + "','inviterNonce':'"
            + "03".repeat(32)
            + "','joinerNonce':'"
            + "04".repeat(32)
            + "','commitment':'"
            + Opening.hex(offer.commitment())
            + "','inviterFingerprint':'"
            + Opening.hex(offer.inviter().fingerprint())
            + "','joinerFingerprint':'"
            + Opening.hex(joiner().statement().fingerprint())
            + "','transcript':'"
            + "77".repeat(32)
            + "'}";
    VectorCase confirm =
        VectorCase.opens("confirm_", given, "{}", NONCE).rejectedWhenDamaged("box");
    confirm.rejectedGiven("other-commitment", "commitment", "05".repeat(32));
    confirm.rejectedGiven("other-transcript", "transcript", "05".repeat(32));
    confirm.rejectedGiven("other-bond", "bond", OTHER_ID);
    confirm.rejectedGiven("other-bond-key", "bondKey", "34".repeat(32));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
