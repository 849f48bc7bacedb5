import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from '../words';

/** One thing on top of the page; Esc, the cross or a press beside it closes it. */
export function Sheet(properties: {
  title: string;
  close: () => void;
  children: ComponentChildren;
}) {
  const { close } = properties;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div class="stack">
        <div class="head">
          <h2 id={title}>{properties.title}</h2>
          <button type="button" class="close" aria-label={words.frame.close} onClick={close}>
            ×
          </button>
        </div>
        {properties.children}
      </div>
    </dialog>
  );
}
