/** Where things lie on the onion map, in units of a 360 px wide phone. */

const TOPICS = 8;
const RINGS = 4;
export const SIZE = 360;
const CENTRE = SIZE / 2;
const OUTER = 160;
const HOLE = 44;
const RING_WIDTH = (OUTER - HOLE) / RINGS;
/** Names stand on the rim; below, they are turned so that nobody reads upside down. */
const NAMES_ABOVE = OUTER + 5;
const NAMES_BELOW = OUTER + 13;
/** A little air between two wedges, in radians at the rim. */
const GAP = 0.012;
const TURN = (2 * Math.PI) / TOPICS;

export interface At {
  readonly index: number;
  readonly ring: number;
}

/** The outline of one cell. */
export function wedge({ index, ring }: At): string {
  const from = index * TURN - Math.PI / 2 + GAP;
  const to = from + TURN - 2 * GAP;
  const outer = OUTER - (ring - 1) * RING_WIDTH - 1;
  const inner = outer - RING_WIDTH + 2;
  return [
    `M${point(outer, from)}`,
    `A${outer} ${outer} 0 0 1 ${point(outer, to)}`,
    `L${point(inner, to)}`,
    `A${inner} ${inner} 0 0 0 ${point(inner, from)}`,
    'Z',
  ].join('');
}

/** The texture of a ring: none on the surface, then one, two, three lines. */
export function grains({ index, ring }: At): string[] {
  const from = index * TURN - Math.PI / 2 + 3 * GAP;
  const to = from + TURN - 6 * GAP;
  const outer = OUTER - (ring - 1) * RING_WIDTH;
  return Array.from({ length: ring - 1 }, (_, line) => {
    const radius = outer - ((line + 1) * RING_WIDTH) / ring;
    return `M${point(radius, from)}A${radius} ${radius} 0 0 1 ${point(radius, to)}`;
  });
}

/** The line on which a topic's name stands. */
export function arc(index: number): string {
  const from = index * TURN - Math.PI / 2;
  const to = from + TURN;
  const isBelow = index >= TOPICS / 4 && index < (3 * TOPICS) / 4;
  const radius = isBelow ? NAMES_BELOW : NAMES_ABOVE;
  return isBelow
    ? `M${point(radius, to)}A${radius} ${radius} 0 0 0 ${point(radius, from)}`
    : `M${point(radius, from)}A${radius} ${radius} 0 0 1 ${point(radius, to)}`;
}

/** Where the number of a ring stands: upright, between the last topic and the first. */
export function badge(ring: number): [x: number, y: number] {
  return [CENTRE, CENTRE - OUTER + (ring - 0.5) * RING_WIDTH];
}

function point(radius: number, angle: number): string {
  const x = CENTRE + radius * Math.cos(angle);
  const y = CENTRE + radius * Math.sin(angle);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}
