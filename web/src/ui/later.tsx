import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

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
    useEffect(() => {
      if (loaded !== null) return;
      void ahead().then(() => show(() => loaded));
    }, []);
    const Screen = loaded;
    return Screen === null ? <main id="content" aria-busy="true" /> : <Screen {...properties} />;
  }
  return Object.assign(Later, { ahead });
}
