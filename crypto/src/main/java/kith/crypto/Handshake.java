package kith.crypto;

import kith.crypto.Invitation.Accepted;
import kith.crypto.Invitation.Joining;
import kith.crypto.Invitation.Offer;
import kith.crypto.Invitation.Terms;
import kith.crypto.bc.PskHpke;

/// The three messages by which two people come to share a bond key: offer, accept, confirm.
public final class Handshake {

  private final Suite suite;

  public Handshake() {
    this(Suite.KITH1);
  }

  /// With random bytes of the suite's own source.
  public Handshake(Suite suite) {
    this.suite = suite;
  }

  /// The id under which the relay keeps the invitation's boxes; it says nothing about S.
  public Bytes id(Secret secret) {
    return Bytes.of(suite.derive(secret.toArray(), "invite/id", new byte[0], Bytes.ID));
  }

  /// First message, inviter to joiner.
  public Invitation makeOffer(Identity me, Secret secret, Terms terms) {
    Secret nonce = suite.newSecret();
    byte[] text =
        new Writer()
            .lp(me.statement().signed().toArray())
            .bytes(terms.bond().id("a bond id"))
            .bytes(commitment(nonce.toArray()))
            .u64(terms.expires())
            .lp(Names.write(terms.name()))
            .toArray();
    byte[] sealed = suite.seal(offerKey(secret), offerAad(secret), text);
    return new Invitation(secret, terms.bond(), nonce, withSuite(sealed));
  }

  /// Reads an offer with the secret of the link.
  public Offer openOffer(Secret secret, Bytes box) throws Rejected {
    byte[] text = Suite.open(offerKey(secret), offerAad(secret), withoutSuite(box));
    Reader reader = new Reader(text);
    Statement inviter = Statement.open(Bytes.of(reader.piece()), suite);
    Bytes bond = Bytes.of(reader.take(Bytes.ID));
    Bytes commitment = Bytes.of(reader.take(Bytes.KEY));
    long expires = reader.u64();
    String name = Names.readLast(reader);
    Bytes transcript = Bytes.of(Suite.hash(box.toArray()));
    return new Offer(inviter, bond, commitment, expires, name, transcript);
  }

  /// Second message, joiner to inviter: with the bond key. Refused for one's own invitation.
  public Joining makeAccept(Identity me, Secret secret, Offer offer, String name) throws Rejected {
    Rejected.unless(!me.statement().account().equals(offer.inviter().account()));
    Secret bondKey = suite.newSecret();
    Bytes nonce = Bytes.of(suite.random(Bytes.KEY));
    byte[] text =
        new Writer()
            .lp(me.statement().signed().toArray())
            .bytes(bondKey.toArray())
            .bytes(nonce.toArray())
            .lp(Names.write(name))
            .toArray();
    PskHpke.Sharing sharing = sharing(secret, offer.bond(), offer.transcript());
    byte[] recipient = offer.inviter().kemPublicKey().toArray();
    Bytes accept = withSuite(Suite.sealKey(recipient, sharing, text));
    return new Joining(
        offer.bond(),
        bondKey,
        nonce,
        offer.commitment(),
        offer.inviter().fingerprint(),
        me.statement().fingerprint(),
        transcript(offer.transcript(), accept),
        accept);
  }

  /// Reads an accept with the invitation that was kept. Refused when it comes from oneself.
  public Accepted openAccept(Identity me, Invitation invitation, Bytes box) throws Rejected {
    Bytes first = Bytes.of(Suite.hash(invitation.offer().toArray()));
    PskHpke.Sharing sharing = sharing(invitation.secret(), invitation.bond(), first);
    byte[] seed = me.keys().kemSeed().toArray();
    Reader reader = new Reader(Suite.openKey(seed, sharing, withoutSuite(box)));
    Statement joiner = Statement.open(Bytes.of(reader.piece()), suite);
    Secret bondKey = Secret.of(reader.take(Bytes.KEY));
    Bytes joinerNonce = Bytes.of(reader.take(Bytes.KEY));
    String name = Names.readLast(reader);
    Rejected.unless(!joiner.account().equals(me.statement().account()));
    Bytes transcript = transcript(first, box);
    Meeting meeting =
        new Meeting(
            invitation.bond(),
            Bytes.of(invitation.nonce().toArray()),
            joinerNonce,
            me.statement().fingerprint(),
            joiner.fingerprint(),
            transcript);
    return new Accepted(joiner, bondKey, name, transcript, meeting.spokenCheck(suite));
  }

  /// Third message, inviter to joiner, after the inviter has seen the name and said yes: 61 bytes.
  public Bytes makeConfirm(Invitation invitation, Accepted accepted) {
    byte[] place = place(invitation.bond(), accepted.transcript());
    byte[] key = suite.derive(accepted.bondKey(), "bond/confirm", place);
    return withSuite(suite.seal(key, confirmAad(place), invitation.nonce().toArray()));
  }

  /// Reads a confirm, holds the inviter to the commitment, and gives the twelve digits.
  public String openConfirm(Joining joining, Bytes box) throws Rejected {
    byte[] place = place(joining.bond(), joining.transcript());
    byte[] key = suite.derive(joining.bondKey(), "bond/confirm", place);
    byte[] nonce = Suite.open(key, confirmAad(place), withoutSuite(box));
    Rejected.unless(nonce.length == Bytes.KEY);
    Rejected.unless(Bytes.of(commitment(nonce)).equals(joining.commitment()));
    return new Meeting(
            joining.bond(),
            Bytes.of(nonce),
            joining.joinerNonce(),
            joining.inviterFingerprint(),
            joining.joinerFingerprint(),
            joining.transcript())
        .spokenCheck(suite);
  }

  /// T1 = H(lab("t1") || T0 || H(accept box)).
  Bytes transcript(Bytes first, Bytes accept) {
    return Bytes.of(Suite.hash(suite.lab("t1"), first.toArray(), Suite.hash(accept.toArray())));
  }

  private byte[] offerKey(Secret secret) {
    return suite.derive(secret, "invite/offer", new byte[0]);
  }

  private byte[] offerAad(Secret secret) {
    return suite.record("offer").bytes(id(secret).toArray()).toArray();
  }

  private PskHpke.Sharing sharing(Secret secret, Bytes bond, Bytes first) {
    byte[] id = id(secret).toArray();
    byte[] psk = suite.derive(secret, "invite/psk", new byte[0]);
    byte[] place = place(bond, first);
    byte[] info = suite.record("accept").bytes(id).bytes(place).toArray();
    return new PskHpke.Sharing(psk, id, info);
  }

  private byte[] confirmAad(byte[] place) {
    return new Writer().bytes(suite.lab("confirm")).bytes(place).toArray();
  }

  private byte[] commitment(byte[] nonce) {
    return Suite.hash(suite.lab("sas-commit"), nonce);
  }

  private static byte[] place(Bytes bond, Bytes transcript) {
    return new Writer()
        .bytes(bond.id("a bond id"))
        .bytes(transcript.exactly(Bytes.KEY, "a transcript"))
        .toArray();
  }

  private static Bytes withSuite(byte[] sealed) {
    return Bytes.of(new Writer().bytes(Suite.SU).bytes(sealed).toArray());
  }

  private static byte[] withoutSuite(Bytes box) throws Rejected {
    return new Reader(box.toArray()).expect(Suite.SU).rest();
  }
}
