import type { ChangePage, Counters, Page } from '../wire/messages';

/** How many epochs an upload of votes covers. */
const EPOCHS = 3;

/** The largest counter that the relay gives: 17 says that none is left. */
const MOST_COUNTER = 17;

/** The last day, and the last tick, that the core counts. */
const LAST_DAY = 99_999_999;

type Fields = Record<string, unknown>;

export function isPage(page: unknown): page is Page {
  if (!isObject(page) || !Array.isArray(page['entries'])) return false;
  const { day, tick, change, ended } = page;
  if (!isDay(day) || !isDay(tick) || !isCount(change)) return false;
  return (ended === null || isDay(ended)) && page['entries'].every(isEntry);
}

export function isChangePage(page: unknown): page is ChangePage {
  if (!isObject(page) || !Array.isArray(page['changes'])) return false;
  return page['changes'].every(
    (each: unknown) => isObject(each) && isCount(each['change']) && isEntry(each['entry']),
  );
}

export function isCounters(answer: unknown): answer is Counters {
  if (!isObject(answer) || !isDay(answer['tick']) || !Array.isArray(answer['counters'])) {
    return false;
  }
  const counters: unknown[] = answer['counters'];
  const isCounter = (one: unknown) =>
    isCount(one) && Number(one) >= 1 && Number(one) <= MOST_COUNTER;
  return counters.length === EPOCHS && counters.every(isCounter);
}

function isEntry(entry: unknown): boolean {
  if (!isObject(entry) || !Number.isSafeInteger(entry['seq']) || !isDay(entry['day'])) return false;
  return isAppended(entry) || isOpening(entry);
}

function isAppended({ handle, by, parts }: Fields): boolean {
  return typeof handle === 'string' && (by === 0 || by === 1) && isParts(parts);
}

function isOpening({ gate, parts }: Fields): boolean {
  const both = Array.isArray(parts) && parts.length === 2;
  return typeof gate === 'string' && both && parts.every(isParts);
}

function isParts(parts: unknown): boolean {
  if (!isObject(parts) || typeof parts['event'] !== 'string') return false;
  return ['body', 'key', 'tombstone'].every((name) => isTextIf(parts[name]));
}

function isTextIf(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isDay(day: unknown): boolean {
  return isCount(day) && Number(day) <= LAST_DAY;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
