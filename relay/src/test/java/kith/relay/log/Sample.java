package kith.relay.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import kith.wire.BondId;
import kith.wire.Box;
import kith.wire.Capability;
import kith.wire.GateId;
import kith.wire.Handle;
import kith.wire.Id;
import kith.wire.InvitationId;
import kith.wire.Parts;
import kith.wire.SeatHash;
import kith.wire.Words;

/// Made-up values for tests: the same number gives the same value.
public final class Sample {
  private Sample() {}

  public static Id id(long number) {
    return new Id(0x5a5a_0000_0000_0000L, number);
  }

  public static BondId bond(long number) {
    return new BondId(id(number));
  }

  public static GateId gate(long number) {
    return new GateId(id(1_000_000 + number));
  }

  public static Handle handle(long number) {
    return new Handle(id(2_000_000 + number));
  }

  public static InvitationId invitation(long number) {
    return new InvitationId(id(3_000_000 + number));
  }

  public static Capability capability(long number) {
    byte[] bytes = new byte[Capability.LENGTH];
    ByteBuffer.wrap(bytes).putLong(0xc0ffee_c0ffeeL).putLong(number);
    return Capability.of(bytes).orElseThrow();
  }

  public static SeatHash hash(long number) {
    return capability(number).seatHash();
  }

  /// The seat of a bond whose capability has this number.
  public static Seat seat(long bond, long capability) {
    return new Seat(bond(bond), hash(capability));
  }

  public static Box box(int length, long number) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) number);
    ByteBuffer.wrap(bytes).putLong(number);
    return new Box(bytes);
  }

  /// An event alone.
  public static Parts event(long number) {
    return new Parts(box(1024, number), null);
  }

  /// An event with words.
  public static Parts words(long number) {
    Words words = new Words(box(4096, number), box(65, number));
    return new Parts(box(1024, number), words);
  }
}
