package kith.client;

import java.util.Arrays;
import java.util.List;
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
import kith.crypto.Unlocker;

/// The new device, which has been given the code that another shows.
public final class LinkToHere {

  /// A granted account is so long, whatever lies behind it in its box.
  private static final int GRANT_BYTES = 1189;

  private final Surroundings world;
  private final Store store;
  private final DeviceLinks links;
  private final Secret secret;
  private final DeviceLink.Joining joining;
  private final Kept place;
  private final String label;

  private LinkToHere(
      Surroundings world, Store store, Secret secret, DeviceLink.Joining joining, Named named) {
    this.world = world;
    this.store = store;
    this.links = new DeviceLinks(world.suite());
    this.secret = secret;
    this.joining = joining;
    this.place = named.place();
    this.label = named.label();
  }

  private record Named(Kept place, String label) {}

  /// Whether a text is a link for another device.
  public static boolean isLink(String text) {
    return text.contains(LinkFromHere.MARK);
  }

  /// Answers the device that shows the code.
  ///
  /// @param label what this device calls itself
  public static LinkToHere begin(Surroundings world, Store store, String link, String label)
      throws Unreachable, Problem, Refused {
    if (!Vault.isEmpty(store)) {
      throw new Refused("not-empty");
    }
    DeviceLinks links = new DeviceLinks(world.suite());
    Relay relay = new Relay(world.network());
    try {
      Secret secret = secret(link);
      Kept place = LinkFromHere.place(world.suite(), secret);
      Kept boxes = relay.invitationOf(place.text("invitationId"));
      DeviceLink.Offer offer = links.openOffer(secret, boxes.bytes("offer"));
      if (boxes.has("accept") || offer.expires() < relay.day()) {
        throw new Refused("link-used");
      }
      DeviceLink.Joining joining = links.makeAccept(secret, offer, label);
      Kept seated = place.with("capability", world.suite().newSecret());
      relay.accept(seated, Base64Url.format(joining.accept().toArray()));
      return new LinkToHere(world, store, secret, joining, new Named(seated, label));
    } catch (Rejected | MalformedText broken) {
      throw new Refused("link-broken");
    } catch (Problem no) {
      if (no.name().startsWith("invitation-")) {
        throw new Refused("link-used");
      }
      throw no;
    }
  }

  private static Secret secret(String link) throws Rejected {
    int at = link.indexOf(LinkFromHere.MARK);
    if (at < 0) {
      throw new MalformedText("no link for a device");
    }
    Bytes secret = Boxes.bytes(link.substring(at + LinkFromHere.MARK.length()).strip());
    if (secret.length() != Bytes.KEY) {
      throw new MalformedText("no link for a device");
    }
    return Secret.of(secret.toArray());
  }

  /// Looks for the twelve digits that the other device shows as well.
  public Optional<String> digits() throws Unreachable, Problem, Refused {
    Kept boxes = new Relay(world.network()).invitationOf(place.text("invitationId"));
    try {
      return boxes.has("confirm")
          ? Optional.of(links.openReveal(secret, joining, boxes.bytes("confirm")))
          : Optional.empty();
    } catch (Rejected | MalformedText changed) {
      throw new Refused("link-broken");
    }
  }

  /// Looks whether the other device has let this one in; then the person is here.
  public Optional<Kith> in() throws Unreachable, Problem, Refused {
    List<Json> entries = new Relay(world.network()).read(place, 0).items("entries");
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] event = Kept.of(entries.getFirst()).inner("parts").bytes("event").toArray();
      Bytes grant = Bytes.of(Arrays.copyOf(event, GRANT_BYTES));
      Account account = links.openGrant(secret, joining, grant);
      Unlocker first = links.firstWay(account.id(), secret, joining);
      return Optional.of(Arriving.byLink(world, store, new WaysIn.Opened(account, first), label));
    } catch (Rejected | MalformedText changed) {
      throw new Refused("link-broken");
    }
  }
}
