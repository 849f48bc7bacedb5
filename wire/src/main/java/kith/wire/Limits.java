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

  /// Live streams of the whole relay: what the memory of a small machine carries.
  public static final int STREAMS_PER_RELAY = 10_000;

  /// Revisions of a deposit: what a JavaScript number holds exactly.
  public static final long LARGEST_NUMBER = (1L << 53) - 1;

  private Limits() {}
}
