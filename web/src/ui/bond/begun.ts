import { useState } from 'preact/hooks';

const begun = new Map<string, string>();

/**
 * What is being written in a sheet or a fold is there again when it is opened once more: it is
 * closed by a touch beside it. It lasts as long as the page; what lies on the table has its drafts.
 */
export function useBegun(name: string, before = '') {
  const [text, setText] = useState(begun.get(name) ?? before);
  const write = (value: string) => {
    begun.set(name, value);
    setText(value);
  };
  const done = () => begun.delete(name);
  return { text, write, done };
}
