import {
  expect,
  type Browser,
  type BrowserContext,
  type Page,
  type Request,
} from '@playwright/test';
import { words } from '../src/ui/words';

/** One of two people: a browser of their own, nothing shared with the other. */
export class Person {
  readonly name: string;
  readonly context: BrowserContext;
  /** Everything that left this person's browser: addresses, headers and bodies. */
  readonly sent: string[] = [];
  /** How many answers came in, and how many bytes. */
  readonly received: string[] = [];
  page: Page;

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.context = context;
    this.page = page;
    context.on('request', (request) => this.sent.push(everythingOf(request)));
    context.on('response', (response) => this.received.push(response.url()));
  }

  static async arrive(browser: Browser, name: string, origin: string): Promise<Person> {
    const context = await browser.newContext({
      permissions: ['clipboard-write', 'clipboard-read'],
    });
    return Person.within(context, name, origin);
  }

  /** The same in a browser that is there already. */
  static async within(context: BrowserContext, name: string, origin: string): Promise<Person> {
    const page = await context.newPage();
    const person = new Person(name, context, page);
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(origin);
    return person;
  }

  button(label: string) {
    return this.page.getByRole('button', { name: label, exact: true });
  }

  async press(label: string): Promise<void> {
    await this.button(label).click();
  }

  /** Starts a bond and gives the private link. */
  async invites(): Promise<string> {
    await this.press(words.arrive.start);
    await this.page.getByLabel(words.start.yourName).fill(this.name);
    await this.press(words.start.make);
    const link = this.page.locator('[data-link]');
    await expect(link).toContainText('#1.');
    return (await link.textContent()) ?? '';
  }

  async joins(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel(words.join.yourName).fill(this.name);
    await this.press(words.join.join);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(/^(?:You and|Du und) /);
  }

  async confirms(): Promise<void> {
    await this.press(words.invite.yes);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(/^(?:You and|Du und) /);
  }

  /** Draws the first card on offer and gives its question. */
  async draws(): Promise<string> {
    const question = await this.page.locator('.choice.deck .prompt').first().textContent();
    await this.page.locator('.choice.deck').first().click();
    await this.press(words.table.draw);
    await this.seesCard(question ?? '');
    return question ?? '';
  }

  async seesCard(question: string): Promise<void> {
    const card = this.page.locator('article[data-card="drawn"] .prompt');
    await expect(card).toHaveText(question);
  }

  async writes(text: string): Promise<void> {
    const { yourAnswer } = words.table;
    const field = this.page.getByLabel(yourAnswer).or(this.page.getByLabel(words.firstStep.yours));
    await field.fill(text);
    await expect(this.page.getByText(words.table.kept)).toBeVisible();
  }

  async seals(): Promise<void> {
    await this.button(words.table.seal).or(this.button(words.ask.send)).click();
  }

  /** Seals, and waits until the relay has it. */
  async sealsThere(): Promise<void> {
    const kept = this.context.waitForEvent('response', {
      predicate: (response) =>
        response.ok() &&
        response.request().method() === 'PUT' &&
        response.url().includes('/gates/'),
    });
    await this.seals();
    await kept;
    await this.seesSealed();
  }

  async seesSealed(): Promise<void> {
    await expect(this.page.getByText(words.table.sealedLead)).toBeVisible();
  }

  /** Both answers are there, in full. */
  async seesOpened(...texts: string[]): Promise<void> {
    const opened = this.page.locator('article[data-card="opened"]');
    for (const text of texts) await expect(opened.getByText(text)).toBeVisible();
  }

  async responds(way: keyof typeof words.respond.ways, text: string): Promise<void> {
    await this.press(words.respond.begin);
    await this.page.locator('label.choice', { hasText: words.respond.ways[way] }).click();
    await this.page.getByLabel(words.respond.more).fill(text);
    await this.press(words.respond.send);
  }

  /** Puts something of one’s own on the table: a card, a question, the offer of a first step. */
  async lays(kind: keyof typeof words.own.kinds, text: string): Promise<void> {
    await this.press(words.own.open);
    const dialog = this.page.getByRole('dialog');
    await dialog.locator('label.choice', { hasText: words.own.kinds[kind] }).click();
    await dialog.getByLabel(words.own.labels[kind]).fill(text);
    await dialog.getByRole('button', { name: words.own.lay, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }

  /** Says yes where one is asked privately; it is with the relay when this returns. */
  async saysYes(yes: string): Promise<void> {
    const uploaded = this.page.waitForResponse(
      (answer) => answer.url().endsWith('/votes') && answer.request().method() === 'PUT',
    );
    await this.press(yes);
    await expect(this.page.getByText(words.inner.deeper.said)).toBeVisible();
    expect((await uploaded).status()).toBe(200);
  }

  /** Goes to another part of the bond by its navigation. */
  async goes(part: 'table' | 'map' | 'story' | 'yours'): Promise<void> {
    const places = this.page.getByRole('navigation', { name: words.places.label });
    await places.getByRole('link', { name: words.places[part], exact: true }).click();
  }

  /** The exchange has settled: it is in the story with everything that was said. */
  async seesInStory(...texts: string[]): Promise<void> {
    await expect(this.page.locator('article[data-card="opened"]')).toHaveCount(0);
    await this.goes('story');
    for (const text of texts) await expect(this.page.getByText(text).first()).toBeVisible();
    await this.goes('table');
  }

  async reloads(): Promise<void> {
    await this.page.reload();
  }
}

function everythingOf(request: Request): string {
  const headers = JSON.stringify(request.headers());
  return `${request.method()} ${request.url()}\n${headers}\n${request.postData() ?? ''}`;
}
