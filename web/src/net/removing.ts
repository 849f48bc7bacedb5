import { BONDS } from './bonds';
import { dropUnused } from './decking';
import { alone } from './locks';
import { letGo } from './mirror';
import type { BondRecord } from './record';
import type { AllKept } from './snapshot';
import type { Vault } from './vault';

/** Whether a bond may go from this device: it is over, or never began, and nothing is on its way. */
export function mayRemove({ over, stage, takingBack }: BondRecord): boolean {
  return (over !== null || stage.name === 'closed') && takingBack.length === 0;
}

/**
 * Removes such a bond from this device: its story, what only this person knows of it, and
 * decks that nothing else draws from. What other devices of this person hold, the vault among them,
 * stays as it is, and nothing of it comes back here.
 */
export async function removeHere(
  vault: Vault,
  { bonds, decks }: Pick<AllKept, 'bonds' | 'decks'>,
  local: string,
): Promise<void> {
  const record = bonds.get(local);
  if (record === undefined || !mayRemove(record)) return;
  // Nothing is brought from or to the vault meanwhile, which would note what it says once more.
  await alone('kith/keeping', async () => {
    await bonds.forget(local);
    await letGo(vault, BONDS + local);
  });
  await dropUnused({ bonds, decks }, record.own.decks);
}
