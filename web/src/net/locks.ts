/** Work that only one may do at a time: over all tabs where the browser can, else in this one. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Older browsers have no locks; then versions alone keep two tabs apart (`Bonds.change`).
  if (typeof navigator !== 'undefined' && 'locks' in navigator) {
    return navigator.locks.request(name, work);
  }
  return queued(name, work);
}

const queues = new Map<string, Promise<unknown>>();

async function queued<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  queues.set(name, settled);
  try {
    return await mine;
  } finally {
    if (queues.get(name) === settled) queues.delete(name);
  }
}
