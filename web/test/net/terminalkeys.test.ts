import { afterEach, expect, test, vi } from 'vitest';
import { Terminal } from '../../browser/terminal';
import { arrive, arriveLinked, claimOf } from '../../src/net/arriving';
import { Kith } from '../../src/net/kith';
import { LinkToHere, parseDeviceLink } from '../../src/net/linking';
import { MemoryStore } from '../../src/net/memory';
import { VaultRelay } from '../../src/net/vaultrelay';
import { proposeRecovery } from '../../src/net/ways';
import { bonded, exchange, Person } from './people';
import { serving } from './serving';

/** A browser and a terminal as two devices of one person, over a real relay. */
const { server, relay, open } = await serving();
const terminals: Terminal[] = [];

afterEach(async () => {
  for (const one of terminals.splice(0)) await one.dispose();
});

vi.setConfig({ testTimeout: 240_000 });

async function terminal(): Promise<Terminal> {
  const started = await Terminal.start(server);
  terminals.push(started);
  return started;
}

const DIGITS = /\d{4} \d{4} \d{4}/;
const LINE = /^ {4}((?:[0-9A-Z]{4} ){6}[0-9A-Z]{4})$/gm;

test('a bond of a browser goes on in the terminal, and what is told there comes back', async () => {
  const ana = await Person.arrive('Ana', relay);
  const ben = await Person.arrive('Ben', relay);
  open.push(ana.kith, ben.kith);
  const [first, second] = await proposeRecovery();
  await ana.kith.keys.addWay({ with: 'recovery', lines: [first, second] });
  await bonded(ana, ben);
  const id = await exchange(ana, ben, 'everyday-1-001');
  await ana.kith.keepSafe({ topic: 'work', ring: 1, text: 'not said yet', bond: null });
  await ana.kith.keys.bring();

  const there = await terminal();
  there.types('recover', await ana.kith.keys.accountLine(), first, second, 'Terminal');
  await there.shows('You are in.');
  await there.shows('1  Ben');
  there.types('1', 'drawer', '', 'story');
  expect(await there.shows('They: ')).toContain('not said yet');
  there.types('put', '2', '2', 'from the terminal', '');
  await there.shows('in your drawer');
  there.types('back', 'keep');
  await there.shows('Everything from here is on your other devices');

  await ana.kith.keys.bring();
  const texts = ana.kith.snapshot().personal.drawer.map(({ text }) => text);
  expect(texts.sort()).toEqual(['from the terminal', 'not said yet']);
  expect(ana.kith.snapshot().keeping.ways.map(({ label }) => label)).toContain('Terminal');
  await ana.seesCard(id, 'settled');
  await exchange(ana, ben, 'everyday-1-002');
  expect(ana.bond.record.alarm).toBe(null);
});

test('a vault of the terminal opens in a browser by its sheet', async () => {
  const ben = await Person.arrive('Ben', relay);
  open.push(ben.kith);
  const there = await terminal();
  there.types('keep', 'yes');
  const lines = [...(await there.shows('Type the second line')).matchAll(LINE)];
  const [whose = '', first = '', second = ''] = lines.map(([, line]) => line ?? '');
  there.types(first, second, 'Desk');
  await there.shows('Kept.');
  there.types('start', 'Ana');
  const link = /http\S+#1\.\S+/.exec(await there.shows(/#1\.\S+/))?.[0] ?? '';
  ben.local = await ben.kith.join(await ben.kith.lookAt(link), 'Ben');
  await there.sees('calls themselves Ben');
  there.types('yes');
  await there.sees('[draw]');
  there.types('back', 'keep');
  await there.shows('Everything from here is on your other devices');

  const claim = await claimOf(whose, { with: 'recovery', lines: [first, second] });
  const vault = await arrive(new VaultRelay(relay), new MemoryStore(), claim);
  const kith = await Kith.over(vault, relay);
  open.push(kith);
  await kith.keys.bring();
  const [bond] = kith.snapshot().bonds;
  const ana = new Person('Ana', new MemoryStore(), relay, kith, bond?.local ?? '');
  expect(ana.bond.record.theirName).toBe('Ben');
  await exchange(ana, ben, 'everyday-1-001');
  await there.sees('1  Ben');
  there.types('1', 'story');
  await there.shows('They: ');
});

test('a browser is let in by a code that the terminal shows', async () => {
  const there = await terminal();
  there.types('keep', 'yes');
  const lines = [...(await there.shows('Type the second line')).matchAll(LINE)];
  const [, first = '', second = ''] = lines.map(([, line]) => line ?? '');
  there.types(first, second, 'Desk');
  await there.shows('Kept.');
  there.types('devices', '1');
  const link = /http\S+#d1\.\S+/.exec(await there.shows(/#d1\.\S+/))?.[0] ?? '';
  const secret = parseDeviceLink(link);
  if (secret === null) throw new Error('no link');
  const { signal } = new AbortController();
  const joining = await LinkToHere.begin(relay, secret, 'Phone');
  there.types('');
  const shown = DIGITS.exec(await there.shows(DIGITS))?.[0];
  expect(await joining.digits(signal)).toBe(shown);
  there.types('yes');
  await there.shows('It is in');
  const granted = await joining.letIn(signal);
  const vault = await arriveLinked(new VaultRelay(relay), new MemoryStore(), granted);
  const kith = await Kith.over(vault, relay);
  open.push(kith);
  await kith.keys.bring();
  expect(kith.snapshot().keeping.ways.map(({ label }) => label)).toContain('Desk');
});

test('a terminal is let in by a code that the browser shows', async () => {
  const ana = await Person.arrive('Ana', relay);
  open.push(ana.kith);
  await ana.kith.keys.addWay({ with: 'recovery', lines: await proposeRecovery() });
  await ana.kith.keepSafe({ topic: 'work', ring: 1, text: 'from the browser', bond: null });
  await ana.kith.keys.bring();
  const link = await ana.kith.keys.offerDevice();
  const there = await terminal();
  there.types('device', link.link, 'Terminal');
  const { device, digits } = await link.met(new AbortController().signal);
  expect(device).toBe('Terminal');
  await there.sees(digits);
  await ana.kith.keys.letDeviceIn(link, device);
  await there.sees('[start] a bond');
  there.types('devices');
  expect(await there.shows('this device')).toContain('Device Terminal');
  expect(ana.kith.snapshot().keeping.ways.map(({ label }) => label)).toContain('Terminal');
});
