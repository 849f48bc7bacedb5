import type { OpenBond } from '../net/kith';
import { Onion } from './onion';
import { Press, Screen } from './parts';
import { go, hrefOf } from './routes';
import { words } from './words';

/** The bonds, each with its small onion and what is on the table. */
export function Home({ bonds }: { bonds: readonly OpenBond[] }) {
  return (
    <Screen title={words.home.title}>
      <div class="stack airy">
        <h1>{words.home.title}</h1>
        <ul class="plainlist">
          {[...bonds].sort(byNeed).map((bond) => (
            <li key={bond.local}>
              <button
                type="button"
                class="entry pictured"
                onClick={() => go({ name: 'bond', local: bond.local })}
              >
                <Onion cells={bond.view.map} />
                <span>
                  <strong class="prompt block">{nameOf(bond)}</strong>
                  <span class="quiet small block">{stateOf(bond)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <div class="buttons">
          <Press onClick={() => go({ name: 'start' })}>{words.home.another}</Press>
          <Press onClick={() => go({ name: 'paste' })}>{words.arrive.haveLink}</Press>
        </div>
        <div class="menu">
          <a href={hrefOf({ name: 'yours' })}>{words.yours.title}</a>
          <a href={hrefOf({ name: 'evening' })}>{words.evening.open}</a>
        </div>
      </div>
    </Screen>
  );
}

/** What somebody waits for here comes first, and what is over last. */
function byNeed(one: OpenBond, other: OpenBond): number {
  const rank = ({ record, view }: OpenBond): number => {
    if (record.stage.name === 'asked') return 0;
    return record.stage.name === 'closed' || view.together.state === 'ended' ? 2 : 1;
  };
  return rank(one) - rank(other);
}

export function nameOf(bond: OpenBond): string {
  const { theirName, stage } = bond.record;
  return theirName === null || stage.name === 'closed'
    ? words.home.unnamed
    : words.home.with(theirName);
}

/** What is on the table. Nothing here says that anything is expected. */
function stateOf({ record, view }: OpenBond): string {
  const stage = record.stage.name;
  if (stage === 'inviting') return words.home.inviting;
  if (stage === 'asked') return words.home.asked;
  if (stage === 'closed') return words.home.closed;
  const { state, evening, repairs } = view.together;
  if (state === 'ended') return words.home.ended;
  if (state === 'rests') return words.home.resting;
  if (evening) return words.home.evening;
  if (repairs.some((repair) => !repair.mended)) return words.home.mending;
  const unread = view.table.some((card) => card.state === 'opened' && card.may.respond === null);
  if (unread) return words.home.toRead;
  return view.table.some((card) => card.state === 'drawn') ? words.home.onTable : words.home.quiet;
}
