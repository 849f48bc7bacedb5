import { computeArgon2id } from './argon';

interface Asked {
  readonly words: Uint8Array;
  readonly salt: Uint8Array;
}

onmessage = ({ data }: MessageEvent<Asked>) => {
  computeArgon2id(data.words, data.salt).then(
    (secret) => postMessage(secret),
    () => postMessage(null),
  );
};
