import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sentenceFor } from '../trouble';
import type { Look } from './press';

/** A button that does something which may fail; says plainly what went wrong, right beside it. */
export function Act(properties: {
  does: () => Promise<unknown>;
  children: ComponentChildren;
  look?: Look;
  disabled?: boolean;
  /** Looks at rest, and says when pressed what is missing still. */
  rests?: boolean;
  /** Takes over what went wrong; true when nothing is left to say. */
  failed?: (cause: unknown) => boolean;
}) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const there = useMounted();
  // What was missing is there now.
  useEffect(() => {
    if (properties.rests === false) setTrouble(null);
  }, [properties.rests]);
  const look = properties.look ?? '';
  const run = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await properties.does();
    } catch (cause) {
      if (!there.current || properties.failed?.(cause) === true) return;
      setTrouble(sentenceFor(cause));
    } finally {
      if (there.current) setBusy(false);
    }
  };
  return (
    <span class="stack tight">
      <span>
        <button
          type="button"
          class={properties.rests === true ? `${look} resting` : look}
          disabled={busy || properties.disabled === true}
          onClick={() => void run()}
        >
          {properties.children}
        </button>
      </span>
      <Trouble sentence={trouble} />
    </span>
  );
}

/** Polite, and there before it speaks, so that a screen reader says it. */
export function Trouble({ sentence }: { sentence: string | null }) {
  const place = useRef<HTMLSpanElement>(null);
  // At the end of a page or of a sheet it would stand out of sight.
  useEffect(() => {
    if (sentence !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [sentence]);
  return (
    <span ref={place} role="status" class={sentence === null ? 'visually-hidden' : 'notice'}>
      {sentence ?? ''}
    </span>
  );
}

function useMounted(): { readonly current: boolean } {
  const there = useRef(true);
  useEffect(
    () => () => {
      there.current = false;
    },
    [],
  );
  return there;
}
