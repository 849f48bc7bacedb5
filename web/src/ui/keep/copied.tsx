import { Area } from '../parts';
import { words } from '../words';

/** A line of a sheet, with whatever stands between its groups. */
export const MOST_LINE = 80;

/** The lines of a sheet, from one of them on, as they are copied from paper or pasted all at once. */
export function CopiedLines(properties: {
  from: number;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
}) {
  const { from, lines, onChange } = properties;
  return (
    <>
      {words.sheet.lines.slice(from).map((label, at) => (
        <Area
          key={label}
          coded
          label={label}
          value={lines[at] ?? ''}
          maxLength={MOST_LINE * lines.length}
          onInput={(typed) => onChange(spread(lines, at, typed))}
        />
      ))}
    </>
  );
}

/** Several lines in one field belong to it and to those after it; one line is left as it is typed. */
export function spread(lines: readonly string[], at: number, typed: string): string[] {
  const several = typed.split('\n').filter((line) => line.trim() !== '');
  const mine = typed.includes('\n') ? (several[0] ?? '') : typed;
  return lines.map((line, index) => {
    if (index === at) return mine;
    return index > at ? (several[index - at] ?? line) : line;
  });
}
