import { Unreachable } from '../wire/problems';
import { prepareArgon2id } from './argon';

interface Asked {
  readonly words: Uint8Array;
  readonly salt: Uint8Array;
}

// From the start, while the words are still being typed.
const prepared = prepareArgon2id();
// Who asks is told.
prepared.catch(() => undefined);

onmessage = ({ data }: MessageEvent<Asked>) => {
  prepared
    .then((guess) => guess(data.words, data.salt))
    .then(
      (secret) => postMessage(secret),
      (cause: unknown) => postMessage(cause instanceof Unreachable ? 'unreachable' : 'failed'),
    );
};
