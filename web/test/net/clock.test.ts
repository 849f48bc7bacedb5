import { describe, expect, it } from 'vitest';
import { DAY_MS, shiftInto } from '../../src/net/clock';

describe('a clock', () => {
  const day = 20_000;
  const noon = day * DAY_MS + DAY_MS / 2;

  it('that lies within the relay’s day is left alone, to the last millisecond', () => {
    expect(shiftInto(day, noon)).toBe(0);
    expect(shiftInto(day, day * DAY_MS)).toBe(0);
    expect(shiftInto(day, (day + 1) * DAY_MS - 1)).toBe(0);
  });

  it('that is ahead is moved back to the end of the day', () => {
    expect(noon + 400 * DAY_MS + shiftInto(day, noon + 400 * DAY_MS)).toBe((day + 1) * DAY_MS - 1);
  });

  it('that is behind is moved up to the beginning of the day', () => {
    expect(noon - 400 * DAY_MS + shiftInto(day, noon - 400 * DAY_MS)).toBe(day * DAY_MS);
  });
});
