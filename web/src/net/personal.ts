import { alone } from './locks';
import { NOTHING_PERSONAL, type Personal } from './own';
import type { Vault } from './vault';

const NAME = 'personal';

/** What one person keeps for themselves, sealed; other tabs hear of each change. */
export class PersonalState {
  readonly #vault: Vault;
  readonly #channel = new BroadcastChannel('kith/personal');
  readonly #listeners = new Set<() => void>();
  #version: number;
  #value: Personal;

  private constructor(vault: Vault, version: number, value: Personal) {
    this.#vault = vault;
    this.#version = version;
    this.#value = value;
    this.#channel.onmessage = () => void this.#renew();
  }

  static async load(vault: Vault): Promise<PersonalState> {
    const kept = await vault.load<Personal>(NAME);
    const value = { ...NOTHING_PERSONAL, ...kept?.value };
    return new PersonalState(vault, kept?.version ?? 0, value);
  }

  get value(): Personal {
    return this.#value;
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
  }

  /** Changes it alone, on the newest version; it is on disk before it counts. */
  async change(change: (personal: Personal) => Personal): Promise<void> {
    await alone(`kith/${NAME}`, async () => {
      for (;;) {
        await this.#load();
        const value = change(this.#value);
        if (value === this.#value) return;
        const version = this.#version + 1;
        if (!(await this.#vault.save({ name: NAME, version, value }))) continue;
        [this.#version, this.#value] = [version, value];
        break;
      }
    });
    if (this.#vault.lasts) this.#channel.postMessage('changed');
    this.#listeners.forEach((listener) => listener());
  }

  async #renew(): Promise<void> {
    await this.#load();
    this.#listeners.forEach((listener) => listener());
  }

  async #load(): Promise<void> {
    const kept = await this.#vault.load<Personal>(NAME);
    if (kept === null || kept.version <= this.#version) return;
    [this.#version, this.#value] = [kept.version, { ...NOTHING_PERSONAL, ...kept.value }];
  }
}
