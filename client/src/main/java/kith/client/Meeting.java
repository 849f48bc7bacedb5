package kith.client;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.core.json.Json;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Handshake;
import kith.crypto.Identity;
import kith.crypto.Invitation;
import kith.crypto.Link;
import kith.crypto.Rejected;
import kith.crypto.Secret;
import kith.crypto.Statement;
import kith.crypto.Transcript;

/// How two people come to share a bond: offer, accept, confirm.
final class Meeting {

  /// A link lives for seven days: long enough to be read in peace, short enough to be forgotten.
  private static final long LINK_DAYS = 7;

  private final Surroundings world;
  private final Relay relay;
  private final Identity me;
  private final Handshake handshake;

  Meeting(Surroundings world, Relay relay, Identity me) {
    this.world = world;
    this.relay = relay;
    this.me = me;
    this.handshake = new Handshake(world.suite());
  }

  /// An invitation as its reader sees it before saying yes; nothing is kept until then.
  ///
  /// @param before what they were called in a bond that has ended, if these are their keys
  record Found(String name, Optional<String> before, Secret secret, Invitation.Offer offer) {}

  private Kept newRecord(Bytes bond, int seat, String name) {
    Bytes start = Transcript.start(bond).head();
    return Kept.NOTHING
        .with("v", 1)
        .with("bond", bond)
        .with("seat", seat)
        .with("capability", world.suite().newSecret())
        .with("mark", world.suite().newSecret())
        .with("myName", name)
        .with("head", 0)
        .with("heads", List.of(new Json.Text(Base64Url.format(start.toArray()))))
        .with("renewal", Renewing.started(me.statement().generation()));
  }

  /// Makes a bond and an invitation to it, and puts both on the relay.
  Kept start(String name) throws Unreachable, Problem {
    Bytes bond = world.suite().newId();
    Secret secret = world.suite().newSecret();
    long expires = relay.day() + LINK_DAYS;
    Invitation invitation =
        handshake.makeOffer(me, secret, new Invitation.Terms(bond, expires, name));
    Kept kept =
        Kept.NOTHING
            .with("secret", secret)
            .with("bond", bond)
            .with("nonce", invitation.nonce())
            .with("offer", invitation.offer());
    Kept stage = Kept.NOTHING.with("name", "inviting").with("invitation", kept);
    Kept record =
        newRecord(bond, 0, name).with("invitationId", handshake.id(secret)).with("stage", stage);
    relay.createBond(record);
    relay.offer(record, invitation.offer(), expires);
    return record;
  }

  /// Reads the invitation behind a link; a look changes nothing.
  Found lookAt(String link, Map<String, Kept> known) throws Unreachable, Problem, Refused {
    int hash = link.indexOf('#');
    if (!(Link.parse(hash < 0 ? "" : link.substring(hash))
        instanceof Link.Invited(Secret secret))) {
      throw new Refused("link-broken");
    }
    String id = Base64Url.format(handshake.id(secret).toArray());
    for (Kept record : known.values()) {
      if (record.text("invitationId").equals(id)) {
        throw new Refused(record.number("seat") == 0 ? "link-own" : "joined-already");
      }
    }
    Kept boxes = invitation(id);
    if (boxes.has("accept")) {
      throw new Refused("link-used");
    }
    return found(secret, boxes, known.values());
  }

  private Found found(Secret secret, Kept boxes, Collection<Kept> known)
      throws Unreachable, Problem, Refused {
    try {
      Invitation.Offer offer = handshake.openOffer(secret, boxes.bytes("offer"));
      if (offer.expires() < relay.day()) {
        throw new Refused("link-expired");
      }
      return new Found(offer.name(), endedWith(offer.inviter(), known), secret, offer);
    } catch (Rejected changed) {
      throw new Refused("link-broken");
    }
  }

  private static Optional<String> endedWith(Statement inviter, Collection<Kept> known) {
    for (Kept record : known) {
      if (record.has("endedOn") && record.has("theirStatement")) {
        Statement theirs = Boxes.pinned(record.text("theirStatement"));
        if (theirs.account().equals(inviter.account())) {
          return record.textIf("theirName");
        }
      }
    }
    return Optional.empty();
  }

  private Kept invitation(String id) throws Unreachable, Problem, Refused {
    try {
      return relay.invitationOf(id);
    } catch (Problem no) {
      String trouble = no.name();
      if (trouble.startsWith("invitation-")) {
        throw new Refused(trouble.replace("invitation-", "link-"));
      }
      throw no;
    }
  }

  /// Says yes to an invitation, on this device; [#meet] carries it to the relay.
  Kept join(Found found, String name) throws Refused {
    try {
      Invitation.Joining joining = handshake.makeAccept(me, found.secret(), found.offer(), name);
      Kept stage =
          Kept.NOTHING
              .with("name", "joining")
              .with("secret", found.secret())
              .with("joining", kept(joining))
              .with("sent", new Json.Truth(false));
      return newRecord(joining.bond(), 1, name)
          .with("keys", keys(joining.bondKey()))
          .with("theirName", found.name())
          .with("theirStatement", found.offer().inviter().signed())
          .with("invitationId", handshake.id(found.secret()))
          .with("stage", stage);
    } catch (Rejected own) {
      throw new Refused("link-own");
    }
  }

  private static Kept kept(Invitation.Joining joining) {
    return Kept.NOTHING
        .with("bond", joining.bond())
        .with("bondKey", joining.bondKey())
        .with("joinerNonce", joining.joinerNonce())
        .with("commitment", joining.commitment())
        .with("inviterFingerprint", joining.inviterFingerprint())
        .with("joinerFingerprint", joining.joinerFingerprint())
        .with("transcript", joining.transcript())
        .with("accept", joining.accept());
  }

  private static List<Json> keys(Secret key) {
    return List.of(new Json.Text(Base64Url.format(key.toArray())));
  }

  /// The inviter says that it is them.
  Kept confirm(Kept record) throws Refused {
    Kept stage = record.inner("stage");
    if (!stage.text("name").equals("asked")) {
      throw new Refused("no-bond-yet");
    }
    try {
      Invitation invitation = invitation(stage);
      Invitation.Accepted accepted = handshake.openAccept(me, invitation, stage.bytes("accept"));
      Bytes confirm = handshake.makeConfirm(invitation, accepted);
      Kept confirming = Kept.NOTHING.with("name", "confirming").with("secret", invitation.secret());
      return record.with("stage", confirming.with("confirm", confirm));
    } catch (Rejected changed) {
      throw new Refused("stopped");
    }
  }

  /// The inviter says that it is not them, or takes the invitation back: nothing was shared. The
  /// same record once somebody was confirmed.
  Kept refuse(Kept record) throws Unreachable, Problem {
    return isOpen(record) ? withdrawn(record) : record;
  }

  private static Invitation invitation(Kept stage) {
    Kept kept = stage.inner("invitation");
    return new Invitation(
        kept.secret("secret"), kept.bytes("bond"), kept.secret("nonce"), kept.bytes("offer"));
  }

  /// The next step of the handshake, if the relay has something for it; the same record if not.
  Kept meet(Kept record) throws Unreachable, Problem {
    Kept stage = record.inner("stage");
    if (isStale(record)) {
      return withdrawn(record);
    }
    try {
      return switch (stage.text("name")) {
        case "inviting" -> answered(record, stage);
        case "confirming" -> confirmed(record, stage);
        case "joining" -> joined(record, stage);
        case "joined" -> forgotten(record, stage);
        default -> record;
      };
    } catch (Rejected changed) {
      return closed(record, "wrong-answer");
    } catch (Problem no) {
      return ended(record, stage, no);
    }
  }

  /// What was offered under keys that were left behind must not be answered any more.
  private boolean isStale(Kept record) {
    return isOpen(record) && Renewing.renewal(record).number("told") < me.statement().generation();
  }

  private static boolean isOpen(Kept record) {
    return List.of("inviting", "asked").contains(record.inner("stage").text("name"));
  }

  private Kept withdrawn(Kept record) throws Unreachable, Problem {
    try {
      relay.forget(record);
    } catch (Problem no) {
      if (!no.name().startsWith("invitation-")) {
        throw no;
      }
    }
    return closed(record, "stopped");
  }

  private static Kept ended(Kept record, Kept stage, Problem no) throws Problem {
    boolean gone = no.name().equals("invitation-expired") || no.name().equals("invitation-unknown");
    boolean used = no.name().equals("invitation-used");
    return switch (stage.text("name")) {
      case "confirming" -> {
        if (!used) {
          throw no;
        }
        yield joined(record);
      }
      case "joined" -> joined(record);
      default -> {
        if (!gone && !used) {
          throw no;
        }
        yield closed(record, used ? "used" : "expired");
      }
    };
  }

  private static Kept closed(Kept record, String why) {
    return record.with("stage", Kept.NOTHING.with("name", "closed").with("why", why));
  }

  private static Kept joined(Kept record) {
    return record.with("stage", Kept.NOTHING.with("name", "joined").with("tidy", new Json.Null()));
  }

  private Kept answered(Kept record, Kept stage) throws Unreachable, Problem, Rejected {
    Kept boxes = relay.invitationOf(record.text("invitationId"));
    if (!boxes.has("accept")) {
      return record;
    }
    Bytes accept = boxes.bytes("accept");
    Invitation.Accepted accepted = handshake.openAccept(me, invitation(stage), accept);
    return record
        .with("keys", keys(accepted.bondKey()))
        .with("theirName", accepted.name())
        .with("theirStatement", accepted.joiner().signed())
        .with("spokenCheck", accepted.spokenCheck())
        .with("stage", stage.with("name", "asked").with("accept", accept));
  }

  private Kept confirmed(Kept record, Kept stage) throws Unreachable, Problem {
    relay.confirm(record, stage.text("confirm"));
    return joined(record);
  }

  private Kept joined(Kept record, Kept stage) throws Unreachable, Problem, Rejected {
    if (!stage.isTrue("sent")) {
      relay.accept(record, stage.inner("joining").text("accept"));
      return record.with("stage", stage.with("sent", new Json.Truth(true)));
    }
    Kept boxes = relay.invitationOf(record.text("invitationId"));
    if (!boxes.has("confirm")) {
      return record;
    }
    String check = handshake.openConfirm(joining(stage), boxes.bytes("confirm"));
    Kept stays = Kept.NOTHING.with("name", "joined").with("tidy", stage.text("secret"));
    return record.with("spokenCheck", check).with("stage", stays);
  }

  /// The boxes go only once this device has kept that they were read: without them and without
  /// that it could never join.
  private Kept forgotten(Kept record, Kept stage) throws Unreachable, Problem {
    if (!stage.has("tidy")) {
      return record;
    }
    relay.forget(record);
    return joined(record);
  }

  private static Invitation.Joining joining(Kept stage) {
    Kept kept = stage.inner("joining");
    return new Invitation.Joining(
        kept.bytes("bond"),
        kept.secret("bondKey"),
        kept.bytes("joinerNonce"),
        kept.bytes("commitment"),
        kept.bytes("inviterFingerprint"),
        kept.bytes("joinerFingerprint"),
        kept.bytes("transcript"),
        kept.bytes("accept"));
  }
}
