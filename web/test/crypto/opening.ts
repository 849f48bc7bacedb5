import {
  deriveAccount,
  gateHandle,
  makeStatement,
  openAccept,
  openAnswer,
  openConfirm,
  openEnvelope,
  openEvent,
  openGateEvent,
  openOffer,
  openOwnAnswer,
  openState,
  openStatement,
  parseLink,
  promptHash,
  Rejected,
  type Bond,
  type Gate,
  type Identity,
  type Invitation,
  type Joining,
  type Prompt,
  type Seat,
  type Unlocker,
} from '../../src/crypto';
import { sealKey } from '../../src/crypto/hpke';
import {
  bytes,
  fromHex,
  inner,
  number,
  text,
  toHex,
  type Fields,
  type VectorCase,
} from './vectors';

type Opened = Record<string, string>;
type Open = (file: VectorCase) => Promise<Opened>;

/** Opens the box of one vector file, and says what came out. */
export async function openCase(file: VectorCase): Promise<Opened> {
  const open = KINDS[file.kind];
  if (!open) throw new Error(`unknown kind ${file.kind}`);
  return open(file);
}

export function bond(given: Fields): Bond {
  const keys = (given['keys'] as string[]).map(fromHex);
  return { id: bytes(given, 'bond'), keys };
}

export function seat(given: Fields): Seat {
  return number(given, 'seat') as Seat;
}

export function gatePlace(given: Fields) {
  const step = number(given, 'step') as 1 | 2;
  const exchange = bytes(given, 'exchange');
  const gate: Gate = { exchange, step, epoch: number(given, 'epoch') };
  return { gate, seat: seat(given) };
}

export function from(given: Fields) {
  const exchange = bytes(given, 'exchange');
  const prompt = given['prompt'] as Prompt;
  return { card: { exchange, ring: number(given, 'ring'), prompt }, seat: seat(given) };
}

export function account(given: Fields) {
  return { id: bytes(given, 'account'), generation: 1, rootKey: bytes(given, 'rootKey') };
}

/** Identities once derived: flipping each byte of an accept asks for the same one thousands of times. */
const derived = new Map<string, Promise<Identity>>();

export async function identity(given: Fields): Promise<Identity> {
  const name = JSON.stringify(given);
  const known = derived.get(name) ?? deriveIdentity(given);
  derived.set(name, known);
  return known;
}

async function deriveIdentity(given: Fields): Promise<Identity> {
  const keys = await deriveAccount(account(given));
  return { keys, statement: await makeStatement(keys, number(given, 'created')) };
}

export function joining(given: Fields): Joining {
  return {
    bond: bytes(given, 'bond'),
    bondKey: bytes(given, 'bondKey'),
    joinerNonce: bytes(given, 'joinerNonce'),
    commitment: bytes(given, 'commitment'),
    inviterFingerprint: bytes(given, 'inviterFingerprint'),
    joinerFingerprint: bytes(given, 'joinerFingerprint'),
    transcript: bytes(given, 'transcript'),
    accept: new Uint8Array(),
  };
}

export function unlocker(given: Fields): Unlocker {
  const [secret, id] = [bytes(given, 'us'), bytes(given, 'unlocker')];
  return {
    kind: 'device',
    secret,
    id,
    account: bytes(given, 'account'),
  };
}

function box(file: VectorCase) {
  return fromHex(file.box ?? '');
}

const KINDS: Readonly<Record<string, Open>> = {
  event: async (file) => {
    const place = { handle: bytes(file.given, 'handle'), seat: seat(file.given) };
    return { text: await openEvent(bond(file.given), place, box(file)) };
  },
  'gate-event': async (file) => {
    const place = gatePlace(file.given);
    const opened = await openGateEvent(bond(file.given), place, box(file));
    return { text: opened, gate: toHex(await gateHandle(bond(file.given), place.gate)) };
  },
  answer: async ({ given, sealed, body, key }) => {
    const parts = { sealed, body: fromHex(body ?? ''), key: fromHex(key ?? '') };
    const own = await openOwnAnswer(bond(given), bytes(given, 'amk'), from(given), parts);
    const opened = await openAnswer(bond(given), from(given), parts);
    if (opened !== own.text) throw new Error('author and partner read different texts');
    return { text: opened, confirmed: String(own.confirmed) };
  },
  state: async (file) => {
    const keys = await deriveAccount(account(file.given));
    const place = { name: text(file.given, 'name'), version: number(file.given, 'version') };
    return { text: new TextDecoder().decode(await openState(keys, place, box(file))) };
  },
  envelope: async (file) => {
    const generation = number(file.given, 'generation');
    const opened = await openEnvelope(unlocker(file.given), generation, box(file));
    return { rootKey: toHex(opened.rootKey) };
  },
  statement: async (file) => {
    const statement = await openStatement(box(file));
    return {
      account: toHex(statement.account),
      created: String(statement.created),
      signPublicKey: toHex(statement.signPublicKey),
      fingerprint: toHex(statement.fingerprint),
    };
  },
  offer: async (file) => {
    const offer = await openOffer(bytes(file.given, 'secret'), box(file));
    return {
      inviter: toHex(offer.inviter.account),
      bond: toHex(offer.bond),
      commitment: toHex(offer.commitment),
      expires: String(offer.expires),
      name: offer.name,
      transcript: toHex(offer.transcript),
    };
  },
  accept: async ({ given, ...file }) => {
    const invitation: Invitation = {
      secret: bytes(given, 'secret'),
      bond: bytes(given, 'bond'),
      nonce: bytes(given, 'inviterNonce'),
      offer: bytes(given, 'offer'),
    };
    const inviter = await identity(inner(given, 'inviter'));
    const accepted = await openAccept(inviter, invitation, fromHex(file.box ?? ''));
    return {
      joiner: toHex(accepted.joiner.account),
      bondKey: toHex(accepted.bondKey),
      name: accepted.name,
      transcript: toHex(accepted.transcript),
      spokenCheck: accepted.spokenCheck,
    };
  },
  confirm: async (file) => ({ spokenCheck: await openConfirm(joining(file.given), box(file)) }),
  prompt: async ({ given }) => ({ hash: toHex(await promptHash(given['prompt'] as Prompt)) }),
  link: ({ given }) => {
    const link = parseLink(text(given, 'fragment'));
    if (link.kind === 'malformed') return Promise.reject(new Rejected());
    const secret: Opened = link.kind === 'invitation' ? { secret: toHex(link.secret) } : {};
    return Promise.resolve({ kind: link.kind, ...secret });
  },
  'public-key': async ({ given }) => {
    const sealing = {
      psk: new Uint8Array(32),
      pskId: Uint8Array.of(1),
      info: new Uint8Array(),
    };
    await sealKey(bytes(given, 'publicKey'), sealing, new Uint8Array(1));
    return {};
  },
};
