import { words } from '../words';

/** What this device may be called until its owner says otherwise. */
export function deviceName(): string {
  const isPhone = matchMedia('(pointer: coarse)').matches;
  return isPhone ? words.devices.phone : words.devices.computer;
}

/** A name that fits into a line of a list. */
export const MOST_NAME = 40;
