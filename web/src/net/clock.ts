/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

/**
 * How far to move this device's clock so that it lies within the relay's day; 0 when it does.
 *
 * The relay tells the day and nothing finer. A device whose clock is days off would otherwise see
 * cards lapse too early or never, and what it writes would be set aside (docs/model.md).
 */
export function shiftInto(day: number, now: number): number {
  const begins = day * DAY_MS;
  const ends = begins + DAY_MS - 1;
  return Math.min(Math.max(now, begins), ends) - now;
}

/** The time by this device's clock, moved into the relay's day. */
export function timeOf(record: { clockShift: number }): number {
  return Date.now() + record.clockShift;
}
