import { Bonds } from '../src/net/bonds';
import { Database } from '../src/net/database';
import { Vault } from '../src/net/vault';
import { RECORD, story } from '../test/net/stories';

/** Keeps a bond of so many entries in this browser, as another device would have brought it. */
async function keep(many: number): Promise<string> {
  const bonds = await Bonds.load(await Vault.open(await Database.open()));
  const local = await bonds.add(RECORD);
  await bonds.change(local, (record) => ({ ...record, entries: story(many), head: many }));
  bonds.close();
  return local;
}

Object.assign(globalThis, { keepYears: keep });
