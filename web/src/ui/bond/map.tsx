import { Legend, Onion, OnionTable } from '../onion';
import { Fold, Screen } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { useCell } from './cell';

/** The map as a screen of its own. */
export function MapPart() {
  const { view } = usePlace().bond;
  const { onPress, sheet } = useCell();
  return (
    <Screen title={words.table.map}>
      <div class="stack">
        <h1>{words.table.map}</h1>
        <p class="quiet">{words.table.mapLead}</p>
        <Onion cells={view.map} whole onPress={onPress} />
        <Legend />
        <Fold title={words.table.mapTable}>
          <OnionTable cells={view.map} onPress={onPress} />
        </Fold>
      </div>
      {sheet}
    </Screen>
  );
}
