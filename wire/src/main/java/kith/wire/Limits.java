package kith.wire;

/// Every bound of the wire and the relay, with its reason. Sizes in bytes unless said otherwise.
public final class Limits {
  /// An event box is small (header and events); words go into the body.
  public static final int EVENT_BYTES = SizeClass.FOUR_KIB.bytes();

  /// A key record: version, epoch and one sealed 32-byte key.
  public static final int KEY_BYTES = 65;

  /// Offer, accept and confirm: the largest (accept) is about 2.7 kB; a little air for later.
  public static final int INVITATION_BOX_BYTES = 8192;

  /// A request body: the largest honest one (4 + 64 KiB as base64url) is about 93 kB.
  public static final int REQUEST_BYTES = 256 * 1024;

  /// Gates that one entry may close: one act ends a handful of open cards at most.
  public static final int CLOSES_PER_ENTRY = 8;

  /// Entries of one page of a read: small enough to answer quickly.
  public static final int PAGE_ENTRIES = 64;

  /// Bytes of boxes of one page; a page stops at the entry that passes it.
  public static final int PAGE_BYTES = 1024 * 1024;

  /// Entries per day and seat: far beyond what two people do, short of filling a disk.
  public static final int ENTRIES_PER_DAY = 500;

  /// Deposits that a seat may hold in one bond at a time: cards open at once, with much air.
  public static final int LIVE_DEPOSITS = 64;

  /// Deposits and changes per day and seat: bounds the rows that one seat can make.
  public static final int DEPOSIT_CHANGES_PER_DAY = 500;

  /// Invitations of one bond that have not yet ended: one is used, a few may be lost on the way.
  public static final int INVITATIONS_PER_BOND = 8;

  /// Days that an invitation may stay open: it is meant to be taken up soon.
  public static final int INVITATION_DAYS = 31;

  /// Further days for which an accepted invitation keeps its boxes: either person may come back
  /// late, and a bond that one of them believes in must not end for the other.
  public static final int MEETING_DAYS = 31;

  /// Days that a relay remembers an expired invitation, without boxes, to say "expired".
  public static final int INVITATION_MEMORY_DAYS = 31;

  /// Days that a deposit may wait: longer than any card lives, so that nothing waits for ever.
  public static final int DEPOSIT_DAYS = 400;

  /// Bonds made per hour over the whole relay: one a second; more is somebody filling the disk.
  public static final int BONDS_PER_HOUR = 3600;

  /// Bonds that one live stream may follow: more than anyone keeps.
  public static final int BONDS_PER_STREAM = 64;

  /// Live streams of one seat: one for each device and a few not yet noticed as gone.
  public static final int STREAMS_PER_SEAT = 8;

  /// Live streams of the whole relay: about 1 GiB at the 24 KiB that one may take.
  public static final int STREAMS_PER_RELAY = 40_000;

  /// Revisions of a deposit: what a JavaScript number holds exactly.
  public static final long LARGEST_NUMBER = (1L << 53) - 1;

  /// A small box: tombstones, ends and reserved entries have this size and no other.
  public static final int SMALL_BYTES = SizeClass.ONE_KIB.bytes();

  /// Entries per day and seat that no quota and no full disk stops: resting, stepping back.
  public static final int RESERVED_PER_DAY = 8;

  /// Days ahead that an end or a withdrawal may be put off: "later" is two to six weeks.
  public static final int LATER_DAYS = 60;

  /// Key records replaced by one request: what fits into a request with much air.
  public static final int KEYS_PER_REQUEST = 256;

  /// Key records that a seat may replace in a day: a whole long story, once or twice.
  public static final int KEY_CHANGES_PER_DAY = 20_000;

  /// Vote gates of an upload: eight topics, opening love, resuming, mended, and one to spare.
  public static final int VOTE_GATES = 12;

  /// Tick epochs that an upload covers: who stays away for so long says nothing any more.
  public static final int VOTE_EPOCHS = 3;

  /// Uploads of one seat that count for one epoch; the last is never a yes, so that taking back is
  /// always possible.
  public static final int VOTE_COUNTERS = 16;

  /// A tag: the length of a hash.
  public static final int TAG_BYTES = 32;

  /// The box that shows a yes: a small event.
  public static final int VOTE_BOX_BYTES = SizeClass.ONE_KIB.bytes();

  /// An Ed25519 public key (RFC 8032).
  public static final int ED25519_BYTES = 32;

  /// A sealed root key is 1168 bytes; a little air for later.
  public static final int ENVELOPE_BYTES = 4096;

  /// Salt of unlock words.
  public static final int SALT_BYTES = 16;

  /// Unlockers of one vault: each device and passkey of one person, and some not yet noticed as
  /// lost.
  public static final int UNLOCKERS_PER_VAULT = 32;

  /// Records of one vault, those erased included.
  public static final int RECORDS_PER_VAULT = 8192;

  /// Bytes of all records of one vault: years of private notes.
  public static final long VAULT_BYTES = 32L * 1024 * 1024;

  /// Records written per day and vault: far beyond what several devices do.
  public static final int RECORD_CHANGES_PER_DAY = 5_000;

  /// Vaults made per hour over the whole relay: as for bonds.
  public static final int VAULTS_PER_HOUR = 3600;

  /// Days that an unlocked session lasts: a week away asks for unlocking again.
  public static final int SESSION_DAYS = 7;

  /// Days for which a device that once unlocked is remembered as known, and so never held up.
  public static final int KNOWN_DAYS = 400;

  /// Sessions remembered of one vault; beyond that the oldest is forgotten.
  public static final int SESSIONS_PER_VAULT = 64;

  /// Minutes for which a challenge can be answered: time to find the sheet of paper.
  public static final int CHALLENGE_MINUTES = 10;

  /// Wrong words per vault and day before strangers wait for tomorrow; known devices never do.
  public static final int WRONG_WORDS_PER_DAY = 20;

  /// Devices of one vault that want to be woken.
  public static final int PUSHES_PER_VAULT = 16;

  /// Hours of a day at which one device may be woken: morning, noon, evening, and one more.
  public static final int PUSH_HOURS = 4;

  /// Characters of a push address: those in use have about 200 to 500.
  public static final int PUSH_ADDRESS = 1024;

  private Limits() {}
}
