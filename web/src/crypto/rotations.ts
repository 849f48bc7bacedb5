import type { AccountKeys, Statement } from './account';
import { bondContext, bondKey, currentEpoch, type Bond } from './bond';
import { concat, KEY_BYTES, type Bytes } from './bytes';
import { sign, verify } from './ed25519';
import { openKey, sealKey, type Sealing } from './hpke';
import type { Identity } from './invitation';
import { refuseUnless, rejecting } from './rejected';
import { derive, hash, KITH1, lab, SU, type Suite } from './suite';

/** The step to a bond's next epoch, as it travels in an entry sealed under the epoch before. */
export interface Rotation {
  /** The new one. */
  readonly epoch: number;
  /** 1168 bytes: BK of the new epoch, to the partner's pinned key. */
  readonly seal: Bytes;
  /** 64 bytes, over the seal and all that it is bound to. */
  readonly signature: Bytes;
}

/** Who makes a rotation and whom it is for, by their fingerprints. */
type Between = Pick<Statement, 'fingerprint'>;

/** Makes the next epoch's key; nothing may be sealed under it before the relay has the entry. */
export async function makeRotation(
  bond: Bond,
  me: Identity,
  partner: Statement,
  suite: Suite = KITH1,
): Promise<{ readonly rotation: Rotation; readonly key: Bytes }> {
  const epoch = currentEpoch(bond) + 1;
  const key = suite.random(KEY_BYTES);
  const sealing = await sealingOf(bond, epoch, me.statement, partner, suite);
  const seal = await sealKey(partner.kemPublicKey, sealing, key);
  const signature = await sign(me.keys.signer, await signed(sealing.info, seal, suite));
  return { rotation: { epoch, seal, signature }, key };
}

/** Who reads a rotation: what a statement says of them, and the private half of its key. */
export type Reads = Between & Pick<AccountKeys, 'kemSeed'>;

/** The key of the epoch that the partner has made; refused unless it is the very next one. */
export async function openRotation(
  bond: Bond,
  me: Reads,
  partner: Statement,
  { epoch, seal, signature }: Rotation,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return rejecting(async () => {
    refuseUnless(epoch === currentEpoch(bond) + 1);
    const sealing = await sealingOf(bond, epoch, partner, me, suite);
    await verify(partner.signPublicKey, await signed(sealing.info, seal, suite), signature);
    const key = await openKey(me.kemSeed, sealing, seal);
    refuseUnless(key.length === KEY_BYTES);
    return key;
  });
}

async function sealingOf(
  bond: Bond,
  epoch: number,
  maker: Between,
  reader: Between,
  suite: Suite,
): Promise<Sealing> {
  const pskId = bondContext(bond, epoch);
  const psk = await derive(suite, bondKey(bond, epoch - 1), 'bond/rotate', pskId);
  const between = concat(maker.fingerprint, reader.fingerprint);
  return { psk, pskId, info: concat(lab(suite, 'rotate'), SU, pskId, between) };
}

async function signed(info: Uint8Array, seal: Uint8Array, suite: Suite): Promise<Bytes> {
  return concat(lab(suite, 'rotate-sig'), await hash(info, seal));
}
