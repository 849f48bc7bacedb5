import {
  deriveAccount,
  makeAccept,
  makeConfirm,
  makeOffer,
  makeStatement,
  newAccount,
  newId,
  newInvitationSecret,
  newSecret,
  openAccept,
  openConfirm,
  openOffer,
  type Bond,
  type Card,
  type Identity,
} from '../../src/crypto';

/** 2025-06-15, so that tests need no clock. */
export const CREATED = 1_750_000_000_000;

export const CARD: Card = {
  exchange: new Uint8Array(16).fill(0xe0),
  ring: 1,
  prompt: {
    deck: 'founding',
    id: 'everyday-1-001',
    language: 'en',
    text: 'What was good about today?',
  },
};

export async function person(): Promise<Identity> {
  const keys = await deriveAccount(newAccount());
  return { keys, statement: await makeStatement(keys, CREATED) };
}

export function newBond(): Bond {
  return { id: newId(), keys: [newSecret()] };
}

/** A whole handshake between two people. */
export async function handshake() {
  const inviter = await person();
  const joiner = await person();
  const secret = newInvitationSecret();
  const terms = { bond: newId(), expires: 20_300, name: 'Anna' };
  const invitation = await makeOffer(inviter, secret, terms);
  const offer = await openOffer(secret, invitation.offer);
  const joining = await makeAccept(joiner, secret, offer, 'José');
  const accepted = await openAccept(inviter, invitation, joining.accept);
  const confirm = await makeConfirm(invitation, accepted);
  const spoken = await openConfirm(joining, confirm);
  return { inviter, joiner, secret, invitation, offer, joining, accepted, confirm, spoken };
}
