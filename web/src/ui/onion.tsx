import { useId } from 'preact/hooks';
import type { MapCell, Topic } from '../core/types';
import { arc, SIZE, wedge, badge, grains } from './polar';
import { words } from './words';

const RINGS = [1, 2, 3, 4] as const;

/** What a cell looks like, and what its table says. */
export function stateOf(cell: MapCell): 'closed' | 'open' | 'shared' {
  if (cell.open) return cell.shared > 0 ? 'shared' : 'open';
  return 'closed';
}

/**
 * The onion map: 8 topics by 4 rings, the outermost first. It is for eyes and fingers; its table
 * says the same in words and is what assistive technology reads and a keyboard uses.
 */
export function Onion(properties: {
  cells: readonly MapCell[];
  /** With names and numbers, from edge to edge. */
  whole?: boolean;
  onPress?: (cell: MapCell) => void;
}) {
  const { cells, onPress } = properties;
  const whole = properties.whole === true;
  return (
    <svg
      class={whole ? 'onion whole' : 'onion'}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      aria-hidden="true"
      focusable="false"
    >
      <g class={onPress === undefined ? '' : 'pressable'}>
        {cells.map((cell) => (
          <Cell key={`${cell.topic}-${cell.ring}`} cell={cell} onPress={onPress} />
        ))}
      </g>
      {whole ? <Names topics={topicsOf(cells)} /> : null}
    </svg>
  );
}

function Cell({
  cell,
  onPress,
}: {
  cell: MapCell;
  onPress: ((cell: MapCell) => void) | undefined;
}) {
  const at = { index: topicIndex(cell.topic), ring: cell.ring };
  const state = stateOf(cell);
  return (
    <g>
      <path
        class={`cell ${state} ring-${cell.ring}`}
        data-cell={`${cell.topic}-${cell.ring}`}
        d={wedge(at)}
        onClick={onPress === undefined ? undefined : () => onPress(cell)}
      />
      {state === 'shared' ? grains(at).map((d) => <path class="grain" key={d} d={d} />) : null}
    </g>
  );
}

/** The topics around the rim, and the number of each ring. */
function Names({ topics }: { topics: readonly Topic[] }) {
  const rim = useId();
  return (
    <g>
      {topics.map((topic) => {
        const index = topicIndex(topic);
        return (
          <g key={topic}>
            <path id={`${rim}-${topic}`} d={arc(index)} fill="none" />
            <text>
              <textPath href={`#${rim}-${topic}`} startOffset="50%" text-anchor="middle">
                {words.topics[topic]}
              </textPath>
            </text>
          </g>
        );
      })}
      {RINGS.map((ring) => {
        const [x, y] = badge(ring);
        return (
          <g key={ring}>
            <circle class="badge" cx={x} cy={y} r={8} />
            <text class="ring" x={x} y={y}>
              {ring}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The same as a table; `onPress` makes every cell a button. */
export function OnionTable(properties: {
  cells: readonly MapCell[];
  onPress?: (cell: MapCell) => void;
}) {
  const { cells, onPress } = properties;
  return (
    <div class="scroll" role="group" aria-label={words.table.mapTable} tabIndex={0}>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{words.table.topic}</th>
            {RINGS.map((ring) => (
              <th scope="col" key={ring}>
                {ring} <span>{words.rings[ring]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topicsOf(cells).map((topic) => (
            <tr key={topic}>
              <th scope="row">{words.topics[topic]}</th>
              {cells
                .filter((cell) => cell.topic === topic)
                .map((cell) => (
                  <td class={stateOf(cell)} key={cell.ring}>
                    <Said cell={cell} onPress={onPress} />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Said({
  cell,
  onPress,
}: {
  cell: MapCell;
  onPress: ((cell: MapCell) => void) | undefined;
}) {
  const state = words.cell.states[stateOf(cell)];
  if (onPress === undefined) return <>{state}</>;
  const ring = words.rings[cell.ring] ?? '';
  const label = words.cell.look(words.topics[cell.topic], ring, state);
  return (
    <button type="button" class="plain" aria-label={label} onClick={() => onPress(cell)}>
      {state}
    </button>
  );
}

/** What the looks of the map mean. */
export function Legend() {
  const looks = { shared: 'shared ring-1', open: 'open', closed: 'closed' } as const;
  return (
    <ul class="legend" aria-hidden="true">
      {(Object.keys(looks) as (keyof typeof looks)[]).map((state) => (
        <li key={state}>
          <svg class="onion" viewBox="0 0 18 18" focusable="false">
            <circle class={`cell ${looks[state]}`} cx={9} cy={9} r={7.5} />
          </svg>
          {words.cell.states[state]}
        </li>
      ))}
    </ul>
  );
}

function topicsOf(cells: readonly MapCell[]): Topic[] {
  return [...new Set(cells.map((cell) => cell.topic))];
}

function topicIndex(topic: Topic): number {
  return (Object.keys(words.topics) as Topic[]).indexOf(topic);
}
