import { describe, expect, test } from 'vitest';
import {
  deriveAccount,
  gateHandle,
  makeEnvelope,
  MOST_BODY_BYTES,
  MOST_EVENT_BYTES,
  newAccount,
  newDeviceSecret,
  newId,
  newSecret,
  openAnswer,
  openEnvelope,
  openEvent,
  openGateEvent,
  openOwnAnswer,
  openState,
  sealAnswer,
  sealEvent,
  sealGateEvent,
  sealState,
  type Gate,
} from '../../src/crypto';
import { CARD, newBond } from './people';

const PAYLOAD = '{"v":1,"words":"héllo 👋","prompt":"What was good about today?"}';

describe('a bond', () => {
  test('an_event_opens_in_its_place', async () => {
    const bond = newBond();
    const place = { handle: newId(), seat: 1 } as const;
    const box = await sealEvent(bond, place, PAYLOAD);
    expect(box.length).toBe(1024);
    expect(await openEvent(bond, place, box)).toBe(PAYLOAD);
  });

  test('an_event_box_has_one_of_two_sizes_and_a_longest_text', async () => {
    const bond = newBond();
    const place = { handle: newId(), seat: 0 } as const;
    const sizes = [0, 990, 991, MOST_EVENT_BYTES].map(async (length) => {
      const box = await sealEvent(bond, place, 'a'.repeat(length));
      expect(await openEvent(bond, place, box)).toBe('a'.repeat(length));
      return box.length;
    });
    expect(await Promise.all(sizes)).toEqual([1024, 1024, 4096, 4096]);
    const tooLong = sealEvent(bond, place, 'a'.repeat(MOST_EVENT_BYTES + 1));
    await expect(tooLong).rejects.toBeInstanceOf(RangeError);
  });

  test('a_gate_event_opens_in_its_place', async () => {
    const bond = newBond();
    const gate: Gate = { exchange: CARD.exchange, step: 1, epoch: 0 };
    const box = await sealGateEvent(bond, { gate, seat: 0 }, PAYLOAD);
    expect(box.length).toBe(1024);
    expect(await openGateEvent(bond, { gate, seat: 0 }, box)).toBe(PAYLOAD);
    expect((await gateHandle(bond, gate)).length).toBe(16);
    expect(await gateHandle(bond, gate)).not.toEqual(await gateHandle(bond, { ...gate, step: 2 }));
  });

  test('an_answer_opens_for_both', async () => {
    const bond = newBond();
    const amk = newSecret();
    const from = { card: CARD, seat: 0 } as const;
    const parts = await sealAnswer(bond, amk, {
      card: CARD,
      author: { seat: 0, rev: 1 },
      text: PAYLOAD,
    });
    expect([parts.body.length, parts.key.length]).toEqual([1024, 65]);
    expect(await openAnswer(bond, from, parts)).toBe(PAYLOAD);
    const own = await openOwnAnswer(bond, amk, from, parts);
    expect(own).toEqual({ text: PAYLOAD, confirmed: true });
  });

  test('words_put_into_my_mouth_by_who_shares_the_bond_key_are_not_confirmed_as_mine', async () => {
    const bond = newBond();
    const from = { card: CARD, seat: 0 } as const;
    const parts = await sealAnswer(bond, newSecret(), {
      card: CARD,
      author: { seat: 0, rev: 1 },
      text: PAYLOAD,
    });
    const own = await openOwnAnswer(bond, newSecret(), from, parts);
    expect(own).toEqual({ text: PAYLOAD, confirmed: false });
  });

  test('a_body_has_one_of_four_sizes_and_a_longest_text', async () => {
    const bond = newBond();
    const sizes = [995, 996, 4067, 4068, 16355, 16356, MOST_BODY_BYTES].map(async (length) => {
      const answer = { card: CARD, author: { seat: 0, rev: 1 }, text: 'a'.repeat(length) } as const;
      const parts = await sealAnswer(bond, newSecret(), answer);
      expect((await openAnswer(bond, { card: CARD, seat: 0 }, parts)).length).toBe(length);
      return parts.body.length;
    });
    const expected = [1024, 4096, 4096, 16384, 16384, 65536, 65536];
    expect(await Promise.all(sizes)).toEqual(expected);
  });

  test('a_new_epoch_seals_and_older_ones_still_open', async () => {
    const bond = newBond();
    const place = { handle: newId(), seat: 0 } as const;
    const older = await sealEvent(bond, place, 'older');
    const rotated = { ...bond, keys: [...bond.keys, newSecret()] };
    const newer = await sealEvent(rotated, place, 'newer');
    expect(await openEvent(rotated, place, older)).toBe('older');
    expect(await openEvent(rotated, place, newer)).toBe('newer');
    await expect(openEvent(bond, place, newer)).rejects.toThrow('rejected');
  });
});

describe('an account', () => {
  test('a_device_secret_that_cannot_be_read_out_opens_the_account_again', async () => {
    const account = newAccount();
    const secret = await newDeviceSecret();
    expect(secret.extractable).toBe(false);
    const unlocker = { kind: 'device', secret, id: newId(), account: account.id } as const;
    const envelope = await makeEnvelope(unlocker, account);
    expect(envelope.length).toBe(1168);
    expect(await openEnvelope(unlocker, 1, envelope)).toEqual(account);
  });

  test('own_state_opens_in_its_place_only', async () => {
    const account = newAccount();
    const keys = await deriveAccount(account);
    const content = new TextEncoder().encode('bonds');
    const place = { name: 'bonds', version: 3 };
    const box = await sealState(keys, place, content);
    expect(await openState(keys, place, box)).toEqual(content);
    const strange = await deriveAccount({ ...account, id: newId() });
    const attempts = [
      openState(keys, { ...place, version: 2 }, box),
      openState(keys, { ...place, name: 'notes' }, box),
      openState(strange, place, box),
    ];
    await Promise.all(attempts.map((attempt) => expect(attempt).rejects.toThrow('rejected')));
  });
});
