import { expect, test } from 'vitest';
import {
  makeEnvelope,
  makeAccept,
  makeConfirm,
  makeOffer,
  makeStatement,
  deriveAccount,
  newAccount,
  newId,
  newSecret,
  openAccept,
  openOffer,
  sealAnswer,
  sealEvent,
  sealGateEvent,
  sealState,
  type Account,
  type Accepted,
  type Joining,
  type Invitation,
} from '../../src/crypto';
import { openCase } from './opening';
import { CARD, CREATED, newBond } from './people';
import { toHex, writeOwn, type Fields, type VectorCase } from './vectors';

/**
 * TypeScript's own vector files, for Java to open: fresh keys, real randomness. They were made once;
 * `KITH_MAKE_VECTORS=1 npx vitest run test/crypto/maker.test.ts` makes them again.
 */
const WRITE = process.env['KITH_MAKE_VECTORS'] === '1';

const WORDS = '{"v":1,"words":"Grüße, מה שלומך, 👩‍👩‍👧","prompt":"…"}';

type Unsettled = Pick<VectorCase, 'given' | 'box' | 'body' | 'key' | 'sealed'>;

test('what_typescript_seals_today_opens_and_can_be_written_down', async () => {
  const made = { ...(await bondCases()), ...(await accountCases()), ...(await invitationCases()) };
  for (const [kind, unsettled] of Object.entries(made)) {
    const name = { case: `${kind}-made-by-typescript`, kind, madeBy: 'typescript' };
    const file: VectorCase = { ...name, expect: 'opens', ...unsettled };
    const opened = await openCase(file);
    expect(Object.keys(opened).length).toBeGreaterThan(0);
    if (WRITE) writeOwn({ ...file, opened });
  }
});

async function bondCases(): Promise<Record<string, Unsettled>> {
  const bond = newBond();
  const keys = bond.keys.map(toHex);
  const given = { bond: toHex(bond.id), keys };
  const handle = newId();
  const event = await sealEvent(bond, { handle, seat: 0 }, WORDS);
  const gate = { exchange: CARD.exchange, step: 2, epoch: 0 } as const;
  const gateEvent = await sealGateEvent(bond, { gate, seat: 1 }, WORDS);
  const amk = newSecret();
  const draft = { card: CARD, author: { seat: 1, rev: 4 }, text: WORDS } as const;
  const answer = await sealAnswer(bond, amk, draft);
  const exchange = toHex(CARD.exchange);
  const { ring, prompt } = CARD;
  return {
    event: { given: { ...given, handle: toHex(handle), seat: 0 }, box: toHex(event) },
    'gate-event': {
      given: { ...given, exchange, step: 2, epoch: 0, seat: 1 },
      box: toHex(gateEvent),
    },
    answer: {
      given: { ...given, exchange, ring, prompt: { ...prompt }, seat: 1, amk: toHex(amk) },
      sealed: { ...answer.sealed },
      body: toHex(answer.body),
      key: toHex(answer.key),
    },
  };
}

function owner(account: Account): Fields {
  return { account: toHex(account.id), rootKey: toHex(account.rootKey), created: CREATED };
}

async function accountCases(): Promise<Record<string, Unsettled>> {
  const account = newAccount();
  const keys = await deriveAccount(account);
  const place = { name: 'bonds', version: 7 };
  const state = await sealState(keys, place, new TextEncoder().encode(WORDS));
  const us = newSecret();
  const unlocker = { kind: 'device', secret: us, id: newId(), account: account.id } as const;
  const envelope = await makeEnvelope(unlocker, account);
  const { signed } = await makeStatement(keys, CREATED);
  const lock = { us: toHex(us), unlocker: toHex(unlocker.id), account: toHex(account.id) };
  return {
    state: { given: { ...owner(account), ...place }, box: toHex(state) },
    envelope: { given: { ...lock, generation: 1 }, box: toHex(envelope) },
    statement: { given: owner(account), box: toHex(signed) },
  };
}

async function invitationCases(): Promise<Record<string, Unsettled>> {
  const [one, other] = [newAccount(), newAccount()];
  const [inviter, joiner] = [await identified(one), await identified(other)];
  const secret = newSecret();
  const terms = { bond: newId(), expires: 20_400, name: 'Zoë' };
  const invitation = await makeOffer(inviter, secret, terms);
  const offer = await openOffer(secret, invitation.offer);
  const joining = await makeAccept(joiner, secret, offer, 'عمر');
  const accepted = await openAccept(inviter, invitation, joining.accept);
  const confirm = await makeConfirm(invitation, accepted);
  const base = { inviter: owner(one), secret: toHex(secret) };
  return {
    offer: { given: base, box: toHex(invitation.offer) },
    accept: {
      given: {
        ...base,
        bond: toHex(invitation.bond),
        inviterNonce: toHex(invitation.nonce),
        offer: toHex(invitation.offer),
      },
      box: toHex(joining.accept),
    },
    confirm: { given: confirmGiven(invitation, joining, accepted), box: toHex(confirm) },
  };
}

async function identified(account: Account) {
  const keys = await deriveAccount(account);
  return { keys, statement: await makeStatement(keys, CREATED) };
}

function confirmGiven(invitation: Invitation, joining: Joining, accepted: Accepted): Fields {
  return {
    bond: toHex(invitation.bond),
    bondKey: toHex(accepted.bondKey),
    inviterNonce: toHex(invitation.nonce),
    joinerNonce: toHex(joining.joinerNonce),
    commitment: toHex(joining.commitment),
    inviterFingerprint: toHex(joining.inviterFingerprint),
    joinerFingerprint: toHex(joining.joinerFingerprint),
    transcript: toHex(joining.transcript),
  };
}
