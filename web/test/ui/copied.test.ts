import { expect, it } from 'vitest';
import { spread } from '../../src/ui/keep/copied';

it('three lines that are pasted into the first field stand in all three', () => {
  expect(spread(['', '', ''], 0, 'A6PR 5YHV\nPE0G TAS9\n\nXNJE 2KHK\n')).toEqual([
    'A6PR 5YHV',
    'PE0G TAS9',
    'XNJE 2KHK',
  ]);
});

it('a line that is typed stays as it is, and leaves the others alone', () => {
  expect(spread(['A6PR', 'PE0G', 'XNJE'], 1, 'PE0G ')).toEqual(['A6PR', 'PE0G ', 'XNJE']);
  expect(spread(['A6PR', 'PE0G', 'XNJE'], 1, 'PE0G\n')).toEqual(['A6PR', 'PE0G', 'XNJE']);
});
