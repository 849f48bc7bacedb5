import type { ReadEntry } from './record';
import type { Kept } from './vault';

/**
 * How many entries stand in one stored box. A change writes one or two boxes and not the whole
 * story; a bond of 5,000 entries is read from 40 boxes.
 */
const PER_BOX = 128;

/** The entries of one bond as they are stored: `journal/<local>/<number>`, in order. */
export interface Chunk {
  readonly entries: readonly ReadEntry[];
}

export function journalPrefix(local: string): string {
  return `journal/${local}/`;
}

function chunkName(local: string, index: number): string {
  return journalPrefix(local) + String(index).padStart(6, '0');
}

/** The entries of all boxes, in order; what does not follow on is left out, and read again. */
export function entriesOf(chunks: readonly Kept<Chunk>[]): ReadEntry[] {
  const entries: ReadEntry[] = [];
  for (const { value } of [...chunks].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const entry of value.entries) {
      if (entry.seq !== entries.length + 1) return entries;
      entries.push(entry);
    }
  }
  return entries;
}

/** The boxes that differ, each in its next version. An unchanged entry is the same object. */
export function changedChunks(
  local: string,
  {
    before,
    after,
  }: { readonly before: readonly ReadEntry[]; readonly after: readonly ReadEntry[] },
  versions: ReadonlyMap<string, number>,
): Kept<Chunk>[] {
  const changed: Kept<Chunk>[] = [];
  const longest = Math.max(before.length, after.length);
  for (let index = 0; index * PER_BOX < longest; index++) {
    const [from, to] = [index * PER_BOX, (index + 1) * PER_BOX];
    const entries = after.slice(from, to);
    const same = before.slice(from, to);
    if (same.length === entries.length && entries.every((entry, i) => entry === same[i])) continue;
    const name = chunkName(local, index);
    changed.push({ name, version: (versions.get(name) ?? 0) + 1, value: { entries } });
  }
  return changed;
}
