import type { OpenBond } from '../../net/kith';
import type { Apology, Repair, WayOfHearing } from '../../core/types';
import { textOf } from './deck';
import { toldOf } from './told';

/** One exchange as its author takes it along: only one's own words. */
export interface OwnExchange {
  readonly day: string;
  readonly topic: string;
  readonly ring: number;
  readonly prompt: string;
  readonly answer: string | null;
  /** The ways of hearing that I chose. */
  readonly heard: readonly WayOfHearing[];
  readonly response: string | null;
}

/** What I wrote when something went amiss: what I told, or what I said back and stand by. */
export interface OwnRepair {
  readonly topic: string;
  readonly told: string | null;
  readonly saidBack: string | null;
  readonly owned: Apology | null;
}

/** Everything that I wrote in a bond, in an open form. Nothing of the other is in it. */
export function ownWordsOf({ record, view }: OpenBond): {
  readonly format: 'kith-own-words';
  readonly version: 1;
  readonly by: string;
  readonly exchanges: readonly OwnExchange[];
  readonly repairs: readonly OwnRepair[];
  readonly lastLine: string | null;
} {
  const exchanges = toldOf(view)
    .filter((card) => card.mine !== null || card.myResponse !== null)
    .map((card) => ({
      day: new Date(card.day * 86_400_000).toISOString().slice(0, 10),
      topic: card.prompt.topic,
      ring: card.prompt.ring,
      prompt: card.writtenByThem ? '' : textOf(card.prompt),
      answer: card.mine?.words ?? null,
      heard: card.myResponse?.ways ?? [],
      response: card.myResponse?.words ?? null,
    }));
  const { repairs, note } = view.together;
  return {
    format: 'kith-own-words',
    version: 1,
    by: record.myName,
    exchanges,
    repairs: repairs.map(ownPart),
    lastLine: note?.mine === true ? note.words : null,
  };
}

function ownPart({ topic, mine, words, saidBack, apology }: Repair): OwnRepair {
  return mine
    ? { topic, told: words, saidBack: null, owned: null }
    : { topic, told: null, saidBack, owned: apology };
}

/** What the file is called: nothing that tells what is in it. */
const OWN_WORDS = 'words.json';

/** Hands the file to the browser, and gives its name. */
export function saveOwnWords(bond: OpenBond): string {
  saveFile(OWN_WORDS, JSON.stringify(ownWordsOf(bond), null, 2));
  return OWN_WORDS;
}

/** Lets the browser save a text under that name. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
