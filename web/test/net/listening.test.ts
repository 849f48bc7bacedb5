import { expect, test } from 'vitest';
import { Listening } from '../../src/net/listening';
import type { BondRecord } from '../../src/net/record';
import { Relay } from '../../src/net/relay';
import type { Seat } from '../../src/wire/messages';

/** Notes to which bonds a stream was asked for; none of them ever says anything. */
class Asked extends Relay {
  readonly bonds: string[] = [];

  override live(seats: Seat[]): Promise<ReadableStream<Uint8Array>> {
    this.bonds.push(seats.map(({ bond }) => bond).join());
    return Promise.resolve(new ReadableStream());
  }
}

const nothing = () => undefined;

test('a bond that was refused and is known again is listened to again', () => {
  const relay = new Asked('http://localhost');
  const listening = new Listening(relay, { changed: nothing, connected: nothing, lost: nothing });
  const stage = { name: 'joined', tidy: null };
  const record = (bond: string) => ({ bond, capability: 'c', stage, alarm: null }) as BondRecord;
  const bonds = [['one', record('1')] as const, ['two', record('2')] as const];
  listening.follow(bonds);
  listening.mayHear('two', false);
  listening.follow(bonds);
  expect(listening.mayHear('two', true)).toBe(true);
  listening.follow(bonds);
  expect(listening.mayHear('two', true)).toBe(false);
  listening.follow(bonds);
  listening.stop();
  expect(relay.bonds).toEqual(['1,2', '1', '1,2']);
});
