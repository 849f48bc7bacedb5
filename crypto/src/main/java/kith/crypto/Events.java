package kith.crypto;

/// Seals and opens event boxes: of ordinary entries, and of deposits at a gate.
public final class Events {

  /// Suite byte and epoch stand before what is sealed.
  private static final int OVERHEAD = 1 + Integer.BYTES + Suite.AE_BYTES;

  /// The most UTF-8 bytes of text that an event box holds.
  public static final int MOST_TEXT_BYTES = Padding.mostText(OVERHEAD, Padding.EVENT_SIZES);

  private final Suite suite;

  public Events() {
    this(Suite.KITH1);
  }

  /// With random bytes of the suite's own source.
  public Events(Suite suite) {
    this.suite = suite;
  }

  /// Where an ordinary entry stands: its handle on the relay, and who wrote it.
  public record Place(Bytes handle, Seat seat) {}

  /// Where a deposit stands.
  public record GatePlace(Gate gate, Seat seat) {}

  /// Seals the text of an ordinary entry: exactly 1024 or 4096 bytes.
  public Bytes seal(Bond bond, Place place, String text) {
    try {
      return sealBox(binding(bond, place, bond.currentEpoch()), text);
    } catch (Rejected impossible) {
      throw new IllegalStateException("a bond has its current epoch", impossible);
    }
  }

  /// Opens the event box of an ordinary entry.
  public String open(Bond bond, Place place, Bytes box) throws Rejected {
    long epoch = new Reader(box.toArray()).expect(Suite.SU).u32();
    return openBox(binding(bond, place, epoch), box);
  }

  /// The gate's id on the relay: it tells the relay nothing about exchange or step.
  public Bytes gateHandle(Bond bond, Gate gate) throws Rejected {
    byte[] context =
        new Writer()
            .bytes(bond.id().toArray())
            .bytes(gate.exchange().toArray())
            .u8(gate.step())
            .toArray();
    byte[] key = bond.key(gate.epoch()).toArray();
    return Bytes.of(suite.derive(key, "gate/handle", context, Bytes.ID));
  }

  /// Seals the event box of a deposit: exactly 1024 or 4096 bytes. Refused for an unknown epoch.
  public Bytes sealAtGate(Bond bond, GatePlace place, String text) throws Rejected {
    return sealBox(binding(bond, place), text);
  }

  /// Opens the event box of one side of an opening.
  public String openAtGate(Bond bond, GatePlace place, Bytes box) throws Rejected {
    return openBox(binding(bond, place), box);
  }

  private Bytes sealBox(Binding binding, String text) {
    byte[] padded = Padding.pad(text, OVERHEAD, Padding.EVENT_SIZES);
    byte[] sealed = suite.seal(binding.key.toArray(), binding.aad.toArray(), padded);
    return Bytes.of(new Writer().bytes(Suite.SU).u32(binding.epoch).bytes(sealed).toArray());
  }

  private static String openBox(Binding binding, Bytes box) throws Rejected {
    Rejected.unless(Padding.EVENT_SIZES.contains(box.length()));
    byte[] start = new Writer().bytes(Suite.SU).u32(binding.epoch).toArray();
    byte[] sealed = new Reader(box.toArray()).expect(start).rest();
    return Padding.unpad(Suite.open(binding.key.toArray(), binding.aad.toArray(), sealed));
  }

  private Binding binding(Bond bond, Place place, long epoch) throws Rejected {
    byte[] key = suite.derive(bond.key(epoch), "bond/entry", bond.context(epoch));
    byte[] aad =
        suite
            .record("entry")
            .bytes(bond.id().toArray())
            .bytes(place.handle().id("a handle"))
            .u8(place.seat().number())
            .u32(epoch)
            .toArray();
    return new Binding(epoch, Secret.of(key), Bytes.of(aad));
  }

  private Binding binding(Bond bond, GatePlace place) throws Rejected {
    Gate gate = place.gate();
    byte[] handle = gateHandle(bond, gate).toArray();
    byte[] where = new Writer().bytes(bond.id().toArray()).bytes(handle).toArray();
    byte[] context = new Writer().bytes(where).u32(gate.epoch()).toArray();
    byte[] key = suite.derive(bond.key(gate.epoch()), "gate", context);
    byte[] aad =
        suite
            .record("gate")
            .bytes(where)
            .u8(place.seat().number())
            .u32(gate.epoch())
            .u8(gate.step())
            .toArray();
    return new Binding(gate.epoch(), Secret.of(key), Bytes.of(aad));
  }

  /// What a box is sealed under and bound to.
  private record Binding(long epoch, Secret key, Bytes aad) {}
}
