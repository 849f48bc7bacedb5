import type { Store, StoredBox } from './store';

/** A store that keeps nothing once the page is closed: for a device that is not one's own. */
export class MemoryStore implements Store {
  readonly lasts = false;
  readonly #device = new Map<string, unknown>();
  readonly #boxes = new Map<string, StoredBox>();

  deviceRecord<T>(key: string): Promise<T | null> {
    return Promise.resolve((this.#device.get(key) as T | undefined) ?? null);
  }

  putDeviceOnce<T>(key: string, value: T): Promise<T> {
    if (!this.#device.has(key)) this.#device.set(key, value);
    return Promise.resolve(this.#device.get(key) as T);
  }

  putDevice(key: string, value: unknown): Promise<void> {
    if (value === null) this.#device.delete(key);
    else this.#device.set(key, value);
    return Promise.resolve();
  }

  boxes(prefix: string): Promise<StoredBox[]> {
    return Promise.resolve([...this.#boxes.values()].filter((box) => box.name.startsWith(prefix)));
  }

  box(name: string): Promise<StoredBox | null> {
    return Promise.resolve(this.#boxes.get(name) ?? null);
  }

  save(boxes: readonly StoredBox[]): Promise<boolean> {
    const next = boxes.every(
      ({ name, version }) => (this.#boxes.get(name)?.version ?? 0) + 1 === version,
    );
    if (next) for (const box of boxes) this.#boxes.set(box.name, box);
    return Promise.resolve(next);
  }

  replace(boxes: readonly StoredBox[], device: { key: string; value: unknown }): Promise<boolean> {
    const isSame =
      boxes.length === this.#boxes.size &&
      boxes.every(({ name, version }) => this.#boxes.get(name)?.version === version);
    if (isSame) for (const box of boxes) this.#boxes.set(box.name, box);
    if (isSame) this.#device.set(device.key, device.value);
    return Promise.resolve(isSame);
  }

  remove(prefix: string): Promise<void> {
    for (const name of [...this.#boxes.keys()]) {
      if (name.startsWith(prefix)) this.#boxes.delete(name);
    }
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.#device.clear();
    this.#boxes.clear();
    return Promise.resolve();
  }
}
