import { useMemo } from 'preact/hooks';
import type { Alarm as AlarmName } from '../../net/record';
import type { Kith, OpenBond, Snapshot } from '../../net/kith';
import type { Deeds } from '../deeds';
import { later } from '../later';
import { Press, Screen } from '../parts';
import { PlaceContext, usePlace, type Place } from '../place';
import { go, hrefOf, isAt, type PartName } from '../routes';
import { words } from '../words';
import { Account } from './account';
import { EveningOfBond } from './evening';
import { saveOwnWords } from './export';
import { MapPart } from './map';
import { More } from './more';
import { Places } from './places';
import { PrintedStory, StoryPart } from './story';
import { TablePart } from './table';
import { YoursPart } from './yours';

/** It reads decks, and so needs the core, which no other part of a bond does to be shown. */
const DecksPart = later(() => import('./decks').then((part) => part.DecksPart));

/** One real bond, over the relay, in which two have met. */
export function Bond(properties: {
  kith: Kith;
  deeds: Deeds;
  seen: Snapshot;
  bond: OpenBond;
  part: PartName;
}) {
  const { kith, deeds, seen, bond, part } = properties;
  const { alarm } = bond.record;
  const { local } = bond;
  const place = useMemo<Place>(
    () => ({
      deeds,
      bond,
      personal: seen.personal,
      decks: seen.decks,
      name: bond.record.theirName ?? '',
      part,
      show: (other) => go({ name: 'bond', local, part: other }),
      showAfter: (other) => {
        if (isAt(local, part)) go({ name: 'bond', local, part: other });
      },
      href: (other) => hrefOf({ name: 'bond', local, part: other }),
      kith,
      keeping: seen.keeping,
    }),
    [deeds, bond, seen.keeping, seen.personal, seen.decks, part, local, kith],
  );
  if (alarm !== null) return <Alarm reason={alarm} bond={bond} />;
  return (
    <PlaceContext.Provider value={place}>
      <BondParts />
    </PlaceContext.Provider>
  );
}

/** The part of a bond that one has gone to, and the way to the others. */
export function BondParts() {
  return (
    <div class="with-places">
      <Places />
      <Part />
    </div>
  );
}

function Part() {
  const { part } = usePlace();
  switch (part) {
    case 'table':
      return <TablePart />;
    case 'map':
      return <MapPart />;
    case 'story':
      return <StoryPart />;
    case 'yours':
      return <YoursPart />;
    case 'more':
      return <More />;
    case 'decks':
      return <DecksPart />;
    case 'evening':
      return <EveningOfBond />;
    case 'account':
      return <Account />;
    case 'print':
      return <PrintedStory />;
  }
}

/** Nothing is sent in this bond any more; what one wrote oneself can still be taken along. */
function Alarm({ reason, bond }: { reason: AlarmName; bond: OpenBond }) {
  const { theirName } = bond.record;
  const title = theirName === null ? words.name : words.table.title(theirName);
  return (
    <Screen title={title}>
      <div class="stack">
        <h1>{title}</h1>
        <p class="notice alert" role="alert">
          {sentenceOf(reason)}
        </p>
        <p class="quiet">{words.state.stopped}</p>
        <span>
          <Press onClick={() => saveOwnWords(bond)}>{words.export.do}</Press>
        </span>
      </div>
    </Screen>
  );
}

function sentenceOf(reason: AlarmName): string {
  switch (reason) {
    case 'not-mine':
      return words.state.alarm;
    case 'rolled-back':
      return words.state.rolledBack;
    case 'forked':
      return words.state.forked;
    case 'gap':
      return words.state.gap;
    case 'keys':
      return words.state.keys;
  }
}
