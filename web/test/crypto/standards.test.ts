import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { ml_kem768_x25519 } from '@noble/post-quantum/hybrid.js';
import {
  AEAD_AES_128_GCM,
  AEAD_AES_256_GCM,
  AEAD_ChaCha20Poly1305,
  CipherSuite,
  KDF_HKDF_SHA256,
  KDF_HKDF_SHA512,
  KEM_DHKEM_P256_HKDF_SHA256,
  KEM_DHKEM_P521_HKDF_SHA512,
  KEM_DHKEM_X25519_HKDF_SHA256,
  type AEADFactory,
  type KDFFactory,
  type KEMFactory,
} from 'hpke';
import { describe, expect, test } from 'vitest';
import { concat, equal } from '../../src/crypto/bytes';
import { verify } from '../../src/crypto/ed25519';
import { xWing } from '../../src/crypto/hpke';
import { KITH1 } from '../../src/crypto/suite';
import { x25519, x25519Key } from '../../src/crypto/x25519';
import { decapsulate, encapsulate, xWingPublicKey } from '../../src/crypto/xwing';
import { hkdf, hmac, open } from '../../src/crypto/suite';
import { bytes, fromHex, number, readOwn, readShared, text, type Fields } from './vectors';

const KEMS: Readonly<Record<number, unknown>> = {
  0x0010: KEM_DHKEM_P256_HKDF_SHA256,
  0x0012: KEM_DHKEM_P521_HKDF_SHA512,
  0x0020: KEM_DHKEM_X25519_HKDF_SHA256,
  0x647a: xWing,
};
const KDFS: Readonly<Record<number, KDFFactory>> = { 1: KDF_HKDF_SHA256, 3: KDF_HKDF_SHA512 };
const AEADS: Readonly<Record<number, AEADFactory>> = {
  1: AEAD_AES_128_GCM,
  2: AEAD_AES_256_GCM,
  3: AEAD_ChaCha20Poly1305,
};

function suiteOf(file: Fields) {
  const kem = KEMS[number(file, 'kem_id')] as KEMFactory;
  const kdf = KDFS[number(file, 'kdf_id')];
  const aead = AEADS[number(file, 'aead_id')];
  if (!kdf || !aead) throw new Error('unknown suite');
  return new CipherSuite(kem, kdf, aead);
}

/** Where the runtime's WebCrypto lacks an AEAD, the exports still show the key schedule. */
const MISSING = new Set([3]);

async function check(file: Fields): Promise<void> {
  const suite = suiteOf(file);
  const privateKey = await suite.DeserializePrivateKey(bytes(file, 'skRm'), true);
  const psk = file['psk'] === undefined ? {} : { psk: bytes(file, 'psk'), pskId: id(file) };
  const options = { info: bytes(file, 'info'), ...psk };
  const receiver = await suite.SetupRecipient(privateKey, bytes(file, 'enc'), options);
  let seen = 0;
  for (const one of file['encryptions'] as Fields[]) {
    if (MISSING.has(number(file, 'aead_id'))) break;
    if (one['seq'] !== undefined && one['seq'] !== seen) break;
    expect(await receiver.Open(bytes(one, 'ct'), bytes(one, 'aad'))).toEqual(bytes(one, 'pt'));
    seen++;
  }
  for (const one of file['exports'] as Fields[]) {
    const context = fromHex(String(one['ctx'] ?? one['exporter_context']));
    const value = fromHex(String(one['val'] ?? one['exported_value']));
    expect(await receiver.Export(context, number(one, 'L'))).toEqual(value);
  }
}

function id(file: Fields) {
  return bytes(file, 'psk_id');
}

describe('HPKE', () => {
  test.each([
    'psk-x25519-hkdf-sha256-aes-128-gcm',
    'psk-x25519-hkdf-sha256-chacha20-poly1305',
    'psk-p256-hkdf-sha256-aes-128-gcm',
    'psk-p521-hkdf-sha512-aes-256-gcm',
  ])('is_that_of_rfc_9180_%s', async (name) => {
    await check(readOwn(`rfc9180/${name}.json`) as Fields);
  });

  test('x_wing_is_that_of_the_working_group', async () => {
    const files = (readShared('hpke/hpke-pq-vectors.json') ?? []) as Fields[];
    for (const file of files) {
      if (file['kem_id'] !== 0x647a || file['kdf_id'] !== 1) continue;
      expect(await xWingPublicKey(bytes(file, 'skRm'))).toEqual(bytes(file, 'pkRm'));
      const shared = await decapsulate(bytes(file, 'skRm'), bytes(file, 'enc'));
      expect(shared).toEqual(bytes(file, 'shared_secret'));
      await check(file);
    }
  });
});

interface Group extends Fields {
  readonly tests: readonly Fields[];
}

function groups(name: string): readonly Group[] {
  const file = readShared(`wycheproof/${name}_test.json`) as { testGroups: Group[] } | undefined;
  return file?.testGroups ?? [];
}

/** Runs a case; what it throws is its refusal. */
async function holds(run: () => Promise<boolean> | boolean): Promise<boolean> {
  try {
    return await run();
  } catch {
    return false;
  }
}

function say(name: string, count: number): void {
  console.log(`wycheproof ${name}: ${count} cases`);
}

describe('Wycheproof', () => {
  test('aes_gcm', async () => {
    let count = 0;
    for (const group of groups('aes_gcm')) {
      if (group['keySize'] !== 256 || group['ivSize'] !== 96 || group['tagSize'] !== 128) continue;
      for (const one of group.tests) {
        const sealed = concat(bytes(one, 'iv'), bytes(one, 'ct'), bytes(one, 'tag'));
        const opened = await holds(async () =>
          equal(await open(bytes(one, 'key'), bytes(one, 'aad'), sealed), bytes(one, 'msg')),
        );
        expect(opened, `case ${String(one['tcId'])}`).toBe(one['result'] === 'valid');
        count++;
      }
    }
    say('aes_gcm', count);
  });

  test('hkdf_sha256', async () => {
    let count = 0;
    for (const one of groups('hkdf_sha256').flatMap((group) => group.tests)) {
      const size = number(one, 'size');
      const [ikm, salt, info] = [bytes(one, 'ikm'), bytes(one, 'salt'), bytes(one, 'info')];
      const same = await holds(async () =>
        equal(await hkdf(ikm, salt, info, size), bytes(one, 'okm')),
      );
      expect(same, `case ${String(one['tcId'])}`).toBe(one['result'] === 'valid');
      count++;
    }
    say('hkdf_sha256', count);
  });

  test('hmac_sha256', async () => {
    let count = 0;
    for (const group of groups('hmac_sha256')) {
      if (group['tagSize'] !== 256) continue;
      for (const one of group.tests) {
        const tag = await hmac(bytes(one, 'key'), bytes(one, 'msg'));
        expect(equal(tag, bytes(one, 'tag'))).toBe(one['result'] === 'valid');
        count++;
      }
    }
    say('hmac_sha256', count);
  });

  test('ed25519', async () => {
    let count = 0;
    for (const group of groups('ed25519')) {
      const key = bytes(group['publicKey'] as Fields, 'pk');
      for (const one of group.tests) {
        const good = await holds(async () => {
          await verify(key, bytes(one, 'msg'), bytes(one, 'sig'));
          return true;
        });
        expect(good, `case ${String(one['tcId'])}`).toBe(one['result'] === 'valid');
        count++;
      }
    }
    say('ed25519', count);
  });

  test('mlkem_768', async () => {
    let count = 0;
    for (const one of groups('mlkem_768').flatMap((group) => group.tests)) {
      const good = await holds(() => {
        const { publicKey, secretKey } = ml_kem768.keygen(bytes(one, 'seed'));
        const secret = ml_kem768.decapsulate(bytes(one, 'c'), secretKey);
        if (one['ek'] && !equal(publicKey, bytes(one, 'ek'))) return false;
        return equal(secret, bytes(one, 'K'));
      });
      expect(good, `case ${String(one['tcId'])}`).toBe(one['result'] === 'valid');
      count++;
    }
    say('mlkem_768', count);
  });

  test('mlkem_768_encaps', async () => {
    let count = 0;
    for (const one of groups('mlkem_768_encaps').flatMap((group) => group.tests)) {
      const good = await holds(() => {
        const made = ml_kem768.encapsulate(bytes(one, 'ek'), bytes(one, 'm'));
        return made.cipherText.length === 1088 && made.sharedSecret.length === 32;
      });
      expect(good, `case ${String(one['tcId'])}`).toBe(one['result'] === 'valid');
      count++;
    }
    say('mlkem_768_encaps', count);
  });

  test('mlkem_768_keygen', () => {
    let count = 0;
    for (const one of groups('mlkem_768_keygen_seed').flatMap((group) => group.tests)) {
      expect(ml_kem768.keygen(bytes(one, 'seed')).publicKey).toEqual(bytes(one, 'ek'));
      count++;
    }
    say('mlkem_768_keygen_seed', count);
  });

  test('x25519, and no point of small order', async () => {
    const whole = await xWingPublicKey(new Uint8Array(32).fill(9));
    const [shared, refused] = [[], []] as [Fields[], Fields[]];
    for (const one of groups('x25519').flatMap((group) => group.tests)) {
      const { key } = await x25519Key(bytes(one, 'private'));
      const isZero = /^0+$/.test(text(one, 'shared'));
      if (!isZero) expect(await x25519(key, bytes(one, 'public'))).toEqual(bytes(one, 'shared'));
      (isZero ? refused : shared).push(one);
    }
    for (const one of refused) {
      const key = concat(whole.slice(0, 1184), bytes(one, 'public'));
      expect(await holds(() => encapsulate(key, KITH1.random).then(() => true))).toBe(false);
    }
    say('x25519', shared.length);
    say('x25519 with a zero secret', refused.length);
  });

  test('what another X-Wing carries arrives here, and the other way round', async () => {
    const seed = new Uint8Array(32).fill(5);
    const publicKey = await xWingPublicKey(seed);
    expect(publicKey).toEqual(ml_kem768_x25519.getPublicKey(seed));
    const theirs = ml_kem768_x25519.encapsulate(publicKey);
    expect(await decapsulate(seed, theirs.cipherText)).toEqual(theirs.sharedSecret);
    const ours = await encapsulate(publicKey, KITH1.random);
    expect(ml_kem768_x25519.decapsulate(ours.carried, seed)).toEqual(ours.secret);
  });
});
