import {
  deriveAccount,
  makeConfirm,
  makeOffer,
  sealAnswer,
  sealEvent,
  sealGateEvent,
  sealState,
  type Accepted,
} from '../../src/crypto';
import type { Suite } from '../../src/crypto/suite';
import { account, bond, from, gatePlace, identity, joining, seat } from './opening';
import { bytes, fromHex, inner, number, text, toHex, type VectorCase } from './vectors';

type Parts = Pick<VectorCase, 'box' | 'body' | 'key' | 'sealed'>;

/** Makes the box of one vector file again, from its inputs and the bytes that stood for random ones. */
export async function makeCase(file: VectorCase): Promise<Parts> {
  const random = (file.random ?? []).map(fromHex);
  const suite: Suite = { label: 'kith1', random: () => random.shift() ?? new Uint8Array() };
  if (file.kind === 'answer') return makeAnswer(file, suite);
  return { box: toHex(await makeBox(file, suite)) };
}

async function makeAnswer({ given, ...file }: VectorCase, suite: Suite): Promise<Parts> {
  const { card } = from(given);
  const author = { seat: seat(given), rev: Number(file.sealed?.['rev']) };
  const draft = { card, author, text: file.opened?.['text'] ?? '' };
  const made = await sealAnswer(bond(given), bytes(given, 'amk'), draft, suite);
  return { sealed: { ...made.sealed }, body: toHex(made.body), key: toHex(made.key) };
}

async function makeBox({ given, opened = {}, kind }: VectorCase, suite: Suite) {
  const content = opened['text'] ?? '';
  switch (kind) {
    case 'event': {
      const place = { handle: bytes(given, 'handle'), seat: seat(given) };
      return sealEvent(bond(given), place, content, suite);
    }
    case 'gate-event':
      return sealGateEvent(bond(given), gatePlace(given), content, suite);
    case 'state': {
      const keys = await deriveAccount(account(given));
      const place = { name: text(given, 'name'), version: number(given, 'version') };
      return sealState(keys, place, new TextEncoder().encode(content), suite);
    }
    case 'statement':
      return (await identity(given)).statement.signed;
    case 'offer': {
      const expires = Number(opened['expires']);
      const terms = { bond: bytes(opened, 'bond'), expires, name: text(opened, 'name') };
      const inviter = await identity(inner(given, 'inviter'));
      return (await makeOffer(inviter, bytes(given, 'secret'), terms, suite)).offer;
    }
    case 'confirm': {
      const place = joining(given);
      const nonce = bytes(given, 'inviterNonce');
      const kept = { secret: place.bondKey, bond: place.bond, nonce, offer: place.accept };
      const accepted = { bondKey: place.bondKey, transcript: place.transcript };
      return makeConfirm(kept, accepted as Accepted, suite);
    }
    default:
      throw new Error(`cannot be made again: ${kind}`);
  }
}
