import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  accountLine,
  deriveAccount,
  followsStatement,
  linkedDevice,
  linkId,
  linkTranscript,
  lockOf,
  loginKey,
  makeGrant,
  makeLinkAccept,
  makeLinkOffer,
  makeLinkReveal,
  makeNextStatement,
  makeStatement,
  newAccount,
  newId,
  newSecret,
  nextAccount,
  openEnvelope,
  openGrant,
  openLinkAccept,
  openLinkOffer,
  openLinkReveal,
  makeRotation,
  openRotation,
  openStatement,
  openVaultRecord,
  readAccountLine,
  Rejected,
  sealToLock,
  sealVaultRecord,
  signLogin,
  vaultId,
  vaultRecordId,
  type Identity,
  type LinkJoining,
  type UnlockerKind,
} from '../../src/crypto';
import { hash } from '../../src/crypto/suite';
import { bytes, fromHex, inner, number, text, toHex, type Fields } from './vectors';

type Reads = (file: Fields) => Promise<Readonly<Record<string, string>>>;

const reads: Readonly<Record<string, Reads>> = {
  login: async (file) => {
    const given = inner(file, 'given');
    const unlocker = {
      kind: text(given, 'way') as UnlockerKind,
      secret: bytes(given, 'us'),
      id: bytes(given, 'unlocker'),
      account: bytes(given, 'account'),
    };
    const [origin, nonce] = [text(given, 'origin'), bytes(given, 'nonce')];
    const made = await signLogin(unlocker, { origin, nonce, at: number(given, 'at') });
    // Ed25519 signs the same thing in the same way: another signature is of another thing.
    if (toHex(made) !== text(file, 'box')) throw new Rejected();
    return { loginKey: toHex(await loginKey(unlocker)) };
  },
  'vault-record': async (file) => {
    const given = inner(file, 'given');
    const keys = (await identity(given)).keys;
    const place = { name: text(given, 'name'), version: number(given, 'version') };
    const content = await openVaultRecord(keys, place, bytes(file, 'box'));
    return {
      id: toHex(await vaultRecordId(keys, place.name)),
      vault: toHex(await vaultId(keys.account)),
      text: new TextDecoder().decode(content),
    };
  },
  rotation: async (file) => {
    const given = inner(file, 'given');
    const maker = await identity(inner(given, 'maker'));
    const reader = await identity(inner(given, 'reader'));
    const bond = { id: bytes(given, 'bond'), keys: (given['keys'] as string[]).map(fromHex) };
    const [seal, signature] = [bytes(file, 'box'), bytes(file, 'signature')];
    const me = { ...reader.keys, fingerprint: reader.statement.fingerprint };
    const rotation = { epoch: number(file, 'epoch'), seal, signature };
    return { key: toHex(await openRotation(bond, me, maker.statement, rotation)) };
  },
  'next-statement': async (file) => {
    const given = inner(file, 'given');
    const before = await identity(given);
    const statement = await openStatement(bytes(file, 'box'));
    if (!(await followsStatement(statement, before.statement))) throw new Rejected();
    const next = { ...accountOf(given), generation: 2, rootKey: bytes(given, 'nextRootKey') };
    const at = number(given, 'nextCreated');
    const again = await makeNextStatement(before, await deriveAccount(next), at);
    expect(toHex(again.signed)).toBe(text(file, 'box'));
    return {
      fingerprint: toHex(statement.fingerprint),
      generation: String(statement.generation),
    };
  },
  'link-offer': async (file) => {
    const secret = bytes(inner(file, 'given'), 'secret');
    const offer = await openLinkOffer(secret, bytes(file, 'box'));
    return {
      commitment: toHex(offer.commitment),
      expires: String(offer.expires),
      id: toHex(await linkId(secret)),
      owner: toHex(offer.owner.account),
      transcript: toHex(offer.transcript),
    };
  },
  'link-accept': async (file) => {
    const given = inner(file, 'given');
    const found = await openLinkAccept(
      await identity(inner(given, 'owner')),
      linkOf(given),
      bytes(file, 'box'),
    );
    return {
      device: found.device,
      digits: found.digits,
      key: toHex(found.key),
      publicKeyHash: toHex(await hash(found.publicKey)),
      transcript: toHex(found.transcript),
    };
  },
  'link-reveal': async (file) => {
    const given = inner(file, 'given');
    const secret = bytes(given, 'secret');
    const joining = await joiningOf(given);
    return { digits: await openLinkReveal(secret, joining, bytes(file, 'box')) };
  },
  'link-grant': async (file) => {
    const given = inner(file, 'given');
    const secret = bytes(given, 'secret');
    const account = await openGrant(secret, await joiningOf(given), bytes(file, 'box'));
    return {
      account: toHex(account.id),
      generation: String(account.generation),
      rootKey: toHex(account.rootKey),
    };
  },
};

describe.each(Object.entries(reads))('%s', (kind, read) => {
  test.each(casesOf(kind))('$case', async (file) => {
    if (file['expect'] === 'rejected') {
      await expect(read(file)).rejects.toThrow(Rejected);
      return;
    }
    expect(await read(file)).toMatchObject(inner(file, 'opened'));
  });
});

describe('a device link', () => {
  test('ends with the same account, the same digits and the same first way in', async () => {
    const account = newAccount();
    const me = await identityOf(account);
    const secret = newSecret();
    const link = await makeLinkOffer(me, secret, 20_000);
    const offer = await openLinkOffer(secret, link.offer);
    const joining = await makeLinkAccept(secret, offer, 'Laptop');
    const accepted = await openLinkAccept(me, link, joining.accept);
    const reveal = await makeLinkReveal(link, accepted);
    expect(await openLinkReveal(secret, joining, reveal)).toBe(accepted.digits);
    const granted = await openGrant(secret, joining, await makeGrant(account, link, accepted));
    expect(granted).toEqual(account);
    const there = await linkedDevice(account.id, secret, accepted);
    const transcript = await linkTranscript(joining);
    expect(await linkedDevice(account.id, secret, { ...joining, transcript })).toEqual(there);
  });
});

describe('a lock', () => {
  test('seals the next root key to who has the secret, and to nobody else', async () => {
    const account = newAccount();
    const next = nextAccount(account);
    const one = { kind: 'words', secret: newSecret(), id: newId(), account: account.id } as const;
    const envelope = await sealToLock(await lockOf(one), next);
    expect(await openEnvelope(one, 2, envelope)).toEqual(next);
    await expect(openEnvelope(one, 1, envelope)).rejects.toThrow(Rejected);
    const other = { ...one, secret: newSecret() };
    await expect(openEnvelope(other, 2, envelope)).rejects.toThrow(Rejected);
  });
});

test('a new key of a bond opens for the one it was made for, and nobody else signs it', async () => {
  const [ana, ben, eve] = [
    await identityOf(newAccount()),
    await identityOf(newAccount()),
    await identityOf(newAccount()),
  ];
  const bond = { id: newId(), keys: [newSecret()] };
  const { rotation, key } = await makeRotation(bond, ana, ben.statement);
  const reads = { ...ben.keys, fingerprint: ben.statement.fingerprint };
  expect(await openRotation(bond, reads, ana.statement, rotation)).toEqual(key);
  await expect(openRotation(bond, reads, eve.statement, rotation)).rejects.toThrow(Rejected);
  const forged = (await makeRotation(bond, eve, ben.statement)).rotation;
  await expect(openRotation(bond, reads, ana.statement, forged)).rejects.toThrow(Rejected);
});

test('a record of the vault is padded, and opens under its own version only', async () => {
  const { keys } = await identityOf(newAccount());
  const place = { name: 'personal', version: 3 };
  const content = new TextEncoder().encode('not said yet');
  const box = await sealVaultRecord(keys, place, content);
  expect(box).toHaveLength(1024);
  expect(await openVaultRecord(keys, place, box)).toEqual(content);
  await expect(openVaultRecord(keys, { ...place, version: 2 }, box)).rejects.toThrow(Rejected);
});

test('the first line of a sheet is the account, however it is typed, and a slip is seen', async () => {
  const id = newId();
  const line = await accountLine(id);
  expect(line).toMatch(/^(\w{4} ){6}\w{4}$/);
  expect(await readAccountLine(` ${line.toLowerCase().replaceAll(' ', '-')} `)).toEqual(id);
  const slip = (line.startsWith('7') ? '8' : '7') + line.slice(1);
  await expect(readAccountLine(slip)).rejects.toThrow(Rejected);
});

function accountOf(given: Fields) {
  return { id: bytes(given, 'account'), generation: 1, rootKey: bytes(given, 'rootKey') };
}

async function identity(given: Fields): Promise<Identity> {
  const keys = await deriveAccount(accountOf(given));
  return { keys, statement: await makeStatement(keys, number(given, 'created')) };
}

async function identityOf(account: Parameters<typeof deriveAccount>[0]): Promise<Identity> {
  const keys = await deriveAccount(account);
  return { keys, statement: await makeStatement(keys, 1_750_000_000_000) };
}

function linkOf(given: Fields) {
  const [secret, nonce] = [bytes(given, 'secret'), bytes(given, 'ownerNonce')];
  return { secret, nonce, offer: bytes(given, 'offer') };
}

async function joiningOf(given: Fields): Promise<LinkJoining> {
  const offer = await openLinkOffer(bytes(given, 'secret'), bytes(given, 'offer'));
  return {
    offer,
    seed: bytes(given, 'seed'),
    key: bytes(given, 'key'),
    nonce: bytes(given, 'deviceNonce'),
    accept: bytes(given, 'accept'),
  };
}

function casesOf(kind: string): (Fields & { case: string })[] {
  const folder = resolve('..', 'vectors', 'crypto', kind);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  expect(names.length, `vectors of ${kind}`).toBeGreaterThan(0);
  return names.map(
    (name) => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as Fields & { case: string },
  );
}
