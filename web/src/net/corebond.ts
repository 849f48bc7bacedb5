import deck from '../../../decks/src/main/resources/kith/decks/founding.en.json?raw';
import { decide, openBond, take, view, type BondHandle } from '../core/border';
import type { Command, DecisionAnswer, ExchangeId, View } from '../core/types';
import { fromBase64Url } from '../crypto';
import { timeOf } from './clock';
import type { BondRecord, DrawnCard } from './record';

/** The Java model of one bond, fed with entries as they come. */
export class CoreBond {
  #bond: BondHandle;
  #taken = 0;

  constructor(record: BondRecord) {
    this.#bond = opened(record);
  }

  view(record: BondRecord, now = timeOf(record)): View {
    this.#takeAll(record);
    return view(this.#bond, sealedByMe(record), now);
  }

  decide(record: BondRecord, command: Command): DecisionAnswer {
    this.#takeAll(record);
    return decide(this.#bond, command, sealedByMe(record), timeOf(record));
  }

  /** Takes what is new; a record with less than was taken (another tab’s, not kept) begins anew. */
  #takeAll(record: BondRecord): void {
    if (record.entries.length < this.#taken) {
      this.#bond = opened(record);
      this.#taken = 0;
    }
    for (const entry of record.entries.slice(this.#taken)) {
      take(this.#bond, entry);
      this.#taken += 1;
    }
  }
}

/** The card of an exchange as it lies on the table at that time; what was only claimed does not. */
export function drawnCard(record: BondRecord, exchange: string, now: number): DrawnCard | null {
  const { table } = new CoreBond(record).view(record, now);
  const card = table.find((each) => each.exchange === exchange && each.state === 'drawn');
  if (card === undefined) return null;
  const { deck, id, language, text, ring } = card.prompt;
  return { exchange, ring, prompt: { deck, id, language, text } };
}

function opened(record: BondRecord): BondHandle {
  const bytes = Array.from(fromBase64Url(record.bond), (byte) => byte.toString(16));
  return openBond(record.seat, bytes.map((byte) => byte.padStart(2, '0')).join(''), deck);
}

/** What only my devices know: the cards that I have sealed an answer to. */
function sealedByMe(record: BondRecord): ExchangeId[] {
  return Object.entries(record.sealed)
    .filter(([, sealed]) => sealed.parts !== null)
    .map(([exchange]) => exchange);
}
