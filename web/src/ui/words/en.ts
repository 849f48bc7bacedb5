import { around } from './en/around';
import { bond } from './en/bond';
import { care } from './en/care';
import { decks } from './en/decks';
import { first } from './en/first';
import { inner } from './en/inner';
import { keep } from './en/keep';
import { trouble } from './en/trouble';

/** English, which every other language follows. */
export const english = {
  ...around,
  ...bond,
  ...care,
  ...decks,
  ...first,
  ...inner,
  ...keep,
  ...trouble,
};
