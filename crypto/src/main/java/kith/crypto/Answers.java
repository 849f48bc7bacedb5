package kith.crypto;

import kith.crypto.SealedAnswer.Fields;

/// Seals and opens answers: a body under its own content key, and the record that gives the key.
public final class Answers {

  /// The most UTF-8 bytes of text that a body holds.
  public static final int MOST_TEXT_BYTES = Padding.mostText(Suite.AE_BYTES, Padding.BODY_SIZES);

  private final Suite suite;

  public Answers() {
    this(Suite.KITH1);
  }

  /// With random bytes of the suite's own source.
  public Answers(Suite suite) {
    this.suite = suite;
  }

  /// Whose answer to which card it is.
  public record From(Card card, Seat seat) {}

  /// An answer to be sealed.
  ///
  /// @param rev counts from 1
  public record Draft(From from, long rev, String text) {

    public Draft {
      if (rev < 1) {
        throw new IllegalArgumentException("revisions count from 1");
      }
    }

    /// Without the words.
    @Override
    public String toString() {
      return "Draft[rev=" + rev + "]";
    }
  }

  /// Seals an answer under a new content key. `amk` is the author's own secret of this bond.
  public SealedAnswer seal(Bond bond, Secret amk, Draft draft) {
    byte[] headerHash = header(bond, draft.from(), draft.rev()).hash(suite);
    Secret secret = suite.newSecret();
    ContentKey contentKey = new ContentKey(suite, secret, headerHash);
    byte[] kc = contentKey.commitment();
    byte[] body = contentKey.seal(Padding.pad(draft.text(), Suite.AE_BYTES, Padding.BODY_SIZES));
    byte[] com = commitment(headerHash, kc, body);
    Card card = draft.from().card();
    Fields fields =
        new Fields(
            card.exchange(),
            draft.rev(),
            card.ring(),
            card.prompt().hash(),
            Bytes.of(kc),
            Bytes.of(com),
            Bytes.of(selfTag(amk, com)));
    Bytes record = new KeyRecord(suite, headerHash, kc).seal(bond, secret);
    return new SealedAnswer(fields, Bytes.of(body), record);
  }

  /// Opens the partner's answer to the card that this reader sees.
  public String open(Bond bond, From from, SealedAnswer answer) throws Rejected {
    Fields fields = answer.fields();
    byte[] headerHash = checkedHeader(bond, from, answer);
    byte[] kc = fields.kc().toArray();
    Secret secret = new KeyRecord(suite, headerHash, kc).open(bond, answer.key());
    ContentKey contentKey = new ContentKey(suite, secret, headerHash);
    byte[] body = answer.body().toArray();
    Rejected.unless(Bytes.of(contentKey.commitment()).equals(fields.kc()));
    Rejected.unless(Bytes.of(commitment(headerHash, kc, body)).equals(fields.com()));
    return Padding.unpad(contentKey.open(body));
  }

  /// Opens one's own answer, and says whether oneself has written it.
  public OwnAnswer openOwn(Bond bond, Secret amk, From from, SealedAnswer answer) throws Rejected {
    String text = open(bond, from, answer);
    Bytes expected = Bytes.of(selfTag(amk, answer.fields().com().toArray()));
    return new OwnAnswer(text, expected.equals(answer.fields().self()));
  }

  /// What stands in the key record's place at the first gate of a seal in two steps: 65 bytes that
  /// hold nothing, and that the relay cannot tell from a key record.
  public Bytes placeholder(Bond bond) {
    byte[] nothing = suite.random(KeyRecord.LENGTH - 1 - Integer.BYTES);
    Writer writer = new Writer().bytes(Suite.SU).u32(bond.currentEpoch());
    return Bytes.of(writer.bytes(nothing).toArray());
  }

  /// What both are bound to at the first gate of a seal in two steps: whose card and body it is,
  /// which revision, and for one's own whether oneself has written it.
  public Bound checkBound(Bond bond, Secret amk, From from, SealedAnswer answer) throws Rejected {
    Fields fields = answer.fields();
    byte[] headerHash = checkedHeader(bond, from, answer);
    byte[] com = commitment(headerHash, fields.kc().toArray(), answer.body().toArray());
    Rejected.unless(Bytes.of(com).equals(fields.com()));
    return new Bound(fields.rev(), Bytes.of(selfTag(amk, com)).equals(fields.self()));
  }

  /// Opens an answer of two steps: what the first gate has bound, with the key record that was
  /// released at the second.
  public String openReleased(Bond bond, From from, SealedAnswer bound, Bytes key) throws Rejected {
    return open(bond, from, new SealedAnswer(bound.fields(), bound.body(), key));
  }

  /// An answer that is bound and cannot be read yet.
  ///
  /// @param mine that the reader, if it is the author, has written it
  public record Bound(long rev, boolean mine) {}

  /// The same key record, sealed anew under the bond's last epoch: what an older bond key opens no
  /// more. For one's own answers; kc, body and com stay as they are.
  public Bytes rewrap(Bond bond, From from, SealedAnswer answer) throws Rejected {
    open(bond, from, answer);
    byte[] headerHash = header(bond, from, answer.fields().rev()).hash(suite);
    KeyRecord record = new KeyRecord(suite, headerHash, answer.fields().kc().toArray());
    return record.seal(bond, record.open(bond, answer.key()));
  }

  /// com = H(lab("com") || Hh || kc || H(body)).
  byte[] commitment(byte[] headerHash, byte[] kc, byte[] body) {
    return Suite.hash(suite.lab("com"), headerHash, kc, Suite.hash(body));
  }

  /// self = HMAC(AMK, lab("self") || com): only the author can make or check it.
  byte[] selfTag(Secret amk, byte[] com) {
    byte[] message = new Writer().bytes(suite.lab("self")).bytes(com).toArray();
    return Suite.hmac(amk.toArray(), message);
  }

  Header header(Bond bond, From from, long rev) {
    Card card = from.card();
    return new Header(
        bond.id(),
        card.exchange(),
        bond.authorId(from.seat(), suite),
        card.ring(),
        rev,
        card.prompt().hash());
  }

  private byte[] checkedHeader(Bond bond, From from, SealedAnswer answer) throws Rejected {
    Fields fields = answer.fields();
    Rejected.unless(Padding.BODY_SIZES.contains(answer.body().length()));
    Rejected.unless(isWellFormed(fields) && isAbout(from.card(), fields));
    return header(bond, from, fields.rev()).hash(suite);
  }

  private static boolean isWellFormed(Fields fields) {
    return fields.rev() >= 1
        && fields.rev() <= Writer.MOST_U32
        && fields.kc().length() == Bytes.KEY
        && fields.com().length() == Bytes.KEY
        && fields.self().length() == Bytes.KEY;
  }

  private static boolean isAbout(Card card, Fields fields) {
    return fields.ring() == card.ring()
        && fields.exchange().equals(card.exchange())
        && fields.promptHash().equals(card.prompt().hash());
  }
}
