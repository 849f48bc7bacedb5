import { expect } from '@playwright/test';
import { words } from '../src/ui/words';
import type { Person } from './person';

/** The three lines of a sheet as a person has them on paper. */
export type Paper = readonly [whose: string, first: string, second: string];

/** Goes to the step of keeping, makes a sheet, takes it along, and passes the check. */
export async function keepsSheet(person: Person): Promise<Paper> {
  await person.page.goto(`${new URL(person.page.url()).origin}/#/keep`);
  const paper = await takesSheet(person);
  await expect(person.page.getByText(words.open.title)).toBeVisible();
  return paper;
}

/** Reads the sheet that is shown, and writes the two groups that are asked for. */
export async function takesSheet(
  person: Person,
  asked: () => Promise<void> = () => Promise.resolve(),
): Promise<Paper> {
  const lines = person.page.locator('[data-line]');
  await expect(lines).toHaveCount(3);
  const paper = (await lines.allTextContents()).map((line) => line.trim());
  await person.press(words.sheet.have);
  await asked();
  for (const [index, line] of paper.entries()) {
    for (const [at, group] of line.split(' ').entries()) {
      const field = person.page.getByLabel(words.sheet.group(at + 1, index + 1), { exact: true });
      if ((await field.count()) > 0) await field.fill(group.toLowerCase());
    }
  }
  await person.press(words.sheet.checkDo);
  const [whose = '', first = '', second = ''] = paper;
  return [whose, first, second];
}

/** Makes six words on the step of keeping, writes them off, and gives them. */
export async function takesWords(person: Person): Promise<string> {
  const shown = (await person.page.locator('[data-words]').textContent()) ?? '';
  await person.page.getByLabel(words.open.wordsHere).fill(shown);
  await person.press(words.open.wordsDo);
  await expect(person.button(words.open.lock)).toBeVisible({ timeout: 60_000 });
  return shown.trim();
}

/** Comes from a browser that knows nothing, with the three lines of a sheet. */
export async function comesWithSheet(person: Person, paper: Paper): Promise<void> {
  await person.page.goto(`${new URL(person.page.url()).origin}/#/returning`);
  const lines = person.page.getByLabel(words.sheet.lines[1] ?? '', { exact: true });
  const sheet = person.page.getByText(words.returning.sheet, { exact: true });
  await expect(sheet).toBeVisible();
  if (!(await lines.isVisible())) await sheet.click();
  for (const [index, line] of paper.entries()) {
    await person.page
      .getByLabel(words.sheet.lines[index] ?? '', { exact: true })
      .first()
      .fill(line);
  }
  await person.press(words.returning.do);
}

/** Shows a code for another device of one’s own, and gives the link in it. */
export async function showsCode(person: Person): Promise<string> {
  await person.page.goto(`${new URL(person.page.url()).origin}/#/devices`);
  await person.press(words.devices.add);
  const link = person.page.locator('[data-device-link]');
  await expect(link).toContainText('#d1.');
  return (await link.textContent()) ?? '';
}

/** Opens such a link on the other device, and asks to be let in. */
export async function comesWithCode(device: Person, link: string): Promise<void> {
  await device.page.goto(link);
  await device.page.getByLabel(words.devices.name).fill('Tablet');
  await device.press(words.link.hereDo);
}

/** Sees the same twelve digits on both, and lets the other in. */
export async function letsIn(person: Person, device: Person): Promise<void> {
  const there = device.page.locator('[data-digits]');
  const digits = (await there.textContent()) ?? '';
  await expect(person.page.locator('[data-digits]')).toHaveText(digits);
  await person.press(words.link.same);
  await expect(there).toHaveCount(0);
}

/** Takes one of several choices, as one sees it. */
export async function chooses(person: Person, choice: string): Promise<void> {
  await person.page.locator('label.choice', { hasText: choice }).click();
}

/** Clears everything that this browser keeps for the address, from a page where Kith does not run. */
export async function clears(person: Person): Promise<void> {
  const { origin } = new URL(person.page.url());
  await person.page.goto(`${origin}/away.html`);
  await person.page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name ?? '').onsuccess = resolve;
      });
    }
  });
  await person.page.goto(origin);
  await expect(person.button(words.arrive.start)).toBeVisible();
}
