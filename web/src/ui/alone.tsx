import type { VNode } from 'preact';
import type { Personal } from '../net/own';
import { Drawer } from './bond/drawer';
import { Notes, notesKey, Thinking } from './bond/notes';
import type { Deeds } from './deeds';
import { Screen } from './parts';
import { words } from './words';

/** Before and between bonds: the side of Kith that needs nobody else. */
export function Alone(properties: { deeds: Deeds; back: VNode; personal: Personal }) {
  const { deeds, personal } = properties;
  return (
    <Screen title={words.yours.title}>
      <div class="stack airy">
        <div class="stack tight">
          {properties.back}
          <h1>{words.yours.title}</h1>
          <p class="lead">{words.yours.lead}</p>
          {personal.drawer.some((kept) => kept.bond !== null) ? (
            <p class="quiet">{words.yours.elsewhere}</p>
          ) : null}
        </div>
        <Drawer
          deeds={deeds}
          drawer={personal.drawer.filter((kept) => kept.bond === null)}
          local={null}
          offer={null}
        />
        <Notes deeds={deeds} about="alone" before={personal.settings[notesKey('alone')] ?? ''} />
        <Thinking />
      </div>
    </Screen>
  );
}
