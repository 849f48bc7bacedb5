import deck from '../../../decks/src/main/resources/kith/decks/founding.en.json?raw';
import { decide, openBond, take, view, type BondHandle } from '../core/border';
import type { Command, DecisionAnswer, ExchangeId, View } from '../core/types';
import { timeOf } from './clock';
import type { BondRecord } from './record';

/** The Java model of one bond, fed with entries as they come. */
export class CoreBond {
  readonly #bond: BondHandle;
  #taken = 0;

  constructor(seat: 0 | 1, bond: Uint8Array) {
    const seed = Array.from(bond, (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#bond = openBond(seat, seed, deck);
  }

  view(record: BondRecord): View {
    this.#takeAll(record);
    return view(this.#bond, sealedByMe(record), timeOf(record));
  }

  decide(record: BondRecord, command: Command): DecisionAnswer {
    this.#takeAll(record);
    return decide(this.#bond, command, sealedByMe(record), timeOf(record));
  }

  #takeAll(record: BondRecord): void {
    for (const entry of record.entries.slice(this.#taken)) take(this.#bond, entry);
    this.#taken = record.entries.length;
  }
}

/** What only my devices know: the cards that I have sealed an answer to. */
function sealedByMe(record: BondRecord): ExchangeId[] {
  return Object.entries(record.sealed)
    .filter(([, sealed]) => sealed.parts !== null)
    .map(([exchange]) => exchange);
}
