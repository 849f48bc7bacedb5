import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A screen whose code comes only when it is wanted; the frame stays while it is fetched. */
export function later<Properties extends object>(
  load: () => Promise<ComponentType<Properties>>,
): ComponentType<Properties> {
  let loaded: ComponentType<Properties> | null = null;
  return function Later(properties: Properties) {
    // As an initializer: a component is a function, and useState would call it.
    const [, show] = useState(() => loaded);
    useEffect(() => {
      if (loaded !== null) return;
      void load().then((component) => {
        loaded = component;
        show(() => component);
      });
    }, []);
    const Screen = loaded;
    return Screen === null ? <main id="content" aria-busy="true" /> : <Screen {...properties} />;
  };
}
