package kith.relay.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kith.relay.log.Requests.Accept;
import kith.relay.log.Requests.Append;
import kith.relay.log.Requests.Confirm;
import kith.relay.log.Requests.CreateBond;
import kith.relay.log.Requests.Deposit;
import kith.relay.log.Requests.Offer;
import kith.relay.log.Seat;
import kith.wire.BondId;
import kith.wire.Box;
import kith.wire.Capability;
import kith.wire.Checked;
import kith.wire.GateId;
import kith.wire.Handle;
import kith.wire.InvitationId;
import kith.wire.Limits;
import kith.wire.Parts;
import kith.wire.SeatHash;

/// Requests out of the bodies of HTTP requests. Each gives the request, or which field is wrong.
public final class Bodies {
  static final String SIXTEEN = "must be base64url of 16 bytes";
  static final String THIRTY_TWO = "must be base64url of 32 bytes";

  private Bodies() {}

  @FunctionalInterface
  interface Shape<T> {
    T from(Reading body) throws Malformed;
  }

  static <T> Checked<T> read(byte[] body, Shape<T> shape) {
    try {
      return new Checked.Good<>(shape.from(Reading.of(body)));
    } catch (Malformed malformed) {
      return malformed.asChecked();
    }
  }

  /// `{"seat": hash}`
  public static Checked<CreateBond> createBond(BondId bond, int offset, byte[] body) {
    return read(
        body, from -> new CreateBond(bond, from.text("seat", SeatHash::read, THIRTY_TWO), offset));
  }

  /// `{"handle", "parts", "closes", "reserved"}`
  public static Checked<Append> append(Seat seat, byte[] body) {
    return read(
        body,
        from -> {
          Handle handle = from.text("handle", Handle::read, SIXTEEN);
          List<GateId> closes = from.texts("closes", Limits.CLOSES_PER_ENTRY, GateId::read);
          Parts parts = from.parts("parts");
          boolean reserved = from.yes("reserved");
          if (reserved && !parts.small()) {
            throw new Malformed("reserved", "needs an event of 1024 bytes and nothing else");
          }
          return new Append(seat, handle, parts, closes, reserved);
        });
  }

  /// `{"revision", "expires", "parts" or null}`. What is over counts as over since yesterday,
  /// so that its mark is kept as long as any other.
  public static Checked<Deposit> deposit(Seat seat, GateId gate, int today, byte[] body) {
    return read(
        body,
        from -> {
          long revision = from.whole("revision", 1, Limits.LARGEST_NUMBER);
          int expires = (int) from.whole("expires", 0, (long) today + Limits.DEPOSIT_DAYS);
          int over = Math.max(expires, today - 1);
          return new Deposit(seat, gate, revision, over, from.partsOrNull("parts"));
        });
  }

  /// `{"bond", "offer", "expires"}`, from the seat that this capability opens.
  public static Checked<Offer> offer(InvitationId id, SeatHash seat, int today, byte[] body) {
    return read(
        body,
        from -> {
          BondId bond = from.text("bond", BondId::read, SIXTEEN);
          Box offer = from.box("offer", Limits.INVITATION_BOX_BYTES);
          int expires = (int) from.whole("expires", today, (long) today + Limits.INVITATION_DAYS);
          return new Offer(new Seat(bond, seat), id, offer, expires);
        });
  }

  /// `{"accept", "seat": hash}`
  public static Checked<Accept> accept(InvitationId id, byte[] body) {
    return read(
        body,
        from -> {
          Box accept = from.box("accept", Limits.INVITATION_BOX_BYTES);
          return new Accept(id, accept, from.text("seat", SeatHash::read, THIRTY_TWO));
        });
  }

  /// `{"confirm"}`
  public static Checked<Confirm> confirm(InvitationId id, SeatHash seat, byte[] body) {
    return read(
        body, from -> new Confirm(id, seat, from.box("confirm", Limits.INVITATION_BOX_BYTES)));
  }

  /// `{"bonds": [{"bond", "capability"}, ...]}`
  public static Checked<List<Seat>> live(byte[] body) {
    return read(
        body,
        from -> {
          Set<Seat> seats = new LinkedHashSet<>();
          for (Reading bond : from.objects("bonds", 1, Limits.BONDS_PER_STREAM)) {
            BondId id = bond.text("bond", BondId::read, SIXTEEN);
            Capability capability = bond.text("capability", Capability::read, THIRTY_TWO);
            seats.add(new Seat(id, capability.seatHash()));
          }
          return List.copyOf(seats);
        });
  }
}
