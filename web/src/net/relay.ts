import type { About, Base64Url, ChangePage, Counters, Invitation } from '../wire/messages';
import type { Page, Pending, Seat, Upload } from '../wire/messages';
import { Unreachable } from '../wire/problems';
import { ask, COMMON } from './http';
import { isChangePage, isCounters, isPage } from './wellformed';

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

  /** What stands before the path of every request; empty where the page is the relay's own. */
  get base(): string {
    return this.#base;
  }

  about(): Promise<About> {
    return this.#json<About>('GET', '/v1/about');
  }

  async createBond(bond: Base64Url, seat: Base64Url): Promise<void> {
    await this.#json('PUT', `/v1/bonds/${bond}`, undefined, { seat });
  }

  /** Gives the sequence number of an appended entry; null for what has none to give. */
  async send(seat: Seat, pending: Pending, reserved = false): Promise<number | null> {
    const path = `/v1/bonds/${seat.bond}`;
    switch (pending.kind) {
      case 'append': {
        const { handle, parts, closes } = pending;
        const body = { handle, parts, closes, ...(reserved ? { reserved } : {}) };
        const { seq } = await this.#json<{ seq: number }>(
          'POST',
          `${path}/entries`,
          seat.capability,
          body,
        );
        return seq;
      }
      case 'deposit': {
        const { gate, revision, expires, parts } = pending;
        const body = { revision, expires, parts };
        await this.#json('PUT', `${path}/gates/${gate}`, seat.capability, body);
        return null;
      }
      case 'end':
        await this.end(seat, pending);
        return null;
    }
  }

  /** Ends the bond; with `on`, on that day, and nothing shows before. */
  async end(seat: Seat, { handle, event }: Ending, on?: number): Promise<void> {
    const body = { handle, event, ...(on === undefined ? {} : { on }) };
    await this.#json('POST', `/v1/bonds/${seat.bond}/end`, seat.capability, body);
  }

  /** Erases my words of an entry for both; with `on`, on that day. */
  async withdraw(seat: Seat, seq: number, tombstone: Base64Url, on: number | null): Promise<void> {
    const path = `/v1/bonds/${seat.bond}/entries/${seq}/tombstone`;
    const body = { tombstone, ...(on === null ? {} : { on }) };
    await this.#json('PUT', path, seat.capability, body);
  }

  async read(seat: Seat, after: number): Promise<Page> {
    const path = `/v1/bonds/${seat.bond}/entries?after=${after}`;
    return checked(isPage, await this.#json<unknown>('GET', path, seat.capability));
  }

  /** Replaces keys of my own opened words, each only where it still is what it was. */
  async replaceKeys(seat: Seat, keys: readonly NewKey[]): Promise<void> {
    await this.#json('POST', `/v1/bonds/${seat.bond}/keys`, seat.capability, { keys });
  }

  /** From the answer on, only the new capability opens this seat. */
  async changeSeat(seat: Seat, next: Base64Url): Promise<void> {
    await this.#json('PUT', `/v1/bonds/${seat.bond}/seat`, seat.capability, { seat: next });
  }

  /** What has changed of entries that stood already. */
  async changes(seat: Seat, after: number): Promise<ChangePage> {
    const path = `/v1/bonds/${seat.bond}/changes?after=${after}`;
    return checked(isChangePage, await this.#json<unknown>('GET', path, seat.capability));
  }

  /** The counters that the next upload of votes must carry. */
  async counters(seat: Seat): Promise<Counters> {
    const path = `/v1/bonds/${seat.bond}/votes`;
    return checked(isCounters, await this.#json<unknown>('GET', path, seat.capability));
  }

  async vote(seat: Seat, upload: Upload): Promise<void> {
    await this.#json('PUT', `/v1/bonds/${seat.bond}/votes`, seat.capability, upload);
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

  #json<T>(method: string, path: string, bearer?: Base64Url, body?: object): Promise<T> {
    return ask<T>(this.#base + path, { method, bearer, body });
  }
}

/** A key record on the relay, and what is to stand in its place. */
export interface NewKey {
  readonly seq: number;
  readonly was: Base64Url;
  readonly key: Base64Url;
}

/** The event box of an end, and its handle. */
export interface Ending {
  readonly handle: Base64Url;
  readonly event: Base64Url;
}

/** The relay is not trusted: only what has the right shape is looked at further. */
function checked<T>(isSound: (answer: unknown) => answer is T, answer: unknown): T {
  if (!isSound(answer)) throw new Unreachable('the answer has another shape');
  return answer;
}
