import { words } from '../src/ui/words';
import { LANGUAGE } from './language';
import type { Person } from './person';

/** A card of the founding deck that everybody can answer at once. */
export const QUESTION = {
  en: 'Which small kindness of a stranger do you still remember?',
  de: 'An welche kleine Freundlichkeit von fremden Menschen erinnerst du dich noch?',
}[LANGUAGE];

/** Draws one certain card by the map, where it is one among others. */
export async function findsCard(person: Person, cell: string, question: string): Promise<void> {
  await person.goes('map');
  await person.page.locator(`[data-cell="${cell}"]`).click();
  const card = person.page.locator('dialog .prompt');
  while ((await card.textContent()) !== question) await person.press(words.cell.another);
  await person.page.getByRole('dialog').getByRole('button', { name: words.table.draw }).click();
  await person.seesCard(question);
}
