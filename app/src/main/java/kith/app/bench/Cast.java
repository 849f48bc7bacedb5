package kith.app.bench;

import java.nio.ByteBuffer;
import kith.relay.log.sql.Made;
import kith.wire.BondId;
import kith.wire.Capability;
import kith.wire.Id;
import kith.wire.InvitationId;

/// The bonds of a run and who sits in them: the same number gives the same ids.
final class Cast {
  private static final long MARK = 0x6b69_7468_6265_6e63L;

  private Cast() {}

  /// Entries of each bond before the run, as [Made] has them.
  static final int ENTRIES = 1;

  /// Ids lie anywhere, as those that people's devices draw do.
  static BondId bond(int number) {
    return new BondId(new Id(mixed(MARK + number), mixed(~MARK - number)));
  }

  /// The finalizer of SplitMix64: as good as drawn, and the same each time.
  private static long mixed(long number) {
    long once = (number ^ (number >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    long twice = (once ^ (once >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return twice ^ (twice >>> 31);
  }

  /// So many bonds with both seats taken.
  static Made.Many all(int bonds, Progress progress) {
    return new Made.Many(bonds, Cast::made, done -> progress.at((double) done / bonds));
  }

  private static Made made(int number) {
    return new Made(
        bond(number), capability(number, 0).seatHash(), capability(number, 1).seatHash());
  }

  static InvitationId invitation(int number) {
    return new InvitationId(new Id(~MARK, number));
  }

  static Capability capability(int bond, int seat) {
    byte[] bytes = new byte[Capability.LENGTH];
    ByteBuffer.wrap(bytes).putLong(MARK).putInt(bond).putInt(seat);
    return Capability.of(bytes).orElseThrow();
  }
}
