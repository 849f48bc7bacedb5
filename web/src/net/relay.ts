import type { About, Base64Url, Invitation, Page, Pending, Seat } from '../wire/messages';
import { Problem, Unreachable, problemName } from '../wire/problems';

/** No request of Kith's takes long; after this the relay counts as out of reach. */
const PATIENCE_MS = 20_000;

/** The relay's verbs, one method each. Says `Problem` when it refuses, `Unreachable` when it is silent. */
export class Relay {
  readonly #base: string;

  constructor(base = '') {
    this.#base = base;
  }

  /** Where this relay is, as an address bar would show it. */
  get origin(): string {
    return this.#base === '' ? location.origin : this.#base;
  }

  about(): Promise<About> {
    return this.#json<About>('GET', '/v1/about');
  }

  async createBond(bond: Base64Url, seat: Base64Url): Promise<void> {
    await this.#json('PUT', `/v1/bonds/${bond}`, undefined, { seat });
  }

  /** Gives the sequence number of an appended entry; null for a deposit, which has none. */
  async send(seat: Seat, pending: Pending): Promise<number | null> {
    const path = `/v1/bonds/${seat.bond}`;
    if (pending.kind === 'append') {
      const { handle, parts, closes } = pending;
      const body = { handle, parts, closes };
      const { seq } = await this.#json<{ seq: number }>(
        'POST',
        `${path}/entries`,
        seat.capability,
        body,
      );
      return seq;
    }
    const { gate, revision, expires, parts } = pending;
    await this.#json('PUT', `${path}/gates/${gate}`, seat.capability, { revision, expires, parts });
    return null;
  }

  async read(seat: Seat, after: number): Promise<Page> {
    const path = `/v1/bonds/${seat.bond}/entries?after=${after}`;
    const page = await this.#json<unknown>('GET', path, seat.capability);
    if (!wellFormed(page)) throw new Unreachable('the answer is not a page');
    return page;
  }

  async offer(id: Base64Url, seat: Seat, offer: Base64Url, expires: number): Promise<void> {
    const body = { bond: seat.bond, offer, expires };
    await this.#json('PUT', `/v1/invitations/${id}`, seat.capability, body);
  }

  invitation(id: Base64Url): Promise<Invitation> {
    return this.#json<Invitation>('GET', `/v1/invitations/${id}`);
  }

  async accept(id: Base64Url, accept: Base64Url, seat: Base64Url): Promise<void> {
    await this.#json('PUT', `/v1/invitations/${id}/accept`, undefined, { accept, seat });
  }

  async confirm(id: Base64Url, seat: Seat, confirm: Base64Url): Promise<void> {
    await this.#json('PUT', `/v1/invitations/${id}/confirm`, seat.capability, { confirm });
  }

  async forgetInvitation(id: Base64Url, seat: Seat): Promise<void> {
    await this.#json('DELETE', `/v1/invitations/${id}`, seat.capability);
  }

  /** Opens the stream that says which bond has something new; ends when `signal` does. */
  async live(seats: Seat[], signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const response = await fetch(`${this.#base}/v1/live`, {
      ...COMMON,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ bonds: seats }),
      signal,
    }).catch((cause: unknown) => {
      throw new Unreachable('live', { cause });
    });
    if (!response.ok || response.body === null) throw new Unreachable('live');
    return response.body;
  }

  async #json<T>(method: string, path: string, capability?: Base64Url, body?: object): Promise<T> {
    const headers: Record<string, string> = {};
    if (capability !== undefined) headers['Authorization'] = `Bearer ${capability}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const init: RequestInit = {
      ...COMMON,
      method,
      headers,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.#base + path, init);
      text = await response.text();
    } catch (cause) {
      throw new Unreachable(path, { cause });
    }
    const document = parsed(text);
    if (response.ok) return document as T;
    if (response.status >= 500) throw new Unreachable(path);
    throw new Problem(problemName(document), response.status);
  }
}

const COMMON: RequestInit = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
};

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The relay is not trusted: only what has the right shape is looked at further. */
function wellFormed(page: unknown): page is Page {
  if (!isObject(page) || !Array.isArray(page['entries'])) return false;
  if (!isDay(page['day'])) return false;
  return page['entries'].every(
    (entry: unknown) =>
      isObject(entry) &&
      Number.isSafeInteger(entry['seq']) &&
      isDay(entry['day']) &&
      (isAppended(entry) || isOpening(entry)),
  );
}

function isAppended({ handle, by, parts }: Fields): boolean {
  return typeof handle === 'string' && (by === 0 || by === 1) && isParts(parts);
}

function isOpening({ gate, parts }: Fields): boolean {
  const both = Array.isArray(parts) && parts.length === 2;
  return typeof gate === 'string' && both && parts.every(isParts);
}

/** The last day that the core counts. */
const LAST_DAY = 99_999_999;

function isDay(day: unknown): boolean {
  return Number.isSafeInteger(day) && Number(day) >= 0 && Number(day) <= LAST_DAY;
}

function isParts(parts: unknown): boolean {
  return isObject(parts) && typeof parts['event'] === 'string';
}

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
