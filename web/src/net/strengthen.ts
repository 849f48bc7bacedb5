import { scriptAddress } from './trusted';

/**
 * Argon2id in a worker, so that the page stays alive meanwhile; where there are no workers, here.
 * Its code comes only when somebody unlocks with words.
 */
export async function strengthen(words: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  if (typeof Worker === 'undefined') {
    const { computeArgon2id } = await import('./argon');
    return computeArgon2id(words, salt);
  }
  const { default: path } = await import('./argonworker?worker&url');
  const worker = new Worker(scriptAddress(path), { type: 'module' });
  try {
    return await asked(worker, { words, salt });
  } finally {
    worker.terminate();
  }
}

function asked(worker: Worker, question: object): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array | null>) => {
      if (data === null) reject(new Error('the words could not be computed here'));
      else resolve(data);
    };
    worker.onerror = () => reject(new Error('the worker could not be started'));
    worker.postMessage(question);
  });
}
