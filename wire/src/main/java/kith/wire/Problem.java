package kith.wire;

/// Every problem that the relay reports, as RFC 9457 wants it: a stable name, a status, a title and
/// one plain sentence with cause and remedy. Never an id, never a secret.
public enum Problem {
  MALFORMED(400, "malformed", "Not understood", "The request is not well formed; correct it."),
  NOT_PERMITTED(
      401,
      "not-permitted",
      "Not permitted",
      "No seat opens with this; check the bond and the capability."),
  NOT_UNLOCKED(
      401, "not-unlocked", "Not unlocked", "No vault opens with this; check it, or unlock again."),
  ORIGIN_NOT_PERMITTED(
      403,
      "origin-not-permitted",
      "Origin not permitted",
      "This relay does not serve pages of that origin; open the app from the relay's own address."),
  NOT_FOUND(404, "not-found", "Not found", "There is nothing at this address; check the path."),
  INVITATION_UNKNOWN(
      404,
      "invitation-unknown",
      "Invitation unknown",
      "No such invitation is known here; ask for a new link."),
  ENTRY_UNKNOWN(
      404,
      "entry-unknown",
      "Entry unknown",
      "The bond has no entry of yours at that position; read it again."),
  RECORD_UNKNOWN(
      404, "record-unknown", "Record unknown", "The vault has no such record; read it again."),
  METHOD_NOT_ALLOWED(
      405,
      "method-not-allowed",
      "Method not allowed",
      "This address takes other methods; see the Allow header."),
  BOND_EXISTS(
      409,
      "bond-exists",
      "Bond exists",
      "A bond of this id was made with another capability; draw a new id."),
  SEAT_TAKEN(
      409,
      "seat-taken",
      "Seat taken",
      "Both seats of a bond need capabilities of their own; draw a new one."),
  VOTES_MOVED(
      409,
      "votes-moved",
      "Votes moved on",
      "The epoch or a counter has moved on; ask for them and seal again."),
  VAULT_EXISTS(
      409,
      "vault-exists",
      "Vault exists",
      "A vault of this id was made with another unlocker; draw a new id."),
  UNLOCKER_EXISTS(
      409,
      "unlocker-exists",
      "Unlocker exists",
      "The vault has another unlocker of this id or this kind; remove that one first."),
  LAST_UNLOCKER(
      409,
      "last-unlocker",
      "Last unlocker",
      "A vault without an unlocker could never be opened; add another first."),
  GENERATION_MOVED(
      409,
      "generation-moved",
      "Generation moved on",
      "Another device has renewed the vault; read its unlockers again."),
  RECORD_MOVED(
      409,
      "record-moved",
      "Record moved on",
      "Another device has written this record; read it and decide again."),
  INVITATION_EXISTS(
      409,
      "invitation-exists",
      "Invitation exists",
      "An invitation of this id has other content; draw a new id."),
  INVITATION_TAKEN(
      409,
      "invitation-used",
      "Invitation used",
      "This invitation has been used already; ask for a new link."),
  INVITATION_NOT_ACCEPTED(
      409,
      "invitation-not-accepted",
      "Invitation not accepted yet",
      "Nobody has accepted this invitation yet; confirm it after they have."),
  BOND_ENDED(410, "bond-ended", "Bond ended", "This bond has ended; it takes nothing more."),
  INVITATION_USED(
      410,
      "invitation-used",
      "Invitation used",
      "This invitation has been used already; ask for a new link."),
  INVITATION_EXPIRED(
      410,
      "invitation-expired",
      "Invitation expired",
      "This invitation has expired; ask for a new link."),
  TOO_LARGE(413, "too-large", "Too large", "The request is larger than 256 KiB; send less."),
  UNSUPPORTED_MEDIA(
      415,
      "unsupported-media",
      "Unsupported media type",
      "Only JSON is understood here; send Content-Type: application/json."),
  TOO_MANY(429, "too-many", "Too many", "A limit has been reached; try again later."),
  INTERNAL(
      500,
      "internal",
      "Something failed here",
      "The relay failed at this; try the same request again."),
  STORAGE_FULL(
      507,
      "storage-full",
      "The relay's disk is full",
      "Nothing was stored; try again when the operator has made room.");

  /// The start of every problem's `type`.
  public static final String TYPE_PREFIX = "urn:kith:problem:";

  private final int status;
  private final String wireName;
  private final String title;
  private final String detail;

  Problem(int status, String wireName, String title, String detail) {
    this.status = status;
    this.wireName = wireName;
    this.title = title;
    this.detail = detail;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// The stable name, as it stands after [#TYPE_PREFIX].
  public String wireName() {
    return wireName;
  }

  /// A few words that are the same for every occurrence.
  public String title() {
    return title;
  }

  /// One plain sentence: the cause and the remedy.
  public String detail() {
    return detail;
  }
}
