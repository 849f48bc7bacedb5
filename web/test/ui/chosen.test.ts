import { expect, test } from 'vitest';
import type { Offer } from '../../src/core/types';
import { withChosen } from '../../src/ui/bond/chosen';

const offer = (id: string): Offer => ({
  deck: 'founding',
  id,
  topic: 'everyday',
  ring: 1,
  language: 'en',
  text: `What about ${id}?`,
});

const [ONE, TWO, THREE, FOUR] = ['one', 'two', 'three', 'four'].map(offer) as [
  Offer,
  Offer,
  Offer,
  Offer,
];

test('a card that somebody has picked stays when others are offered', () => {
  expect(withChosen([THREE, FOUR], ONE)).toEqual([ONE, THREE]);
});

test('a card that is offered still stands once, where it stood', () => {
  expect(withChosen([TWO, { ...ONE }], ONE)).toEqual([TWO, ONE]);
});

test('as long as nothing was picked, what is offered is shown as it is', () => {
  const offers = [ONE, TWO];
  expect(withChosen(offers, null)).toBe(offers);
});

test('never more cards than before, and the picked one also where nothing else is left', () => {
  expect(withChosen([TWO, THREE, FOUR], ONE)).toHaveLength(3);
  expect(withChosen([], ONE)).toEqual([ONE]);
});
