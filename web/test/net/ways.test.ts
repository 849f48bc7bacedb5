import { describe, expect, test } from 'vitest';
import { Rejected } from '../../src/crypto';
import { MemoryStore } from '../../src/net/memory';
import { Vault } from '../../src/net/vault';
import { Locked, madeWay, proposeRecovery, proposeWords, waysOf } from '../../src/net/ways';
import type { Key } from '../../src/net/ways';

// Each guess costs a second or more where other work goes on beside it.

/** A device with an account and something kept in it. */
async function device() {
  const store = new MemoryStore();
  const vault = await Vault.open(store);
  await vault.save({ name: 'personal', version: 1, value: { drawer: ['not said yet'] } });
  return { store, vault };
}

async function added(vault: Vault, key: Key): Promise<void> {
  await vault.keepWay(await madeWay(vault.account, key));
}

const kept = async (vault: Vault) => (await vault.load('personal'))?.value;

describe('a device', () => {
  test('opens by itself until it is locked, and never before there is another way in', async () => {
    const { store, vault } = await device();
    expect(await vault.lock()).toBe(false);
    expect(await kept(await Vault.open(store))).toEqual({ drawer: ['not said yet'] });

    await added(vault, { with: 'words', typed: proposeWords() });
    expect(await vault.lock()).toBe(true);
    await expect(Vault.open(store)).rejects.toMatchObject({ kinds: ['words'] });
    await expect(Vault.open(store)).rejects.toBeInstanceOf(Locked);
  });

  test('that is locked opens with its words however they are typed, and with no others', async () => {
    const { store, vault } = await device();
    const words = proposeWords();
    await added(vault, { with: 'words', typed: words });
    await vault.lock();
    const sloppy = `  ${words.toUpperCase().replaceAll(' ', '   ')} `;
    const again = await Vault.unlock(store, { with: 'words', typed: sloppy });
    expect(await kept(again)).toEqual({ drawer: ['not said yet'] });
    const others = [proposeWords(), words.split(' ').reverse().join(' '), 'correct horse', ''];
    for (const typed of others.filter((each) => each !== words)) {
      const opening = Vault.unlock(store, { with: 'words', typed });
      await expect(opening).rejects.toThrow(Rejected);
    }
  });

  test('whose words are lost opens with the recovery code, and can have new words', async () => {
    const { store, vault } = await device();
    const lost = proposeWords();
    const lines = await proposeRecovery();
    await added(vault, { with: 'words', typed: lost });
    await added(vault, { with: 'recovery', lines });
    await vault.lock();

    const [first, second] = lines;
    const typed = [first.toLowerCase().replaceAll('0', 'o'), second] as const;
    const again = await Vault.unlock(store, { with: 'recovery', lines: typed });
    const words = proposeWords();
    await added(again, { with: 'words', typed: words });
    await expect(Vault.unlock(store, { with: 'words', typed: lost })).rejects.toThrow(Rejected);
    expect(await kept(await Vault.unlock(store, { with: 'words', typed: words }))).toEqual({
      drawer: ['not said yet'],
    });
  });

  test('opens the short way once it has opened, and by its envelope where that way is spoilt', async () => {
    const { store, vault } = await device();
    const ways = await waysOf(store);
    const [way] = ways?.ways ?? [];
    const short = `device-short${way?.id ?? ''}`;
    const box = await store.deviceRecord<Uint8Array>(short);
    const closed = { ...ways, ways: [{ ...way, envelope: 'AAAA' }] };
    await store.putDevice('ways', closed);
    const again = await Vault.open(store);
    expect(again.me.statement.signed).toEqual(vault.me.statement.signed);
    expect(await kept(again)).toEqual({ drawer: ['not said yet'] });

    const spoilt = box?.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    await store.putDevice(short, spoilt);
    await expect(Vault.open(store)).rejects.toThrow(Rejected);
    await store.putDevice('ways', ways);
    expect((await Vault.open(store)).me.statement.signed).toEqual(vault.me.statement.signed);
    expect(await store.deviceRecord<Uint8Array>(short)).not.toEqual(spoilt);
    await store.putDevice('ways', { ...closed, generation: 2 });
    await expect(Vault.open(store)).rejects.toThrow(Rejected);
  });

  test('keeps nothing of the short way when it is locked', async () => {
    const { store, vault } = await device();
    const id = (await waysOf(store))?.ways[0]?.id ?? '';
    expect(await store.deviceRecord(`device-short${id}`)).not.toBeNull();
    await added(vault, { with: 'recovery', lines: await proposeRecovery() });
    await vault.lock();
    expect(await store.deviceRecord(`device-short${id}`)).toBeNull();
  });

  test('that may stay unlocked again does so', async () => {
    const { store, vault } = await device();
    await added(vault, { with: 'recovery', lines: await proposeRecovery() });
    await vault.lock();
    await vault.stayUnlocked();
    expect(await kept(await Vault.open(store))).toEqual({ drawer: ['not said yet'] });
    expect((await vault.ways()).toSorted()).toEqual(['device', 'recovery']);
  });

  test('never takes words at another cost or with another salt than it was given', async () => {
    const { store, vault } = await device();
    const typed = proposeWords();
    await added(vault, { with: 'words', typed });
    const ways = await waysOf(store);
    for (const change of [{ cost: 0 }, { cost: 2 }, { salt: 'AAAA' }]) {
      const changed = ways?.ways.map((way) => (way.kind === 'words' ? { ...way, ...change } : way));
      await store.putDevice('ways', { ...ways, ways: changed });
      await expect(Vault.unlock(store, { with: 'words', typed })).rejects.toThrow(Rejected);
    }
  });

  test('whose code was written off with a slip says so before anything is lost', async () => {
    const { vault } = await device();
    const [first, second] = await proposeRecovery();
    const slip = (second.startsWith('7') ? '8' : '7') + second.slice(1);
    const adding = added(vault, { with: 'recovery', lines: [first, slip] });
    await expect(adding).rejects.toThrow(Rejected);
    expect(await vault.ways()).toEqual(['device']);
  });
});

test('two tabs that open a new device at once have one account', async () => {
  const store = new MemoryStore();
  const [one, other] = await Promise.all([Vault.open(store), Vault.open(store)]);
  expect(one.me.statement.fingerprint).toEqual(other.me.statement.fingerprint);
});
