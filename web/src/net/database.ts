import { StorageTrouble, type Store, type StoredBox } from './store';

export { StorageTrouble } from './store';

const NAME = 'kith';
const VERSION = 1;

type StoreName = 'device' | 'boxes';

/** The browser's own database. What is saved here is on disk before it counts as saved. */
export class Database implements Store {
  readonly lasts = true;
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
  }

  static async open(): Promise<Database> {
    return new Database(await opened());
  }

  async deviceRecord<T>(key: string): Promise<T | null> {
    const found = this.#begin('device', 'readonly').objectStore('device').get(key);
    return (await settled<T | undefined>(found)) ?? null;
  }

  async putDeviceOnce<T>(key: string, value: T): Promise<T> {
    const transaction = this.#begin('device', 'readwrite');
    const store = transaction.objectStore('device');
    const found = await settled<T | undefined>(store.get(key));
    if (found === undefined) store.put(value, key);
    await finished(transaction);
    return found ?? value;
  }

  async putDevice(key: string, value: unknown): Promise<void> {
    const transaction = this.#begin('device', 'readwrite');
    const store = transaction.objectStore('device');
    if (value === null) store.delete(key);
    else store.put(value, key);
    await finished(transaction);
  }

  async boxes(prefix: string): Promise<StoredBox[]> {
    const store = this.#begin('boxes', 'readonly').objectStore('boxes');
    return settled<StoredBox[]>(store.getAll(beginningWith(prefix)));
  }

  async box(name: string): Promise<StoredBox | null> {
    const found = this.#begin('boxes', 'readonly').objectStore('boxes').get(name);
    return (await settled<StoredBox | undefined>(found)) ?? null;
  }

  async save(boxes: readonly StoredBox[]): Promise<boolean> {
    const transaction = this.#begin('boxes', 'readwrite');
    const store = transaction.objectStore('boxes');
    const present = await Promise.all(
      boxes.map(({ name }) => settled<StoredBox | undefined>(store.get(name))),
    );
    const next = boxes.every(({ version }, i) => (present[i]?.version ?? 0) + 1 === version);
    if (next) for (const box of boxes) store.put(box);
    await finished(transaction);
    return next;
  }

  async replace(
    boxes: readonly StoredBox[],
    device: { key: string; value: unknown },
  ): Promise<boolean> {
    const transaction = this.#begin(['device', 'boxes'], 'readwrite');
    const store = transaction.objectStore('boxes');
    const present = await settled<StoredBox[]>(store.getAll());
    const versions = new Map(present.map(({ name, version }) => [name, version]));
    const isSame =
      present.length === boxes.length &&
      boxes.every(({ name, version }) => versions.get(name) === version);
    if (isSame) for (const box of boxes) store.put(box);
    if (isSame) transaction.objectStore('device').put(device.value, device.key);
    await finished(transaction);
    return isSame;
  }

  async remove(prefix: string): Promise<void> {
    const transaction = this.#begin('boxes', 'readwrite');
    transaction.objectStore('boxes').delete(beginningWith(prefix));
    await finished(transaction);
  }

  async clear(): Promise<void> {
    const transaction = this.#begin(['device', 'boxes'], 'readwrite');
    transaction.objectStore('device').clear();
    transaction.objectStore('boxes').clear();
    await finished(transaction);
  }

  /** What is saved here may exist nowhere else, so it is on disk before it counts as saved. */
  #begin(stores: StoreName | StoreName[], mode: 'readonly' | 'readwrite'): IDBTransaction {
    try {
      return this.#db.transaction(stores, mode, { durability: 'strict' });
    } catch (cause) {
      throw failure(cause);
    }
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Some browsers have no database at all in private windows; that is said, not thrown.
    if (typeof indexedDB === 'undefined') {
      reject(new StorageTrouble('this browser keeps nothing here'));
      return;
    }
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('device');
      request.result.createObjectStore('boxes', { keyPath: 'name' });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(failure(request.error));
    request.onblocked = () =>
      reject(new StorageTrouble('another tab holds an older version of Kith open'));
  });
}

function beginningWith(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

/** What a request found; only this file writes there, so its types are known. */
function settled<T>(
  request: Pick<IDBRequest, 'result' | 'error' | 'onsuccess' | 'onerror'>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(failure(request.error));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(failure(transaction.error));
    transaction.onabort = () => reject(failure(transaction.error));
  });
}

function failure(cause: unknown): StorageTrouble {
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  return new StorageTrouble('the browser could not keep or read its data', { cause, isFull });
}
