import { expect, test } from 'vitest';
import { merged, same } from '../../src/net/merge';

const kept = (id: string, text: string) => ({ id, text, topic: 'work', ring: 1, bond: null });

test('what only one of two devices has changed is as that one left it', () => {
  const base = { drawer: [kept('a', 'one')], favourites: ['x'], settings: { look: 'dark' } };
  const mine = { ...base, favourites: ['x', 'y'] };
  const theirs = { ...base, drawer: [], settings: { look: 'light' } };
  expect(merged(base, mine, theirs)).toEqual({
    drawer: [],
    favourites: ['x', 'y'],
    settings: { look: 'light' },
  });
});

test('what both have added, both have', () => {
  const mine = { drawer: [kept('a', 'one')], notes: [{ exchange: 'e', understood: 5 }] };
  const theirs = { drawer: [kept('b', 'two')], notes: [{ exchange: 'f', understood: 6 }] };
  const both = merged({ drawer: [], notes: [] }, mine, theirs) as typeof mine;
  expect(both.drawer.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  expect(both.notes).toHaveLength(2);
});

test('of two texts at one place neither is lost', () => {
  const base = { drawer: [kept('a', 'first words')] };
  const both = merged(
    base,
    { drawer: [kept('a', 'written here')] },
    { drawer: [kept('a', 'written there')] },
  ) as typeof base;
  expect(both.drawer.map(({ text }) => text).sort()).toEqual(['written here', 'written there']);
  expect(new Set(both.drawer.map(({ id }) => id)).size).toBe(2);
});

test('what one has burned and the other has written further stays', () => {
  const base = { drawer: [kept('a', 'first')] };
  const further = { drawer: [kept('a', 'first, and more')] };
  expect(merged(base, { drawer: [] }, further)).toEqual(further);
  expect(merged(base, further, { drawer: [] })).toEqual(further);
  expect(merged(base, base, { drawer: [] })).toEqual({ drawer: [] });
});

test('the order of fields is no change', () => {
  expect(same({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
  expect(same({ a: 1 }, { a: 2 })).toBe(false);
});

test('three ways of joining lead to one end, whoever comes first', () => {
  const base = { votes: [{ on: 'ring', topic: 'work', ring: 2, day: 1, after: 3 }], marks: ['m'] };
  const mine = { votes: [], marks: ['m', 'n'] };
  const theirs = {
    votes: [...base.votes, { on: 'ring', topic: 'family', ring: 2, day: 2, after: 4 }],
    marks: [],
  };
  const one = merged(base, mine, theirs);
  const other = merged(base, theirs, mine);
  expect(same(one, other)).toBe(true);
  expect(one).toEqual({
    votes: [{ on: 'ring', topic: 'family', ring: 2, day: 2, after: 4 }],
    marks: ['n'],
  });
});
