package kith.app.bench;

import java.nio.ByteBuffer;
import kith.wire.BondId;
import kith.wire.Capability;
import kith.wire.Id;
import kith.wire.InvitationId;

/// The bonds of a run and who sits in them: the same number gives the same ids.
final class Cast {
  private static final long MARK = 0x6b69_7468_6265_6e63L;

  private Cast() {}

  static BondId bond(int number) {
    return new BondId(new Id(MARK, number));
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
