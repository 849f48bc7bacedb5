import address from '@phi-ag/argon2/argon2.wasm?url&no-inline';
import { expect, test } from 'vitest';
import { newId, newSecret } from '../../src/crypto';
import { computeArgon2id, prepareArgon2id } from '../../src/net/argon';

// What is given nothing can tell nobody, whoever compiled it; what it answers is held by the vectors.
test('the WebAssembly that words are given to reaches nothing outside itself', async () => {
  const code = await (await fetch(address)).arrayBuffer();
  expect(WebAssembly.Module.imports(await WebAssembly.compile(code))).toEqual([]);
});

test('what words give does not depend on the words before them', async () => {
  const guess = await prepareArgon2id();
  const [words, salt] = [newSecret(), newId()];
  const others = guess(newSecret(), newId());
  const again = guess(words, salt);
  expect(again).toEqual(await computeArgon2id(words, salt));
  expect(again).not.toEqual(others);
  expect(guess(words, newId())).not.toEqual(again);
});
