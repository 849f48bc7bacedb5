import { useEffect } from 'preact/hooks';
import { words } from '../words';

/** What Back shows after leaving: nothing of what was there. */
export function Locked({ open }: { open: () => void }) {
  useEffect(() => {
    document.title = words.locked.title;
  }, []);
  return (
    <main id="content">
      <div class="stack">
        <h1>{words.locked.title}</h1>
        <span>
          <button type="button" class="plain" onClick={open}>
            {words.locked.again}
          </button>
        </span>
      </div>
    </main>
  );
}
