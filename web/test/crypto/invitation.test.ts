import { describe, expect, test } from 'vitest';
import {
  formatLink,
  makeAccept,
  makeConfirm,
  makeOffer,
  newId,
  newInvitationSecret,
  newSecret,
  openAccept,
  openConfirm,
  openOffer,
  parseLink,
  Rejected,
  safetyNumber,
} from '../../src/crypto';
import { handshake, person } from './people';

describe('the invitation', () => {
  test('both_end_with_the_same_bond_key_and_the_same_twelve_digits', async () => {
    const { joining, accepted, spoken, offer } = await handshake();
    expect(accepted.bondKey).toEqual(joining.bondKey);
    expect(spoken).toBe(accepted.spokenCheck);
    expect(spoken).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect([offer.name, accepted.name]).toEqual(['Anna', 'José']);
    expect(offer.expires).toBe(20_300);
  });

  test('the_boxes_have_the_sizes_the_relay_takes', async () => {
    const { invitation, joining, confirm } = await handshake();
    expect(invitation.offer.length).toBeLessThanOrEqual(8192);
    expect(joining.accept.length).toBeLessThanOrEqual(8192);
    expect(confirm.length).toBe(61);
  });

  test('nobody_joins_their_own_invitation', async () => {
    const { inviter, secret, offer } = await handshake();
    await expect(makeAccept(inviter, secret, offer, 'me')).rejects.toEqual(new Rejected());
  });

  test('an_accept_made_with_the_inviters_own_account_is_refused', async () => {
    const { inviter, joiner, secret, invitation, offer } = await handshake();
    const disguised = { ...offer, inviter: { ...offer.inviter, account: newId() } };
    const { accept } = await makeAccept(inviter, secret, disguised, 'me');
    await expect(openAccept(inviter, invitation, accept)).rejects.toEqual(new Rejected());
    const other = await makeAccept(joiner, secret, disguised, 'you');
    expect((await openAccept(inviter, invitation, other.accept)).name).toBe('you');
  });

  test('a_wrong_secret_opens_no_offer_and_no_accept', async () => {
    const { inviter, invitation, joining } = await handshake();
    const secret = newInvitationSecret();
    await expect(openOffer(secret, invitation.offer)).rejects.toEqual(new Rejected());
    const other = { ...invitation, secret };
    await expect(openAccept(inviter, other, joining.accept)).rejects.toEqual(new Rejected());
  });

  test('an_accept_belongs_to_one_offer_one_bond_and_one_inviter', async () => {
    const { inviter, secret, invitation, joining } = await handshake();
    const terms = { bond: invitation.bond, expires: 20_300, name: 'Anna' };
    const again = await makeOffer(inviter, secret, terms);
    const elsewhere = { ...invitation, bond: newId() };
    const attempts = [
      openAccept(inviter, again, joining.accept),
      openAccept(inviter, elsewhere, joining.accept),
      openAccept(await person(), invitation, joining.accept),
    ];
    await Promise.all(attempts.map((each) => expect(each).rejects.toEqual(new Rejected())));
  });

  test('a_confirm_that_does_not_match_the_commitment_is_refused', async () => {
    const { invitation, accepted, joining } = await handshake();
    const confirm = await makeConfirm({ ...invitation, nonce: newSecret() }, accepted);
    await expect(openConfirm(joining, confirm)).rejects.toEqual(new Rejected());
  });

  test('a_confirm_belongs_to_one_accept', async () => {
    const { joiner, secret, offer, confirm } = await handshake();
    const again = await makeAccept(joiner, secret, offer, 'José');
    await expect(openConfirm(again, confirm)).rejects.toEqual(new Rejected());
  });

  test('the_later_check_is_the_same_on_both_sides', async () => {
    const { inviter, joiner } = await handshake();
    const [one, other] = [inviter.statement.fingerprint, joiner.statement.fingerprint];
    expect(await safetyNumber(one, other)).toBe(await safetyNumber(other, one));
    expect(await safetyNumber(one, other)).toMatch(/^(\d{5} ){11}\d{5}$/);
  });
});

describe('the link', () => {
  const secret = new Uint8Array(32).fill(0x22);
  const link = formatLink(secret);

  test('what_is_written_is_read_again', () => {
    expect(link).toBe('#1.IiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiI');
    expect(parseLink(link)).toEqual({ kind: 'invitation', secret });
  });

  test.each(['', '#', '#start', '#1', '1.IiIi'])('%j_is_no_invitation', (fragment) => {
    expect(parseLink(fragment)).toEqual({ kind: 'none' });
  });

  test('a_newer_link_is_told_apart_from_a_damaged_one', () => {
    expect(parseLink(link.replace('#1', '#2'))).toEqual({ kind: 'unknown-version' });
  });

  test.each([
    ['cut', link.slice(0, -1)],
    ['empty', '#1.'],
    ['too long', `${link}A`],
    ['padded', `${link}=`],
    ['with a full stop after it', `${link}.`],
    ['with a foreign letter', link.replace('IiI', 'I+I')],
    ['with spare bits set', `${link.slice(0, -1)}J`],
    ['with a line break', `${link}\n`],
  ])('a_link_that_is_%s_is_malformed', (_, fragment) => {
    expect(parseLink(fragment)).toEqual({ kind: 'malformed' });
  });
});
