/** What keeps this person's boxes: the browser's database, or nothing but this page's memory. */

/** The browser could not keep something, or find it again. */
export class StorageTrouble extends Error {
  /** There is no room left; what was to be kept is still on the screen, and kept nowhere. */
  readonly isFull: boolean;

  constructor(message: string, options?: ErrorOptions & { isFull?: boolean }) {
    super(message, options);
    this.isFull = options?.isFull ?? false;
  }
}

/** A box under a name; the version rises by one with every save. */
export interface StoredBox {
  readonly name: string;
  readonly version: number;
  readonly box: Uint8Array;
}

/** One store for the device's own records, which are not sealed, and one for sealed boxes. */
export interface Store {
  /** False: when this page is closed, everything in it is gone. */
  readonly lasts: boolean;

  /** A record of this device (unlockers, settings), as it was put. */
  deviceRecord<T>(key: string): Promise<T | null>;

  /** Puts a record there unless one is there already; answers what is there afterwards. */
  putDeviceOnce<T>(key: string, value: T): Promise<T>;

  /** Puts a record there, or takes it away with `null`. */
  putDevice(key: string, value: unknown): Promise<void>;

  /** Every box whose name begins so. */
  boxes(prefix: string): Promise<StoredBox[]>;

  box(name: string): Promise<StoredBox | null>;

  /** Saves all of them if each one's version is the next; else none, and answers false. */
  save(boxes: readonly StoredBox[]): Promise<boolean>;

  /**
   * Puts other boxes in place of all that are there, and a record of this device, in one step; else
   * nothing, and answers false, when these are not the very ones that are there.
   */
  replace(boxes: readonly StoredBox[], device: { key: string; value: unknown }): Promise<boolean>;

  /** Removes every box whose name begins so. */
  remove(prefix: string): Promise<void>;

  /** Forgets everything; nothing of it is found again. */
  clear(): Promise<void>;
}
