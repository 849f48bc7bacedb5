package kith.client;

import java.util.Optional;
import kith.core.json.Json;
import kith.core.json.MalformedText;
import kith.crypto.Account;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.DeviceLink;
import kith.crypto.DeviceLinks;
import kith.crypto.Rejected;
import kith.crypto.Secret;
import kith.crypto.Suite;
import kith.crypto.Unlocker;
import org.jspecify.annotations.Nullable;

/// The device that is unlocked shows a code, and lets the other in when both show the same twelve
/// digits. To the relay it looks like any invitation.
public final class LinkFromHere {

  /// How long a code for another device counts: it lies beside this one.
  private static final long LINK_DAYS = 1;

  /// What stands before the secret in the fragment of a link for one's other device.
  static final String MARK = "#d1.";

  /// The box in which the grant lies, at its beginning.
  private static final int EVENT_BYTES = 4096;

  private final Holding holding;
  private final Keeping keeping;
  private final Relay relay;
  private final DeviceLinks links;
  private final DeviceLink link;
  private final Kept place;
  private DeviceLink.@Nullable Accepted accepted;

  private LinkFromHere(Holding holding, Keeping keeping, DeviceLink link, Kept place) {
    this.holding = holding;
    this.keeping = keeping;
    this.relay = new Relay(holding.world().network());
    this.links = new DeviceLinks(holding.world().suite());
    this.link = link;
    this.place = place;
  }

  static LinkFromHere begin(Holding holding, Keeping keeping) throws Unreachable, Problem {
    Suite suite = holding.world().suite();
    Secret secret = suite.newSecret();
    Relay relay = new Relay(holding.world().network());
    long expires = relay.day() + LINK_DAYS;
    Kept place = place(suite, secret).with("capability", suite.newSecret());
    DeviceLink link = new DeviceLinks(suite).makeOffer(holding.vault().me(), secret, expires);
    relay.createBond(place);
    relay.offer(place, link.offer(), expires);
    return new LinkFromHere(holding, keeping, link, place);
  }

  /// Where on the relay the boxes of a link lie.
  static Kept place(Suite suite, Secret secret) {
    DeviceLinks links = new DeviceLinks(suite);
    return Kept.NOTHING.with("bond", links.bond(secret)).with("invitationId", links.id(secret));
  }

  /// What stands behind the server's address in the link that the other device opens.
  public String code() {
    return "/" + MARK + Base64Url.format(link.secret().toArray());
  }

  /// The other device as it showed itself, and twelve digits that it shows as well.
  public record Met(String device, String digits) {}

  /// Looks whether the other device is there. Refused when what is there does not open: then the
  /// code counts no more.
  public Optional<Met> met() throws Unreachable, Problem, Refused {
    try {
      Kept boxes = relay.invitationOf(place.text("invitationId"));
      if (!boxes.has("accept")) {
        return Optional.empty();
      }
      accepted = links.openAccept(holding.vault().me(), link, boxes.bytes("accept"));
      relay.confirm(place, text(links.makeReveal(link, accepted)));
      return Optional.of(new Met(accepted.device(), accepted.digits()));
    } catch (Rejected | MalformedText changed) {
      throw new Refused("link-broken");
    }
  }

  private static String text(Bytes box) {
    return Base64Url.format(box.toArray());
  }

  /// Gives the other device the account, after its owner has said that the digits are the same.
  public void letIn() throws Unreachable, Problem, Refused {
    DeviceLink.Accepted other = accepted;
    if (other == null) {
      throw new Refused("nobody-there");
    }
    Account account = holding.vault().account();
    Unlocker first = links.firstWay(account.id(), link.secret(), other);
    Locks.Label label = new Locks.Label(other.device(), holding.world().clock().millis());
    String id = text(first.id());
    keeping.add(id, Locks.listed(first, Kept.NOTHING, label));
    try {
      relay.append(place, grant(links.makeGrant(account, link, other)));
    } catch (Rejected odd) {
      throw new Refused("link-broken");
    }
  }

  private Json grant(Bytes grant) {
    byte[] event = new byte[EVENT_BYTES];
    for (int at = 0; at < event.length; at += Bytes.KEY) {
      byte[] random = holding.world().suite().newSecret().toArray();
      System.arraycopy(random, 0, event, at, random.length);
    }
    System.arraycopy(grant.toArray(), 0, event, 0, grant.length());
    return Kept.NOTHING
        .with("handle", holding.world().suite().newId())
        .with("parts", Kept.NOTHING.with("event", Base64Url.format(event)))
        .fields();
  }

  /// The code no longer counts.
  public void stop() throws Unreachable, Problem {
    relay.forget(place);
  }
}
