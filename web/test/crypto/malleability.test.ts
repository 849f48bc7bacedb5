import { describe, expect, test, vi } from 'vitest';
import { fromBase64Url, Rejected, toBase64Url } from '../../src/crypto';
import { openKey, sealKey, xWingPublicKey } from '../../src/crypto/hpke';
import { openCase } from './opening';
import { fromHex, readOwn, text, toHex, type VectorCase } from './vectors';

/** Thousands of boxes are opened one after the other. */
vi.setConfig({ testTimeout: 120_000 });

const KINDS = ['event', 'gate-event', 'state', 'envelope', 'statement', 'offer', 'accept'];

function file(kind: string): VectorCase {
  return readOwn(`crypto/${kind}.json`) as VectorCase;
}

async function mustBeRejected(changed: VectorCase, what: string): Promise<void> {
  await expect(openCase(changed), what).rejects.toStrictEqual(new Rejected());
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte));
}

describe('whatever byte of a box is changed, it is rejected, and always in the same words', () => {
  test.each([...KINDS, 'confirm'])('any_byte_of_%s', async (kind) => {
    const whole = file(kind);
    const box = fromHex(whole.box ?? '');
    for (let at = 0; at < box.length; at++) {
      await mustBeRejected({ ...whole, box: toHex(flipped(box, at)) }, `byte ${at}`);
    }
  });

  test.each(['body', 'key'] as const)('any_byte_of_an_answers_%s', async (part) => {
    const whole = file('answer');
    const bytes = fromHex(whole[part] ?? '');
    for (let at = 0; at < bytes.length; at++) {
      await mustBeRejected({ ...whole, [part]: toHex(flipped(bytes, at)) }, `byte ${at}`);
    }
  });

  test.each(['exchange', 'promptHash', 'kc', 'com'])(
    'any_byte_of_an_answers_header_field_%s',
    async (field) => {
      const whole = file('answer');
      const bytes = fromBase64Url(text(whole.sealed ?? {}, field));
      for (let at = 0; at < bytes.length; at++) {
        const sealed = { ...whole.sealed, [field]: toBase64Url(flipped(bytes, at)) };
        await mustBeRejected({ ...whole, sealed }, `byte ${at}`);
      }
    },
  );

  test('a_changed_private_tag_takes_the_confirmation_away', async () => {
    const whole = file('answer');
    const tag = fromBase64Url(text(whole.sealed ?? {}, 'self'));
    for (let at = 0; at < tag.length; at++) {
      const sealed = { ...whole.sealed, self: toBase64Url(flipped(tag, at)) };
      expect(await openCase({ ...whole, sealed })).toMatchObject({ confirmed: 'false' });
    }
  });

  test.each([...KINDS, 'confirm'])('any_other_length_of_%s', async (kind) => {
    const whole = file(kind);
    const box = whole.box ?? '';
    const half = box.length / 4;
    for (const shorter of [0, 1, 4, 5, 12, 28, Math.floor(half), box.length / 2 - 1]) {
      await mustBeRejected({ ...whole, box: box.slice(0, 2 * shorter) }, `length ${shorter}`);
    }
    for (const more of ['00', '80', '00'.repeat(64)]) {
      await mustBeRejected({ ...whole, box: box + more }, `longer by ${more.length / 2}`);
    }
  });

  test.each([undefined, null, 7, 'text', [], {}, { rev: '1' }, { rev: 1, ring: 2, exchange: 5 }])(
    'a_header_that_is_%j',
    async (sealed) => {
      await mustBeRejected({ ...file('answer'), sealed } as VectorCase, 'header');
    },
  );

  test.each([
    ['rev', 0],
    ['rev', 1.5],
    ['rev', -1],
    ['rev', 2 ** 32],
    ['rev', Number.NaN],
    ['ring', 0],
    ['ring', 5],
    ['ring', '2'],
    ['kc', 'AAAA'],
    ['kc', 'not base64url'],
  ])('a_header_whose_%s_is_%j', async (field, value) => {
    const whole = file('answer');
    await mustBeRejected({ ...whole, sealed: { ...whole.sealed, [field]: value } }, field);
  });
});

describe('sealing to a key', async () => {
  const seed = new Uint8Array(32).fill(7);
  const publicKey = await xWingPublicKey(seed);
  const info = new Uint8Array();

  test.each([0, 1, 16, 31, 33, 64])('takes_exactly_32_secret_bytes_and_not_%i', async (length) => {
    const sealing = { psk: new Uint8Array(length), pskId: Uint8Array.of(1), info };
    await expect(sealKey(publicKey, sealing, seed)).rejects.toStrictEqual(new Rejected());
    const good = await sealKey(publicKey, { ...sealing, psk: new Uint8Array(32) }, seed);
    await expect(openKey(seed, sealing, good)).rejects.toStrictEqual(new Rejected());
  });

  test('takes_no_secret_without_a_name', async () => {
    const sealing = { psk: new Uint8Array(32), pskId: new Uint8Array(), info };
    await expect(sealKey(publicKey, sealing, seed)).rejects.toStrictEqual(new Rejected());
    await expect(openKey(seed, sealing, seed)).rejects.toStrictEqual(new Rejected());
  });

  test('a_rejection_tells_no_cause', () => {
    const { name, message, cause } = new Rejected();
    expect({ name, message, cause }).toEqual({
      name: 'Rejected',
      message: 'rejected',
      cause: undefined,
    });
  });
});
