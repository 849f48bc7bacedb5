import { expect, test } from './kith';
import { readFileSync } from 'node:fs';
import { words } from '../src/ui/words';
import { Person } from './person';
import { Server } from './server';

const MARK = 'zq7canary';
const ANA = `Ana ${MARK} name`;
const BEN = `Ben ${MARK} name`;
const HERS = `${MARK} I used to hide under the kitchen table`;
const HIS = `${MARK} the smell of bread in the morning`;
const HER_REPLY = `${MARK} bread, of all things`;
const HIS_REPLY = `${MARK} I can see that table`;

/** A shorter text would stand in random bytes by chance now and then. */
const SURE_LENGTH = 7;

/** A minute of clicks is what joining may cost a person; this machine's share of it is far less. */
const MINUTE_MS = 60_000;

test('two people meet, seal, open together and respond, and the relay learns nothing', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive(ANA, server);
  const ben = await arrive(BEN, server);

  const began = Date.now();
  const link = await ana.invites();
  await ben.joins(link);
  await ana.confirms();
  const meeting = Date.now() - began;
  console.log(`invite to joined: ${String(meeting)} ms of clicks`);
  expect(meeting).toBeLessThan(MINUTE_MS);

  await ana.press(words.check.open);
  await ben.press(words.check.open);
  const digits = await ana.page.locator('.digits').textContent();
  expect(digits).toMatch(/^\d{4} \d{4} \d{4}$/);
  await expect(ben.page.locator('.digits')).toHaveText(digits ?? '');
  await ana.press(words.check.same);

  const question = await ben.draws();
  await ana.seesCard(question);

  await ana.writes(HERS);
  await ana.reloads();
  await expect(ana.page.getByLabel(words.table.yourAnswer)).toHaveValue(HERS);

  await nothingReaches(ben, async () => {
    await ana.seals();
    await ana.seesSealed();
  });
  await ben.context.setOffline(true);
  await ben.writes(HIS);
  await ben.seals();
  await ben.seesSealed();
  await expect(ben.page.getByText(words.table.onItsWay)).toBeVisible();
  await ben.context.setOffline(false);

  await ana.seesOpened(HERS, HIS);
  await ben.seesOpened(HERS, HIS);
  await ana.reloads();
  await ana.seesOpened(HERS, HIS);

  await ana.responds('thanks', HER_REPLY);
  await ben.responds('heard', HIS_REPLY);
  await ana.seesInStory(HERS, HIS, HER_REPLY, HIS_REPLY);
  await ben.seesInStory(HERS, HIS, HER_REPLY, HIS_REPLY);
  await ben.reloads();
  await ben.seesInStory(HERS, HIS, HER_REPLY, HIS_REPLY);

  const secrets = [MARK, ...prompts(), ...topics(), '"ring":', link.split('#')[1] ?? 'no link'];
  const left = [...ana.sent, ...ben.sent].join('\n');
  expect(secrets.filter((secret) => left.includes(secret))).toEqual([]);
  expect(secrets.filter((secret) => server.said.includes(secret))).toEqual([]);
  expect(found(server, secrets)).toEqual([]);
  await server.stop();
  expect(found(server, secrets)).toEqual([]);
  // The search can find: what the relay does know is there.
  expect(found(server, ['CREATE TABLE'])).not.toEqual([]);
  expect(left).toContain('/v1/bonds/');
});

/** While `act` happens, not one answer and not one byte comes in, and the screen stays as it is. */
async function nothingReaches(person: Person, act: () => Promise<void>): Promise<void> {
  const before = { count: person.received.length, screen: await person.page.content() };
  await act();
  expect(person.received.slice(before.count)).toEqual([]);
  expect(await person.page.content()).toBe(before.screen);
}

function deck(): { prompts: { topic: string; text: string }[] } {
  const path = '../decks/src/main/resources/kith/decks/founding.en.json';
  return JSON.parse(readFileSync(path, 'utf8')) as { prompts: { topic: string; text: string }[] };
}

function prompts(): string[] {
  return deck().prompts.map((prompt) => prompt.text);
}

function topics(): string[] {
  const told = Object.entries(words.topics).flatMap(([topic, name]) => [
    `"topic":"${topic}"`,
    name,
  ]);
  return told.filter((text) => text.length >= SURE_LENGTH);
}

/** Where on the relay’s disk a secret stands, as it is or in another dress. */
function found(server: Server, secrets: string[]): string[] {
  const sought = new Map<number, { secret: string; dress: Buffer }[]>();
  for (const secret of secrets) {
    for (const dress of dresses(secret)) {
      const start = dress.readUInt32LE();
      sought.set(start, [...(sought.get(start) ?? []), { secret, dress }]);
    }
  }
  // One walk over the bytes for all of them: they are some thousands.
  return [...server.files()].flatMap(([path, bytes]) => {
    const there = new Set<string>();
    for (let at = 0; at + 4 <= bytes.length; at++) {
      for (const { secret, dress } of sought.get(bytes.readUInt32LE(at)) ?? []) {
        if (bytes.subarray(at, at + dress.length).equals(dress)) there.add(secret);
      }
    }
    return [...there].map((secret) => `${secret} in ${path}`);
  });
}

function dresses(secret: string): Buffer[] {
  const plain = Buffer.from(secret, 'utf8');
  const inner = (text: string) => Buffer.from(text.slice(2, -4));
  return [
    plain,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(plain.toString('hex')),
    ...[0, 1, 2].map((shift) =>
      inner(
        Buffer.concat([Buffer.alloc(shift), plain])
          .toString('base64')
          .slice(shift),
      ),
    ),
  ].filter((dress) => dress.length > 5);
}
