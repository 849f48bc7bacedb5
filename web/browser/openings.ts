import { newId, newSecret, openAnswer, openOwnAnswer, sealAnswer } from '../src/crypto';

/** What is asked of the page in which this is measured. */
declare global {
  var openings: (many: number) => Promise<number>;
}

/** Milliseconds for opening so many answers, as a story is read: card by card, both of each at once. */
globalThis.openings = async (many) => {
  const bond = { id: newId(), keys: [newSecret()] };
  const amk = newSecret();
  const cards = Array.from({ length: many / 2 }, (_, i) => ({
    exchange: newId(),
    ring: 1,
    prompt: { deck: 'own', id: 'own', language: 'en', text: `What do you see? (${String(i)})` },
  }));
  const text = 'the river, and a boat';
  const sealed = await Promise.all(
    cards.map((card) =>
      Promise.all([
        sealAnswer(bond, amk, { card, author: { seat: 0, rev: 1 }, text }),
        sealAnswer(bond, amk, { card, author: { seat: 1, rev: 1 }, text }),
      ]),
    ),
  );
  const began = performance.now();
  for (const [i, card] of cards.entries()) {
    const [zero, one] = sealed[i] ?? [];
    if (zero === undefined || one === undefined) throw new Error('two answers are needed');
    // Read anew, as from the relay: nothing of the sealing is known any more.
    const read = { ...card, prompt: { ...card.prompt } };
    const [mine, theirs] = await Promise.all([
      openOwnAnswer(bond, amk, { card: read, seat: 0 }, zero),
      openAnswer(bond, { card: read, seat: 1 }, one),
    ]);
    if (!mine.confirmed || mine.text !== theirs) throw new Error('it did not open');
  }
  return performance.now() - began;
};
