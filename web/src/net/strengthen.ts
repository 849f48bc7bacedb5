import { Unreachable } from '../wire/problems';
import { scriptAddress } from './trusted';

/** A worker that has all it needs but the words; it is asked once. */
let ready: Promise<Worker> | null = null;

/**
 * Argon2id in a worker, so that the page stays alive meanwhile; where there are no workers, here.
 * Its code comes only when somebody unlocks with words.
 */
export async function strengthen(words: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  if (typeof Worker === 'undefined') {
    const { computeArgon2id } = await import('./argon');
    return computeArgon2id(words, salt);
  }
  const starting = ready ?? started();
  ready = null;
  const worker = await starting;
  try {
    return await asked(worker, { words, salt });
  } finally {
    worker.terminate();
  }
}

/**
 * Somebody is about to type unlock words: what takes time beforehand is done while they type. Returns
 * what gives the memory back when no words come after all.
 */
export function expectWords(): () => void {
  if (typeof Worker === 'undefined' || ready !== null) return () => undefined;
  const starting = started();
  // Who asks for it is told that it failed.
  starting.catch(() => undefined);
  ready = starting;
  return () => {
    if (ready !== starting) return;
    ready = null;
    starting.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
  };
}

async function started(): Promise<Worker> {
  const { default: path } = await import('./argonworker?worker&url');
  return new Worker(scriptAddress(path), { type: 'module' });
}

function asked(worker: Worker, question: object): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array | 'unreachable' | 'failed'>) => {
      if (data === 'unreachable') reject(new Unreachable('the code that computes words'));
      else if (data === 'failed') reject(new Error('the words could not be computed here'));
      else resolve(data);
    };
    // It is its file that does not come: nothing in it fails as it starts.
    worker.onerror = () => reject(new Unreachable('the worker that computes words'));
    worker.postMessage(question);
  });
}
