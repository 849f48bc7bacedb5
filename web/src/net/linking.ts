import {
  fromBase64Url,
  linkBond,
  linkedDevice,
  linkId,
  linkTranscript,
  makeEnvelope,
  makeGrant,
  makeLinkAccept,
  makeLinkOffer,
  makeLinkReveal,
  newId,
  newSecret,
  openGrant,
  openLinkAccept,
  openLinkOffer,
  openLinkReveal,
  Rejected,
  seatHash,
  toBase64Url,
  type Account,
  type Bytes,
  type Identity,
  type LinkAccepted,
  type LinkJoining,
  type Unlocker,
} from '../crypto';
import type { Invitation, Seat } from '../wire/messages';
import { Unreachable } from '../wire/problems';
import type { Relay } from './relay';
import type { OpenWay } from './ways';

/** How long a code for another device counts: it lies beside this one. */
const LINK_DAYS = 1;

/** How often each side looks for the other's next box. */
const PAUSE_MS = 700;

/** A granted account is so long, whatever lies behind it in its box. */
const GRANT_BYTES = 1189;
const EVENT_BYTES = 4096;

/** What stands before the secret in the fragment of a link for one's other device. */
const MARK = '#d1.';

/** The link that another device opens. */
export function formatDeviceLink(origin: string, secret: Uint8Array): string {
  return `${origin}/${MARK}${toBase64Url(secret)}`;
}

/** The secret in such a link, or in its fragment; null when it is none. */
export function parseDeviceLink(link: string): Bytes | null {
  const at = link.indexOf(MARK);
  if (at < 0) return null;
  try {
    const secret = fromBase64Url(link.slice(at + MARK.length).trim());
    return secret.length === 32 ? secret : null;
  } catch {
    return null;
  }
}

/**
 * To the relay a device that joins looks like any invitation: four boxes in a place that is made for
 * it, under a seat that only the device which shows the code can write to.
 */
async function meetingPlace(secret: Bytes): Promise<{ id: string; bond: string }> {
  const id = toBase64Url(await linkId(secret));
  return { id, bond: toBase64Url(await linkBond(secret)) };
}

/** The device that is unlocked shows a code, and lets the other in when the digits are the same. */
export class LinkFromHere {
  readonly link: string;
  readonly #relay: Relay;
  readonly #me: Identity;
  readonly #offered: Awaited<ReturnType<typeof makeLinkOffer>>;
  readonly #place: { readonly id: string; readonly seat: Seat };
  #accepted: LinkAccepted | null = null;
  #way: OpenWay | null = null;

  private constructor(
    relay: Relay,
    me: Identity,
    offered: Awaited<ReturnType<typeof makeLinkOffer>>,
    place: { readonly id: string; readonly seat: Seat },
  ) {
    this.#relay = relay;
    this.#me = me;
    this.#offered = offered;
    this.#place = place;
    this.link = formatDeviceLink(relay.origin, offered.secret);
  }

  static async begin(relay: Relay, me: Identity): Promise<LinkFromHere> {
    const secret = newSecret();
    const { id, bond } = await meetingPlace(secret);
    const capability = newSecret();
    const seat = { bond, capability: toBase64Url(capability) };
    const expires = (await relay.about()).day + LINK_DAYS;
    const offered = await makeLinkOffer(me, secret, expires);
    await relay.createBond(bond, toBase64Url(await seatHash(capability)));
    await relay.offer(id, seat, toBase64Url(offered.offer), expires);
    return new LinkFromHere(relay, me, offered, { id, seat });
  }

  /** Waits for the other device; gives its name and the twelve digits that it shows as well. */
  async met(signal: AbortSignal): Promise<{ device: string; digits: string }> {
    const { id, seat } = this.#place;
    const accept = await until(signal, async () => (await this.#relay.invitation(id)).accept);
    this.#accepted = await openLinkAccept(this.#me, this.#offered, fromBase64Url(accept));
    const reveal = await makeLinkReveal(this.#offered, this.#accepted);
    await reaching(signal, () => this.#relay.confirm(id, seat, toBase64Url(reveal)));
    return this.#accepted;
  }

  /** The first way in of the other device, which the vault has to know before it is let in. */
  async firstWay(account: Account): Promise<OpenWay> {
    const accepted = this.#accepted;
    if (accepted === null) throw new Error('nobody is there yet');
    // The same each time: whoever tries again after a lost answer asks for nothing new.
    const made = await linkedDevice(account.id, this.#offered.secret, accepted);
    return (this.#way ??= await openWayOf(account, made));
  }

  /** Gives the account, after its owner has said that the digits are the same. */
  async letIn(account: Account): Promise<void> {
    if (this.#accepted === null) throw new Error('nobody is there yet');
    const grant = await makeGrant(account, this.#offered, this.#accepted);
    const event = crypto.getRandomValues(new Uint8Array(EVENT_BYTES));
    event.set(grant);
    const parts = { event: toBase64Url(event) };
    const handle = toBase64Url(newId());
    await this.#relay.send(this.#place.seat, { kind: 'append', handle, parts, closes: [] });
  }

  /** The code no longer counts. */
  async stop(): Promise<void> {
    await this.#relay.forgetInvitation(this.#place.id, this.#place.seat);
  }
}

/** The new device, which has opened the link. */
export class LinkToHere {
  readonly #relay: Relay;
  readonly #secret: Bytes;
  readonly #joining: LinkJoining;
  readonly #seat: Seat;

  private constructor(relay: Relay, secret: Bytes, joining: LinkJoining, seat: Seat) {
    this.#relay = relay;
    this.#secret = secret;
    this.#joining = joining;
    this.#seat = seat;
  }

  /** `device`: what this device calls itself. `Rejected` when the code does not count any more. */
  static async begin(relay: Relay, secret: Bytes, device: string): Promise<LinkToHere> {
    const { id, bond } = await meetingPlace(secret);
    const found: Invitation = await relay.invitation(id);
    const offer = await openLinkOffer(secret, fromBase64Url(found.offer));
    if (found.accept !== null || offer.expires < found.day) throw new Rejected();
    const joining = await makeLinkAccept(secret, offer, device);
    const capability = newSecret();
    const hash = toBase64Url(await seatHash(capability));
    await relay.accept(id, toBase64Url(joining.accept), hash);
    const seat = { bond, capability: toBase64Url(capability) };
    return new LinkToHere(relay, secret, joining, seat);
  }

  /** The twelve digits that the other device shows as well. */
  async digits(signal: AbortSignal): Promise<string> {
    const { id } = await meetingPlace(this.#secret);
    const confirm = await until(signal, async () => (await this.#relay.invitation(id)).confirm);
    return openLinkReveal(this.#secret, this.#joining, fromBase64Url(confirm));
  }

  /** Waits to be let in; gives the account and the way by which its vault lets this device in. */
  async letIn(signal: AbortSignal): Promise<{ account: Account; unlocker: Unlocker }> {
    const { id } = await meetingPlace(this.#secret);
    const event = await until(signal, async () => {
      const { entries } = await this.#relay.read(this.#seat, 0);
      const [first] = entries;
      if (first !== undefined && 'by' in first && first.by === 0) return first.parts.event;
      // The other device may have stopped; then the code is gone, and so is whoever waits by it.
      await this.#relay.invitation(id);
      return null;
    });
    const grant = fromBase64Url(event).slice(0, GRANT_BYTES);
    const account = await openGrant(this.#secret, this.#joining, grant);
    const { key } = this.#joining;
    const transcript = await linkTranscript(this.#joining);
    const unlocker = await linkedDevice(account.id, this.#secret, { key, transcript });
    return { account, unlocker };
  }
}

async function openWayOf(account: Account, unlocker: Unlocker): Promise<OpenWay> {
  const envelope = toBase64Url(await makeEnvelope(unlocker, account));
  return { way: { kind: 'device', id: toBase64Url(unlocker.id), envelope }, unlocker };
}

/** Looks again and again until something is there, or nobody waits for it any more. */
async function until(signal: AbortSignal, look: () => Promise<string | null>): Promise<string> {
  for (;;) {
    const found = await reaching(signal, look);
    if (found !== null) return found;
    await pause();
  }
}

/** Does it again and again until the relay is in reach, or nobody waits for it any more. */
export async function reaching<T>(signal: AbortSignal, does: () => Promise<T>): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    try {
      return await does();
    } catch (cause) {
      if (!(cause instanceof Unreachable)) throw cause;
    }
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
