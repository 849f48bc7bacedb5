package kith.crypto;

/// One's own mark on what one writes: a tag that only this person can make or check, so that not
/// even the partner and the relay together can write under one's name unseen.
///
/// It is the last field of the entry's JSON text, `,"mark":"<43 characters>"}`, and covers all
/// before it. It proves nothing to anybody else.
public final class Marks {

  private static final String BEFORE = ",\"mark\":\"";

  private static final String AFTER = "\"}";

  /// Of 32 bytes in base64url.
  private static final int TAG_CHARACTERS = 43;

  private static final int LENGTH = BEFORE.length() + TAG_CHARACTERS + AFTER.length();

  private final Bond bond;
  private final Secret amk;

  /// `amk` is the author's own secret of this bond.
  public Marks(Bond bond, Secret amk) {
    this.bond = bond;
    this.amk = amk;
  }

  /// A JSON object's text with the mark as its last field.
  public String sign(Events.Place place, String object) {
    if (!object.endsWith("}") || object.length() < 3) {
      throw new IllegalArgumentException("an object that is not empty is needed");
    }
    String marked = object.substring(0, object.length() - 1);
    return marked + BEFORE + Base64Url.format(tag(place, marked)) + AFTER;
  }

  /// Whether oneself has written this text at this place.
  public boolean verifies(Events.Place place, String text) {
    int at = text.length() - LENGTH;
    if (at < 1 || !text.startsWith(BEFORE, at) || !text.endsWith(AFTER)) {
      return false;
    }
    String marked = text.substring(0, at);
    String tag = text.substring(at + BEFORE.length(), text.length() - AFTER.length());
    return Bytes.of(Utf8.of(tag)).equals(Bytes.of(Utf8.of(Base64Url.format(tag(place, marked)))));
  }

  /// HMAC(AMK, lab("mark") || SU || bond || handle || u8 seat || H(text before the mark)).
  private byte[] tag(Events.Place place, String marked) {
    byte[] message =
        Suite.KITH1
            .record("mark")
            .bytes(bond.id().toArray())
            .bytes(place.handle().id("a handle"))
            .u8(place.seat().number())
            .bytes(Suite.hash(Utf8.of(marked)))
            .toArray();
    return Suite.hmac(amk.toArray(), message);
  }
}
