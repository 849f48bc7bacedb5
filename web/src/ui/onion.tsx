import type { MapCell } from '../core/types';
import { words } from './words';

const RINGS = 4;
const OUTER = 164;
const HOLE = 44;
const RING_WIDTH = (OUTER - HOLE) / RINGS;
const SIZE = 2 * (OUTER + 16);
/** A little air between two wedges, in radians at the rim. */
const GAP = 0.012;

/** The onion map: 8 topics by 4 rings, the outermost first. Its table says the same in words. */
export function Onion({ cells }: { cells: readonly MapCell[] }) {
  return (
    <svg class="onion" viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true" focusable="false">
      {cells.map((cell) => (
        <path key={`${cell.topic}-${cell.ring}`} class={look(cell)} d={wedge(cell)} />
      ))}
    </svg>
  );
}

export function OnionTable({ cells }: { cells: readonly MapCell[] }) {
  const rings = Array.from({ length: RINGS }, (_, index) => index + 1);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Topic</th>
          {rings.map((ring) => (
            <th scope="col" key={ring}>
              {words.rings[ring]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {topics(cells).map((topic) => (
          <tr key={topic}>
            <th scope="row">{words.topics[topic]}</th>
            {rings.map((ring) => (
              <td key={ring}>
                {said(cells.find((cell) => cell.topic === topic && cell.ring === ring))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function said(cell: MapCell | undefined): string {
  if (cell === undefined || !cell.open) return 'closed';
  return cell.shared > 0 ? 'opened together' : 'open';
}

function topics(cells: readonly MapCell[]): MapCell['topic'][] {
  return [...new Set(cells.map((cell) => cell.topic))];
}

function look(cell: MapCell): string {
  if (cell.shared > 0) return 'cell shared';
  return cell.open ? 'cell open' : 'cell';
}

function wedge(cell: MapCell): string {
  const index = Object.keys(words.topics).indexOf(cell.topic);
  const turn = (2 * Math.PI) / Object.keys(words.topics).length;
  const from = index * turn - Math.PI / 2 + GAP;
  const to = from + turn - 2 * GAP;
  const outer = OUTER - (cell.ring - 1) * RING_WIDTH - 1;
  const inner = outer - RING_WIDTH + 2;
  const at = (radius: number, angle: number): string =>
    `${(SIZE / 2 + radius * Math.cos(angle)).toFixed(2)} ${(SIZE / 2 + radius * Math.sin(angle)).toFixed(2)}`;
  return [
    `M${at(outer, from)}`,
    `A${outer} ${outer} 0 0 1 ${at(outer, to)}`,
    `L${at(inner, to)}`,
    `A${inner} ${inner} 0 0 0 ${at(inner, from)}`,
    'Z',
  ].join('');
}
