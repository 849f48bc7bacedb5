/** The browser's own database: one store for this device's unlocker, one for sealed boxes. */

const NAME = 'kith';
const VERSION = 1;

/** The browser could not keep something, or find it again. */
export class StorageTrouble extends Error {}

export type StoreName = 'device' | 'boxes';

/** A box under a name; the version rises by one with every save. */
export interface StoredBox {
  name: string;
  version: number;
  box: Uint8Array;
}

export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
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

export async function read<T>(db: IDBDatabase, store: StoreName, key: string): Promise<T | null> {
  const transaction = db.transaction(store, 'readonly');
  return (await settled<T | undefined>(transaction.objectStore(store).get(key))) ?? null;
}

export async function boxes(db: IDBDatabase): Promise<StoredBox[]> {
  return settled<StoredBox[]>(db.transaction('boxes').objectStore('boxes').getAll());
}

/** Puts a value there unless one is there already; answers what is there afterwards. */
export async function putOnce<T>(
  db: IDBDatabase,
  store: StoreName,
  key: string,
  value: T,
): Promise<T> {
  const transaction = strict(db, store);
  const found = await settled<T | undefined>(transaction.objectStore(store).get(key));
  if (found === undefined) transaction.objectStore(store).put(value, key);
  await finished(transaction);
  return found ?? value;
}

/** Saves the box if its version is the next one; false when someone else was first. */
export async function putBox(db: IDBDatabase, box: StoredBox): Promise<boolean> {
  const transaction = strict(db, 'boxes');
  const store = transaction.objectStore('boxes');
  const present = await settled<StoredBox | undefined>(store.get(box.name));
  const next = (present?.version ?? 0) + 1 === box.version;
  if (next) store.put(box);
  await finished(transaction);
  return next;
}

export async function removeBox(db: IDBDatabase, name: string): Promise<void> {
  const transaction = strict(db, 'boxes');
  transaction.objectStore('boxes').delete(name);
  await finished(transaction);
}

/** What is saved here may exist nowhere else, so it is on disk before it counts as saved. */
function strict(db: IDBDatabase, store: StoreName): IDBTransaction {
  return db.transaction(store, 'readwrite', { durability: 'strict' });
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
  return new StorageTrouble('the browser could not keep or read its data', { cause });
}
