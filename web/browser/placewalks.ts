import type { Walk } from './walks';
import { expect } from '@playwright/test';
import { words } from '../src/ui/words';
import { bonded, keepsLater } from './bonding';
import { opensDeck, SOUND_DECK, UNSOUND_DECK } from './decking';
import { chooses, comesWithSheet, takesSheet, takesWords } from './keeping';
/** Keeping what is one’s own: sheet, ways in, devices, and coming back. */
export const keeping: Walk = async ({ serve, arrive }, look) => {
  const { ana } = await bonded({ serve, arrive });
  await ana.press(words.inner.skip);
  await expect(ana.button(words.keep.do)).toBeVisible();
  await look(ana.page, 'keep-first');
  await ana.press(words.keep.do);
  await expect(ana.page.locator('[data-line]')).toHaveCount(3);
  await look(ana.page, 'sheet');
  const secrets = (await ana.page.locator('[data-line]').allTextContents()).slice(1);
  for (const line of secrets) await expect(ana.page.getByText(line.trim())).toHaveCount(1);
  await look(ana.page, 'sheet-on-paper', 'print');
  const paper = await takesSheet(ana, () => look(ana.page, 'sheet-check'));
  await expect(ana.page.getByText(words.open.title)).toBeVisible();
  await look(ana.page, 'keep-open');
  for (const way of ['passkey', 'leave', 'words'] as const) {
    await chooses(ana, words.open[way]);
    await look(ana.page, `keep-open-${way}`);
  }
  await takesWords(ana);
  await look(ana.page, 'keep-lock');
  const origin = new URL(ana.page.url()).origin;
  for (const place of ['settings', 'yours', 'keep', 'devices']) {
    await ana.page.goto(`${origin}/#/${place}`);
    await ana.page.reload();
    await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const line of secrets) await expect(ana.page.getByText(line.trim())).toHaveCount(0);
  }
  await expect(ana.page.getByText(words.devices.list)).toBeVisible();
  await look(ana.page, 'devices');
  await ana.page.getByText(words.devices.reset, { exact: true }).click();
  await look(ana.page, 'devices-reset');
  await ana.press(words.devices.add);
  await expect(ana.page.locator('[data-device-link]')).not.toBeEmpty();
  await look(ana.page, 'device-code');
  const link = (await ana.page.locator('[data-device-link]').textContent()) ?? '';
  const tablet = await arrive('Ana', { origin } as never);
  await tablet.page.goto(`${origin}/#/returning`);
  await expect(tablet.page.getByText(words.returning.lead)).toBeVisible();
  await look(tablet.page, 'returning');
  await tablet.page.goto(link);
  await tablet.page.getByLabel(words.devices.name).fill('Tablet');
  await look(tablet.page, 'device-join');
  await tablet.press(words.link.hereDo);
  await expect(tablet.page.locator('[data-digits]')).toBeVisible();
  await look(tablet.page, 'device-digits');
  await expect(ana.page.locator('[data-digits]')).toBeVisible();
  await look(ana.page, 'device-compare');
  await ana.press(words.link.same);
  await expect(tablet.page.locator('[data-digits]')).toHaveCount(0);
  await ana.page.goto(`${origin}/#/home`);
  await ana.page.goto(`${origin}/#/devices`);
  await ana.page.reload();
  await expect(ana.page.getByText('Tablet')).toBeVisible();
  await look(ana.page, 'devices-two');
  const returned = await arrive('Ana', { origin } as never);
  await comesWithSheet(returned, paper);
  await expect(returned.page.getByText(words.returning.used)).toBeVisible();
  await look(returned.page, 'returned-by-sheet');
  await ana.press(words.devices.lock);
  await expect(ana.page.getByRole('heading', { name: words.unlock.title })).toBeVisible();
  await look(ana.page, 'locked');
};

/** Decks, wishes, and the private side. */
export const decks: Walk = async ({ serve, arrive }, look) => {
  const { ana, ben } = await bonded({ serve, arrive });
  await keepsLater(ana);
  const bond = ana.page.url().split('/bond/')[1]?.split('/')[0] ?? '';
  const origin = new URL(ana.page.url()).origin;
  await ana.page.goto(`${origin}/#/bond/${bond}/decks`);
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText(words.decks.title);
  await look(ana.page, 'decks');
  await opensDeck(ana, UNSOUND_DECK);
  await expect(ana.page.locator('.notice code')).toBeVisible();
  await look(ana.page, 'deck-mistake');
  await opensDeck(ana, SOUND_DECK);
  await expect(ana.page.locator('[data-deck]')).toBeVisible();
  await look(ana.page, 'deck-whole');
  await ana.press(words.decks.useHere);
  await expect(ana.page.locator('[data-added]')).toBeVisible();
  await ana.page.getByText(words.decks.handOn, { exact: true }).click();
  await ana.page.getByText(words.decks.remove, { exact: true }).click();
  await look(ana.page, 'deck-added');
  await ana.press(words.decks.copy);
  await expect(ana.page.getByText(words.decks.copied)).toBeVisible();
  await ben.page.goto(await ana.page.evaluate(() => navigator.clipboard.readText()));
  await expect(ben.page.locator('[data-deck]')).toBeVisible();
  await look(ben.page, 'deck-handed');
  await ana.goes('table');
  await ana.draws();
  await ana.press(words.wishes.open);
  await look(ana.page, 'wishes');
  await ana.page.getByRole('dialog').getByLabel(words.wishes.kinds.favourite).check();
  await ana.press(words.wishes.keep);
  await ana.goes('yours');
  await ana.press(words.yours.write);
  await ana.page.getByLabel(words.yours.words).fill('What I would like to say about the summer.');
  await ana.press(words.yours.put);
  await expect(ana.page.locator('[data-kept-safe]')).toBeVisible();
  await look(ana.page, 'yours-marked');
  await ana.goes('table');
  await ana.press(words.own.open);
  await ana.page.locator('dialog label.choice', { hasText: words.own.kinds.offer }).click();
  await ana.page.getByLabel(words.own.labels.offer).fill('About the summer I was ill');
  await look(ana.page, 'first-step-offer');
  await ana.page.getByRole('dialog').getByRole('button', { name: words.own.lay }).click();
  await ben.page.goto(`${origin}/#/home`);
  await ben.page.getByRole('button', { name: words.home.with('Ana') }).click();
  await expect(ben.page.getByText(words.firstStep.theirsLead('Ana'))).toBeVisible();
  await look(ben.page, 'first-step');
};

/** The drawer with two things in it, and one of them being written anew. */
export const drawer: Walk = async ({ serve, arrive }, look) => {
  const { ana } = await bonded({ serve, arrive });
  await keepsLater(ana);
  await ana.goes('yours');
  const kept = ana.page.locator('[data-kept-safe]');
  const lines = [
    'That I was proud of you in March.',
    'Why I did not come to the station.',
  ] as const;
  for (const [before, line] of lines.entries()) {
    await expect(kept).toHaveCount(before);
    await ana.press(words.yours.write);
    await ana.page.getByLabel(words.yours.words).fill(line);
    await ana.press(words.yours.put);
  }
  await expect(kept).toHaveCount(2);
  await look(ana.page, 'drawer');
  await kept.last().getByRole('button', { name: words.yours.edit }).click();
  // Only what is being changed makes room; the other lies there as before.
  await expect(ana.page.getByLabel(words.yours.words)).toHaveValue(lines[1]);
  await expect(kept).toHaveText(new RegExp(lines[0]));
  await look(ana.page, 'drawer-changing');
};
