import { afterEach, expect, test, vi } from 'vitest';
import { inUtc, WakeTrouble, type Subscriber } from '../../src/net/waking';
import { proposeRecovery } from '../../src/net/ways';
import { Person } from './people';
import { serving } from './serving';

/** What a person wishes of being woken, over a real relay; the push service is the browser's. */
const { relay } = await serving();

afterEach(() => vi.unstubAllEnvs());

/** A browser's push service which gives this address; `keys`: for whom it was asked. */
class At implements Subscriber {
  readonly keys: string[] = [];
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  address(key: string): Promise<string> {
    this.keys.push(key);
    return Promise.resolve(this.#address);
  }

  end(): Promise<void> {
    this.keys.splice(0);
    return Promise.resolve();
  }
}

const KNOWN = 'https://fcm.googleapis.com/fcm/send/an-address';

async function kept(): Promise<Person> {
  const ana = await Person.arrive('Ana', relay);
  await ana.kith.keys.addWay({ with: 'recovery', lines: await proposeRecovery() });
  return ana;
}

test('a device is woken at its hours until its owner has enough, and remembers them', async () => {
  const ana = await kept();
  const service = new At(KNOWN);
  await ana.kith.waking.at([21, 8], service);
  expect(service.keys).toEqual([expect.stringMatching(/^[\w-]{87}$/)]);
  expect(await ana.kith.waking.hours()).toEqual([8, 21]);
  await ana.reload();
  expect(await ana.kith.waking.hours()).toEqual([8, 21]);
  await ana.kith.keys.renew(new Set());
  await ana.kith.waking.again(service);
  expect(service.keys).toHaveLength(2);
  await ana.kith.waking.never(service);
  expect(await ana.kith.waking.hours()).toEqual([]);
  expect(service.keys).toEqual([]);
  await ana.kith.waking.again(service);
  expect(service.keys).toEqual([]);
  ana.kith.close();
});

test('a service that the relay does not know is told apart, and nothing is remembered', async () => {
  const ana = await kept();
  const wished = ana.kith.waking.at([8], new At('https://push.example/an-address'));
  await expect(wished).rejects.toEqual(new WakeTrouble('unknown-service'));
  expect(await ana.kith.waking.hours()).toEqual([]);
  ana.kith.close();
});

test('without a vault nobody is woken, and it is said why', async () => {
  const ana = await Person.arrive('Ana', relay);
  const wished = ana.kith.waking.at([8], new At(KNOWN));
  await expect(wished).rejects.toEqual(new WakeTrouble('not-kept'));
  ana.kith.close();
});

test.each([
  ['UTC', '2026-07-01T12:00:00Z', [0, 23], [0, 23]],
  ['Europe/Berlin', '2026-07-01T12:00:00Z', [0, 8, 21], [6, 19, 22]],
  ['Europe/Berlin', '2026-12-01T12:00:00Z', [0, 8, 21], [7, 20, 23]],
  ['Asia/Kolkata', '2026-12-01T12:00:00Z', [5, 8], [2, 23]],
  ['America/New_York', '2026-12-01T12:00:00Z', [8, 21], [2, 13]],
])('hours in %s at %s are these hours in UTC', (zone, moment, hours, utc) => {
  vi.stubEnv('TZ', zone);
  expect(inUtc(hours, new Date(moment))).toEqual(utc);
});
