import type { Words } from '../words';
import { around } from './de/around';
import { bond } from './de/bond';
import { care } from './de/care';
import { decks } from './de/decks';
import { first } from './de/first';
import { inner } from './de/inner';
import { keep } from './de/keep';
import { trouble } from './de/trouble';

/** German, whole: the compiler asks for every sentence. */
export const german: Words = {
  ...around,
  ...bond,
  ...care,
  ...decks,
  ...first,

  ...inner,
  ...keep,
  ...trouble,
};
