import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * A text that is kept as it is written. `before`: as it is kept now, which another tab or another
 * device may have changed; then it shows here too, or a later word would write over it unread.
 */
export function useKept(before: string, keep: (newest: () => string) => Promise<void>) {
  const [text, setText] = useState(before);
  const [kept, setKept] = useState(false);
  const newest = useRef(before);
  const underway = useRef(0);
  useEffect(() => {
    // What is just being written here comes first.
    if (underway.current > 0 || before === newest.current) return;
    newest.current = before;
    setText(before);
  }, [before]);
  const write = (value: string) => {
    setText(value);
    setKept(false);
    newest.current = value;
    underway.current += 1;
    keep(() => newest.current)
      .then(
        () => setKept(newest.current === value),
        () => setKept(false),
      )
      .finally(() => (underway.current -= 1));
  };
  return { text, write, kept };
}
