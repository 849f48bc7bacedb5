import type { CDPSession } from '@playwright/test';
import { words } from '../src/ui/words';
import { expect, test } from './kith';
import { chooses, clears, keepsSheet } from './keeping';
import type { Person } from './person';

interface Authenticator {
  readonly session: CDPSession;
  readonly id: string;
}

/** What an authenticator can do: the three kinds that there are (docs/crypto.md, 10). */
const KINDS = {
  'gives its secret when made and when asked': { hasPrf: true },
  'gives its secret only when asked': { hasHmacSecret: true },
} as const;

async function authenticator(person: Person, more: object): Promise<Authenticator> {
  const session = await person.context.newCDPSession(person.page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2' as const,
    ctap2Version: 'ctap2_1' as const,
    transport: 'internal' as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
    ...more,
  };
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  return { session, id: authenticatorId };
}

/** Remembers every secret that an authenticator gives to this page, before the app sees it. */
async function watchSecrets(person: Person): Promise<() => Promise<string[]>> {
  await person.context.addInitScript(() => {
    const given: number[][] = [];
    Object.assign(window, { given });
    const own: (this: PublicKeyCredential) => AuthenticationExtensionsClientOutputs =
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its object below
      PublicKeyCredential.prototype.getClientExtensionResults;
    PublicKeyCredential.prototype.getClientExtensionResults = function () {
      const results = own.call(this);
      const first = results.prf?.results?.first as ArrayBuffer | undefined;
      if (first !== undefined) given.push([...new Uint8Array(first)]);
      return results;
    };
  });
  await person.page.reload();
  return async () => {
    const all = await person.page.evaluate(
      () => (window as unknown as { given: number[][] }).given,
    );
    return all.flatMap((bytes) => spellings(Buffer.from(bytes)));
  };
}

/** Every way in which bytes may stand in a request. */
function spellings(bytes: Buffer): string[] {
  const url = bytes.toString('base64url');
  return [url, bytes.toString('base64'), bytes.toString('hex'), JSON.stringify([...bytes])];
}

for (const [kind, more] of Object.entries(KINDS)) {
  test(`a passkey that ${kind} locks and opens, and no request holds its secret`, async ({
    serve,
    arrive,
  }) => {
    const server = await serve();
    const ana = await arrive('Ana', server);
    const secrets = await watchSecrets(ana);
    await authenticator(ana, more);
    await keepsSheet(ana);
    await chooses(ana, words.open.passkey);
    await ana.press(words.open.passkeyDo);
    await expect(ana.button(words.open.lock)).toBeVisible();
    const made = await secrets();
    expect(made.length).toBeGreaterThan(0);
    await ana.press(words.open.lock);

    await ana.press(words.unlock.passkey);
    await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText(words.arrive.title);
    const given = await secrets();
    expect(given.length).toBeGreaterThan(0);
    const sent = ana.sent.join('\n');
    expect(sent).toContain('/v1/vaults/');
    expect([...made, ...given].filter((secret) => sent.includes(secret))).toEqual([]);
    expect(sent).not.toMatch(/clientExtensionResults|"prf"|rawId|clientDataJSON/);
    expect(server.said).not.toContain(made[0] ?? 'nothing');

    // The same passkey from a browser that was cleared: it remembers whose it is.
    await clears(ana);
    await ana.page.getByRole('link', { name: words.returning.open }).click();
    await ana.page.getByText(words.returning.passkey, { exact: true }).click();
    await ana.press(words.unlock.passkey);
    await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText(words.arrive.title);
    await ana.page.goto(`${server.origin}/#/devices`);
    await expect(ana.page.getByText(words.devices.kinds.passkey, { exact: true })).toBeVisible();
  });
}

test('a passkey without a secret of its own is refused plainly, and nothing has changed', async ({
  serve,
  arrive,
}) => {
  const ana = await arrive('Ana', await serve());
  await authenticator(ana, {});
  await keepsSheet(ana);
  await chooses(ana, words.open.passkey);
  await ana.press(words.open.passkeyDo);
  await expect(ana.page.getByText(words.passkeyTrouble['no-secret'])).toBeVisible();
  await ana.page.goto(`${new URL(ana.page.url()).origin}/#/devices`);
  await expect(ana.page.getByText(words.devices.kinds.recovery, { exact: true })).toBeVisible();
  await expect(ana.page.getByText(words.devices.kinds.passkey, { exact: true })).toHaveCount(0);
});
