import { afterEach, expect, test } from 'vitest';
import { Bonds } from '../../src/net/bonds';
import { Decks } from '../../src/net/decks';
import { MemoryStore } from '../../src/net/memory';
import { PersonalState } from '../../src/net/personal';
import type { BondRecord, Stage } from '../../src/net/record';
import { Shared, sharedOf } from '../../src/net/shared';
import { Vault } from '../../src/net/vault';
import { RECORD } from './stories';

const open: { close: () => void }[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const at = (name: Stage['name']): BondRecord => ({ ...RECORD, stage: { name } as Stage });

const STAGES = ['inviting', 'asked', 'confirming', 'joining', 'closed', 'joined'] as const;

/** Each pair of places that two devices of one person can be in, and where both are then. */
const PAIRS = STAGES.flatMap((mine, i) =>
  STAGES.map((theirs, j) => ({ mine, theirs, both: STAGES[Math.max(i, j)] })),
);

test.each(PAIRS)('$mine here and $theirs there are $both', async ({ mine, theirs, both }) => {
  const vault = await Vault.open(new MemoryStore());
  const kept = {
    bonds: await Bonds.load(vault),
    personal: await PersonalState.load(vault),
    decks: await Decks.load(vault),
  };
  open.push(kept.bonds, kept.personal, kept.decks);
  const local = await kept.bonds.add(at(mine));
  const name = `bond/${local}`;
  await new Shared(kept).take(name, sharedOf(at(mine)), sharedOf(at(theirs)));
  expect(kept.bonds.get(local)?.stage.name).toBe(both);
});
