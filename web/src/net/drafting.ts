import type { Bonds } from './bonds';
import { timeOf } from './clock';

/** Keeps what is being written; while one text is being kept, the newest of it is all that counts. */
export class Drafting {
  readonly #bonds: Bonds;
  readonly #running = new Map<string, Promise<void>>();

  constructor(bonds: Bonds) {
    this.#bonds = bonds;
  }

  keep(local: string, name: string, newest: () => string): Promise<void> {
    const key = `${local}/${name}`;
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const keeping = this.#bonds
      .change(local, (record) => {
        this.#running.delete(key);
        const drafts = { ...record.drafts, [name]: newest() };
        const draftedAt = { ...record.draftedAt, [name]: timeOf(record) };
        return { ...record, drafts, draftedAt };
      })
      .then(() => undefined)
      .finally(() => this.#running.delete(key));
    this.#running.set(key, keeping);
    return keeping;
  }
}
