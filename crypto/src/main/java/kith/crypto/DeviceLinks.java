package kith.crypto;

import kith.crypto.DeviceLink.Accepted;
import kith.crypto.DeviceLink.Joining;
import kith.crypto.DeviceLink.Offer;
import kith.crypto.bc.PskHpke;

/// The four boxes by which one's new device comes to hold one's account: offer, accept, reveal,
/// grant.
public final class DeviceLinks {

  private final Suite suite;

  public DeviceLinks(Suite suite) {
    this.suite = suite;
  }

  /// Under which id the boxes lie; it says nothing about S.
  public Bytes id(Secret secret) {
    return Bytes.of(suite.derive(secret.toArray(), "link/id", new byte[0], Bytes.ID));
  }

  /// To the relay a link is an invitation like any other, to a bond of this id.
  public Bytes bond(Secret secret) {
    return Bytes.of(suite.derive(secret.toArray(), "link/bond", new byte[0], Bytes.ID));
  }

  /// The way in by which the new device comes to its vault at first, as the unlocked one adds it.
  /// Both know its secret, so the new one puts another in its place at once.
  public Unlocker firstWay(Bytes account, Secret secret, Accepted accepted) {
    byte[] place = place(id(secret), accepted.transcript());
    return firstWay(account, accepted.key(), place);
  }

  /// The same way in, as the new device comes by it.
  public Unlocker firstWay(Bytes account, Secret secret, Joining joining) {
    return firstWay(account, joining.key(), place(secret, joining));
  }

  private Unlocker firstWay(Bytes account, Secret key, byte[] place) {
    Secret us = Secret.of(suite.derive(key, "link/us", place));
    byte[] id = suite.derive(key.toArray(), "link/unlocker", place, Bytes.ID);
    return new Unlocker(us, Bytes.of(id), account);
  }

  /// First box, from the unlocked device.
  public DeviceLink makeOffer(Identity me, Secret secret, long expires) {
    Secret nonce = suite.newSecret();
    byte[] text =
        new Writer()
            .lp(me.statement().signed().toArray())
            .bytes(commitment(nonce.toArray()))
            .u64(expires)
            .toArray();
    byte[] key = suite.derive(secret, "link/offer", new byte[0]);
    return new DeviceLink(secret, nonce, box(suite.seal(key, offerAad(secret), text)));
  }

  /// Reads an offer on the new device, with the secret of the code that the other shows.
  public Offer openOffer(Secret secret, Bytes box) throws Rejected {
    byte[] key = suite.derive(secret, "link/offer", new byte[0]);
    Reader reader = new Reader(Suite.open(key, offerAad(secret), unboxed(box)));
    Statement owner = Statement.open(Bytes.of(reader.piece()), suite);
    Bytes commitment = Bytes.of(reader.take(Bytes.KEY));
    long expires = reader.u64();
    reader.end();
    return new Offer(owner, commitment, expires, Bytes.of(Suite.hash(box.toArray())));
  }

  /// Second box, from the new device, which has no account yet: with a key for this once.
  public Joining makeAccept(Secret secret, Offer offer, String device) throws Rejected {
    Secret seed = suite.newSecret();
    Secret key = suite.newSecret();
    Bytes nonce = Bytes.of(suite.random(Bytes.KEY));
    byte[] text =
        new Writer()
            .bytes(PskHpke.publicKey(seed.toArray()))
            .bytes(key.toArray())
            .bytes(nonce.toArray())
            .lp(Names.write(device))
            .toArray();
    PskHpke.Sharing sharing = acceptSharing(secret, offer.transcript());
    Bytes accept = box(Suite.sealKey(offer.owner().kemPublicKey().toArray(), sharing, text));
    return new Joining(offer, seed, key, nonce, accept);
  }

  /// Reads an accept on the unlocked device.
  public Accepted openAccept(Identity me, DeviceLink link, Bytes box) throws Rejected {
    Bytes first = Bytes.of(Suite.hash(link.offer().toArray()));
    PskHpke.Sharing sharing = acceptSharing(link.secret(), first);
    byte[] seed = me.keys().kemSeed().toArray();
    Reader reader = new Reader(Suite.openKey(seed, sharing, unboxed(box)));
    Bytes publicKey = Bytes.of(reader.take(PskHpke.PUBLIC_KEY_BYTES));
    Secret key = Secret.of(reader.take(Bytes.KEY));
    Bytes nonce = Bytes.of(reader.take(Bytes.KEY));
    String device = Names.readLast(reader);
    Bytes transcript = transcript(first, box);
    byte[] nonces = new Writer().bytes(link.nonce().toArray()).bytes(nonce.toArray()).toArray();
    byte[] place = place(id(link.secret()), transcript);
    String digits = digits(nonces, place, me.statement().fingerprint(), publicKey);
    return new Accepted(publicKey, key, device, transcript, digits);
  }

  /// Third box, from the unlocked device: from here on both show twelve digits.
  public Bytes makeReveal(DeviceLink link, Accepted accepted) {
    byte[] place = place(id(link.secret()), accepted.transcript());
    byte[] key = suite.derive(accepted.key(), "link/reveal", place);
    return box(suite.seal(key, aad("link/reveal", place), link.nonce().toArray()));
  }

  /// Reads a reveal on the new device: the twelve digits.
  public String openReveal(Secret secret, Joining joining, Bytes box) throws Rejected {
    byte[] place = place(secret, joining);
    byte[] key = suite.derive(joining.key(), "link/reveal", place);
    byte[] nonce = Suite.open(key, aad("link/reveal", place), unboxed(box));
    Rejected.unless(nonce.length == Bytes.KEY);
    Rejected.unless(Bytes.of(commitment(nonce)).equals(joining.offer().commitment()));
    byte[] nonces = new Writer().bytes(nonce).bytes(joining.nonce().toArray()).toArray();
    Bytes publicKey = Bytes.of(PskHpke.publicKey(joining.seed().toArray()));
    return digits(nonces, place, joining.offer().owner().fingerprint(), publicKey);
  }

  /// Fourth box, from the unlocked device, only after its owner has said that the digits are the
  /// same: the account.
  public Bytes makeGrant(Account account, DeviceLink link, Accepted accepted) throws Rejected {
    Bytes id = id(link.secret());
    byte[] text =
        new Writer()
            .bytes(account.id().id("an account id"))
            .u32(account.generation())
            .bytes(account.rootKey().toArray())
            .toArray();
    PskHpke.Sharing sharing = grantSharing(id, accepted.key(), accepted.transcript());
    return box(Suite.sealKey(accepted.publicKey().toArray(), sharing, text));
  }

  /// Reads a grant on the new device.
  public Account openGrant(Secret secret, Joining joining, Bytes box) throws Rejected {
    Bytes transcript = transcript(joining.offer().transcript(), joining.accept());
    PskHpke.Sharing sharing = grantSharing(id(secret), joining.key(), transcript);
    Reader reader = new Reader(Suite.openKey(joining.seed().toArray(), sharing, unboxed(box)));
    Bytes id = Bytes.of(reader.take(Bytes.ID));
    long generation = reader.u32();
    Secret rootKey = Secret.of(reader.take(Bytes.KEY));
    reader.end();
    Rejected.unless(id.equals(joining.offer().owner().account()));
    Rejected.unless(generation == joining.offer().owner().generation());
    return new Account(id, (int) generation, rootKey);
  }

  private String digits(byte[] nonces, byte[] place, Bytes owner, Bytes device) {
    byte[] context =
        new Writer()
            .bytes(place)
            .bytes(owner.toArray())
            .bytes(Suite.hash(device.toArray()))
            .toArray();
    return Digits.twelve(suite.derive(nonces, "link/sas", context, Long.BYTES));
  }

  private PskHpke.Sharing acceptSharing(Secret secret, Bytes first) {
    Bytes id = id(secret);
    byte[] psk = suite.derive(secret, "link/psk", new byte[0]);
    return new PskHpke.Sharing(psk, id.toArray(), aad("link/accept", place(id, first)));
  }

  private PskHpke.Sharing grantSharing(Bytes id, Secret key, Bytes transcript) {
    byte[] place = place(id, transcript);
    byte[] psk = suite.derive(key, "link/grant", place);
    return new PskHpke.Sharing(psk, id.toArray(), aad("link/grant", place));
  }

  private byte[] offerAad(Secret secret) {
    return aad("link/offer", id(secret).toArray());
  }

  private byte[] aad(String label, byte[] place) {
    return suite.record(label).bytes(place).toArray();
  }

  private byte[] commitment(byte[] nonce) {
    return Suite.hash(suite.lab("link/commit"), nonce);
  }

  /// T1 = H(lab("link/t1") || T0 || H(accept box)).
  private Bytes transcript(Bytes first, Bytes accept) {
    byte[] second = Suite.hash(accept.toArray());
    return Bytes.of(Suite.hash(suite.lab("link/t1"), first.toArray(), second));
  }

  private byte[] place(Secret secret, Joining joining) {
    return place(id(secret), transcript(joining.offer().transcript(), joining.accept()));
  }

  private static byte[] place(Bytes id, Bytes transcript) {
    return new Writer().bytes(id.toArray()).bytes(transcript.toArray()).toArray();
  }

  private static Bytes box(byte[] sealed) {
    return Bytes.of(new Writer().bytes(Suite.SU).bytes(sealed).toArray());
  }

  private static byte[] unboxed(Bytes box) throws Rejected {
    return new Reader(box.toArray()).expect(Suite.SU).rest();
  }
}
