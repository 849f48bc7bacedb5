/** The compiled core behind types. Nothing here decides; docs/model.md says what answers mean. */
import * as core from '../../target/core/kith-core.js';
import type { SharedDeck, SoundDeck, UnsoundDeck, Wish, Wished } from './decks';
import type {
  Command,
  CoreError,
  DecisionAnswer,
  Entry,
  ExchangeId,
  Mine,
  Reason,
  Seat,
  View,
} from './types';

/** How every answer begins that is none. */
const ERROR = '{"error":';

/** One person's side of one bond inside the core. */
export type BondHandle = core.OpenBond;

/** A text of our own making that the core could not take: our fault, never a person's. */
export class CoreFault extends Error {
  readonly reason: Reason;

  constructor({ reason, detail }: CoreError['error']) {
    super(`${reason}: ${detail}`);
    this.name = 'CoreFault';
    this.reason = reason;
  }
}

/** Opens a bond without entries. seedHex: its id, in lower-case hex; deckText: a deck's file. */
export function openBond(seat: Seat, seedHex: string, deckText: string): BondHandle {
  const bond = core.openBondOf(seat, seedHex, JSON.parse(deckText) as object);
  sound(core.problem(bond));
  return bond;
}

/**
 * What an author sealed in a box: an object, or SyntaxError with the reason. The core looks first,
 * since what two readers could understand differently must be read by neither.
 */
export function authored(text: string): Record<string, unknown> {
  const answer = core.authored(text);
  if (answer !== '') throw new SyntaxError((JSON.parse(answer) as CoreError).error.detail);
  return JSON.parse(text) as Record<string, unknown>;
}

/** Takes the next entry, as a value or as its text. */
export function take(bond: BondHandle, entry: Entry | string): void {
  sound(typeof entry === 'string' ? core.take(bond, entry) : core.takeRead(bond, entry));
}

/**
 * own: what only my devices know, whole or just what I have sealed; now: own clock in ms, best held
 * within the relay's day.
 */
export function view(bond: BondHandle, own: readonly ExchangeId[] | Mine, now: number): View {
  return JSON.parse(sound(core.view(bond, mine(own), now))) as View;
}

/** Whether I may, and the events that do it, to be written as one entry. */
export function decide(
  bond: BondHandle,
  command: Command,
  own: readonly ExchangeId[] | Mine,
  now: number,
): DecisionAnswer {
  const answer = core.decide(bond, JSON.stringify(command), mine(own), now);
  return JSON.parse(sound(answer)) as DecisionAnswer;
}

/** The deck in a file that somebody chose, or what is wrong with it. Show it before it is used. */
export function canonicalDeck(text: string): SoundDeck | UnsoundDeck {
  return deck(core.canonicalDeck(text));
}

/** The deck in the fragment of a link, with or without #, or what is wrong with it. */
export function deckOfFragment(fragment: string): SoundDeck | UnsoundDeck {
  return deck(core.deckOfFragment(fragment));
}

/** The fragment of a link that carries a deck, without #. */
export function deckFragment(deck: SoundDeck): string {
  return sound(core.deckFragment(deck.canonical));
}

/** What private wishes come to. seedHex: the id of the bond; day: since 1970 UTC. */
export function wishes(all: readonly Wish[], seedHex: string, day: number): Wished {
  const text = JSON.stringify({ v: 1, wishes: all });
  return JSON.parse(sound(core.wishes(text, seedHex, day))) as Wished;
}

function deck(answer: string): SoundDeck | UnsoundDeck {
  return answer.startsWith(ERROR)
    ? { unsound: (JSON.parse(answer) as CoreError).error.detail }
    : { canonical: answer, deck: JSON.parse(answer) as SharedDeck };
}

function mine(own: readonly ExchangeId[] | Mine): string {
  return JSON.stringify('v' in own ? own : { v: 1, sealed: own });
}

function sound(answer: string): string {
  if (answer.startsWith(ERROR)) {
    throw new CoreFault((JSON.parse(answer) as CoreError).error);
  }
  return answer;
}
