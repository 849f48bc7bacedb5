package kith.relay.log.sql;

import kith.wire.BondId;
import kith.wire.Id;
import kith.wire.InvitationId;
import kith.wire.VaultId;

/// What a write belongs to: nothing else is touched by it. Writes of one home take their turns in
/// the order in which they came.
public sealed interface Home {
  /// The random id; what spreads homes over writers.
  Id id();

  /// A bond.
  record OfBond(BondId bond) implements Home {
    @Override
    public Id id() {
      return bond.id();
    }
  }

  /// An invitation, and the bond that it leads to.
  record OfInvitation(InvitationId invitation) implements Home {
    @Override
    public Id id() {
      return invitation.id();
    }
  }

  /// A vault.
  record OfVault(VaultId vault) implements Home {
    @Override
    public Id id() {
      return vault.id();
    }
  }

  /// The few rows of the relay itself: its clock and what it keeps by name.
  record OfRelay() implements Home {
    @Override
    public Id id() {
      return new Id(0, 0);
    }
  }
}
