import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Act, Screen, Trouble } from './parts';
import { sentenceFor } from './trouble';
import { words } from './words';

/** A screen that can be fetched before it is shown. */
export type Later<Properties> = ComponentType<Properties> & { readonly ahead: () => Promise<void> };

/** A screen whose code comes only when it is wanted; the frame stays while it is fetched. */
export function later<Properties extends object>(
  load: () => Promise<ComponentType<Properties>>,
): Later<Properties> {
  let loaded: ComponentType<Properties> | null = null;
  const ahead = async () => {
    loaded ??= await load();
  };
  function Later(properties: Properties) {
    // As an initializer: a component is a function, and useState would call it.
    const [, show] = useState(() => loaded);
    const [trouble, setTrouble] = useState<string | null>(null);
    const fetchIt = () =>
      ahead().then(
        () => show(() => loaded),
        (cause: unknown) => setTrouble(sentenceFor(cause)),
      );
    useEffect(() => {
      if (loaded === null) void fetchIt();
    }, []);
    const Part = loaded;
    if (Part !== null) return <Part {...properties} />;
    if (trouble === null) return <main id="content" aria-busy="true" />;
    return <NotHere trouble={trouble} again={fetchIt} />;
  }
  return Object.assign(Later, { ahead });
}

/** It did not come: why, and one press to ask for it again. */
function NotHere({ trouble, again }: { trouble: string; again: () => Promise<void> }) {
  return (
    <Screen title={words.name}>
      <div class="stack">
        <h1>{words.name}</h1>
        <Trouble sentence={trouble} />
        <Act does={again}>{words.trouble.again}</Act>
      </div>
    </Screen>
  );
}
