import type { Matter, Wedge } from '../core/types';
import { blankVote, fromBase64Url, noTags, sealVote, toBase64Url } from '../crypto';
import { VOTE_COUNTERS, voteGate, voteSelfTag, yesTags, type VoteQuestion } from '../crypto';
import type { Counters, Upload } from '../wire/messages';
import { Problem } from '../wire/problems';
import type { Bonds } from './bonds';
import { timeOf } from './clock';
import { keysOf } from './exchange';
import { nameOf, slotsOf } from './matters';
import type { BondRecord } from './record';
import type { Relay } from './relay';

/** What one person says yes to now, and how deep each topic is open. */
export interface Wished {
  readonly yes: readonly Matter[];
  readonly topics: readonly Wedge[];
}

interface Voting {
  readonly relay: Relay;
  readonly bonds: Bonds;
  /** Hears from the vault what other devices of this person have noted; nothing where there is none. */
  readonly bring: () => Promise<void>;
  readonly wished: (local: string, record: BondRecord) => Wished;
}

/** Another device of this person may upload at the same time; then the counters are asked anew. */
const MOST_ATTEMPTS = 4;

/**
 * Up to here every note is followed by an upload; the counters after it are kept for taking back,
 * and for the first upload of the next ticks.
 */
const LAST_FOR_NOTES = 12;

/** Epochs of which the counters are remembered: a vote opens at most so many days late. */
const KEPT_EPOCHS = 40;

/**
 * Uploads this person's votes: once in every tick epoch, and after everything that may change them,
 * whatever they are. An upload has the same shape whether it says yes, not yet, or the same again.
 */
export async function vote(voting: Voting, local: string): Promise<void> {
  const { relay, bonds, bring } = voting;
  const kept = () => bonds.change(local, (present) => present);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    if (!isDue(await kept())) return;
    // A yes that another device has taken back meanwhile goes out no more.
    await bring();
    const record = await kept();
    const wished = voting.wished(local, record);
    const counters = await relay.counters(record);
    if (isHeldBack(record, counters, wished)) return;
    const upload = await uploadOf(record, counters, wished);
    await bonds.change(local, (present) => attempted(present, wished));
    try {
      await relay.vote(record, upload);
    } catch (cause) {
      if (cause instanceof Problem && cause.problem === 'votes-moved') continue;
      throw cause;
    }
    await bonds.change(local, (present) => uploaded(present, { record, counters, wished }));
  }
}

/** It is a new epoch, or something was noted or agreed since this device uploaded last. */
function isDue({ ballot, tick, noted, agreements }: BondRecord): boolean {
  return ballot.tick !== tick || ballot.noted !== noted || ballot.agreements !== agreements;
}

/** The counters for notes are used up, it is no new epoch, and nothing is taken back. */
function isHeldBack({ ballot }: BondRecord, counters: Counters, { yes }: Wished): boolean {
  const isSpent = Math.max(...counters.counters) > LAST_FOR_NOTES;
  const now = yes.map(nameOf);
  return isSpent && ballot.tick === counters.tick && ballot.yes.every((one) => now.includes(one));
}

/** Before it is sent: whatever becomes of it, these may stand as a yes from now on. */
function attempted(record: BondRecord, { yes }: Wished): BondRecord {
  const names = new Set([...record.ballot.yes, ...yes.map(nameOf)]);
  return { ...record, ballot: { ...record.ballot, yes: [...names] } };
}

/** The relay has it: what was uploaded before for these epochs is void. */
function uploaded(
  present: BondRecord,
  sent: { readonly record: BondRecord; readonly counters: Counters; readonly wished: Wished },
): BondRecord {
  const { tick, counters } = sent.counters;
  const { noted, agreements } = sent.record;
  const known = { ...present.ballot.counters };
  counters.forEach((counter, i) => (known[tick + i] = counter));
  const kept = Object.entries(known).filter(([epoch]) => Number(epoch) > tick - KEPT_EPOCHS);
  const yes = sent.wished.yes.map(nameOf);
  const ballot = { tick, noted, agreements, yes, counters: Object.fromEntries(kept) };
  return { ...present, tick: Math.max(present.tick, tick), ballot };
}

async function uploadOf(
  record: BondRecord,
  { tick, counters }: Counters,
  { yes, topics }: Wished,
): Promise<Upload> {
  const wanted = new Set(yes.map(nameOf));
  const gates = await Promise.all(
    slotsOf(yes, topics).map(async (slot) => {
      const gate = await voteGate(keysOf(record), slot, record.agreements);
      const isYes = slot.matter !== '' && wanted.has(slot.matter);
      const votes = counters.map((counter, i) => {
        const isCounted = isYes && counter < VOTE_COUNTERS;
        return isCounted ? yesVote(record, { ...slot, tick: tick + i }, counter) : noVote(record);
      });
      return { gate: toBase64Url(gate), votes: await Promise.all(votes) };
    }),
  );
  return { tick, counters, gates: gates.sort((one, other) => inBytes(one.gate, other.gate)) };
}

/** By their bytes, so that their order says nothing about their matters. */
function inBytes(one: string, other: string): number {
  const [a, b] = [fromBase64Url(one), fromBase64Url(other)];
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

async function yesVote(record: BondRecord, question: VoteQuestion, counter: number) {
  const bond = keysOf(record);
  const { seat } = record;
  const self = await voteSelfTag(bond, fromBase64Url(record.mark), question, seat);
  const text = { v: 1, at: timeOf(record), self: toBase64Url(self), counter };
  const box = await sealVote(bond, question, seat, JSON.stringify(text));
  const tags = await yesTags(bond, question, { seat, counter });
  return { tags: toBase64Url(tags), box: toBase64Url(box) };
}

function noVote(record: BondRecord) {
  return Promise.resolve({
    tags: toBase64Url(noTags()),
    box: toBase64Url(blankVote(keysOf(record))),
  });
}
