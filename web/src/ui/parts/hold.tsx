import { useState } from 'preact/hooks';
import { words } from '../words';

/** Shows something only while it is pressed, with a finger, a mouse, Space or Enter. */
export function Hold({ shows }: { shows: string }) {
  const [held, setHeld] = useState(false);
  const release = () => setHeld(false);
  return (
    <button
      type="button"
      class="hold"
      aria-live="polite"
      onPointerDown={() => setHeld(true)}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onKeyDown={(event) => {
        if (event.key === ' ' || event.key === 'Enter') setHeld(true);
      }}
      onKeyUp={release}
      onBlur={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      {held ? shows : words.inner.deeper.hold}
    </button>
  );
}
