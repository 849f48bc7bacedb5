import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { canonicalDeck, deckOfFragment } from '../../core/border';
import { deckPin } from '../../core/pin';
import type { AddedDeck } from '../../net/decks';
import { Act, Field, Press } from '../parts';
import { words } from '../words';
import { explained } from './mistake';
import { WholeDeck } from './whole';

/** A link with the largest deck in it is a little shorter than this. */
const LONGEST_LINK = 90_000;

/** A deck that somebody handed on, or what is wrong with it. */
export type Handed =
  | { readonly deck: AddedDeck }
  /** `detail`: for whoever made it, as the core says it. */
  | { readonly mistake: string; readonly detail: string };

/** Reads a file, or a link with a deck, or the deck's own text. Nothing is fetched. */
export async function handed(text: string): Promise<Handed> {
  const at = text.indexOf('deck=1.');
  const isLink = at >= 0 && !text.trimStart().startsWith('{');
  const found = isLink ? deckOfFragment(text.slice(at).trim()) : canonicalDeck(text);
  if ('unsound' in found) {
    return { mistake: explained(found.unsound, text), detail: found.unsound };
  }
  return { deck: { ...found, pin: await deckPin(found.canonical) } };
}

/** Takes a deck in from a file or a link, and shows it whole before anything is used. */
export function Adding({
  use,
}: {
  use: (deck: AddedDeck, close: () => void) => ComponentChildren;
}) {
  const [found, setFound] = useState<Handed | null>(null);
  const [link, setLink] = useState('');
  const close = () => {
    setFound(null);
    setLink('');
  };
  return (
    <section class="stack">
      <h2>{words.decks.add}</h2>
      <p class="quiet">{words.decks.addLead}</p>
      <DeckFile chosen={async (file) => setFound(await handed(await file.text()))} />
      <Field label={words.decks.link} value={link} onInput={setLink} maxLength={LONGEST_LINK} />
      <Act disabled={link.trim() === ''} does={async () => setFound(await handed(link))}>
        {words.decks.look}
      </Act>
      <Found found={found} close={close} use={use} />
    </section>
  );
}

/** What was found, with what can be done about it. */
export function Found(properties: {
  found: Handed | null;
  close: () => void;
  use: (deck: AddedDeck, close: () => void) => ComponentChildren;
}) {
  const { found, close, use } = properties;
  return (
    <div class="stack" aria-live="polite">
      {found === null ? null : 'deck' in found ? (
        <div class="card stack">
          <h2>{words.decks.whole(found.deck.deck.deck)}</h2>
          <p class="quiet">{words.decks.wholeLead}</p>
          <WholeDeck {...found.deck} />
          <div class="row">
            {use(found.deck, close)}
            <Press look="plain" onClick={close}>
              {words.decks.notThis}
            </Press>
          </div>
        </div>
      ) : (
        <Mistaken {...found} />
      )}
    </div>
  );
}

function Mistaken({ mistake, detail }: { mistake: string; detail: string }) {
  return (
    <div class="notice stack tight">
      <p>
        <strong>{words.decks.mistake.title}</strong> {mistake}
      </p>
      <p class="quiet small">
        {words.decks.mistake.detail} <code lang="en">{detail}</code>
      </p>
    </div>
  );
}

function DeckFile({ chosen }: { chosen: (file: File) => Promise<void> }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{words.decks.file}</label>
      <input
        id={id}
        type="file"
        class="visually-hidden"
        accept=".json,application/json,text/*"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file, mended, can be chosen again.
          event.currentTarget.value = '';
          if (file !== undefined) void chosen(file);
        }}
      />
      <label for={id} class="button file">
        {words.decks.choose}
      </label>
    </div>
  );
}
