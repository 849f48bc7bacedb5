import type { OpenBond } from '../net/kith';
import { Onion } from './onion';
import { Screen } from './parts';
import { go } from './routes';
import { words } from './words';

/** The bonds, each with its small onion and what is on the table. */
export function Home({ bonds }: { bonds: readonly OpenBond[] }) {
  return (
    <Screen title={words.home.title}>
      <div class="stack">
        <h1>{words.home.title}</h1>
        <ul class="offers">
          {bonds.map((bond) => (
            <li key={bond.local}>
              <button type="button" onClick={() => go({ name: 'bond', local: bond.local })}>
                <span class="bondrow">
                  <Onion cells={bond.view.map} />
                  <span>
                    <strong class="prompt">{nameOf(bond)}</strong>
                    <span class="quiet block">{stateOf(bond)}</span>
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <div class="row">
          <button type="button" onClick={() => go({ name: 'start' })}>
            {words.home.another}
          </button>
          <button type="button" class="plain" onClick={() => go({ name: 'paste' })}>
            {words.arrive.haveLink}
          </button>
        </div>
      </div>
    </Screen>
  );
}

export function nameOf(bond: OpenBond): string {
  const { theirName } = bond.record;
  return theirName === null ? words.home.unnamed : words.home.with(theirName);
}

function stateOf(bond: OpenBond): string {
  const stage = bond.record.stage.name;
  if (stage === 'inviting') return words.home.inviting;
  if (stage === 'asked') return words.home.asked;
  if (bond.view.table.some((card) => card.state === 'opened')) return words.home.toRead;
  return bond.view.table.length > 0 ? words.home.onTable : words.home.quiet;
}
