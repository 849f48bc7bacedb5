import { usePlace } from '../place';
import type { PartName } from '../routes';
import { words } from '../words';

const ICONS = {
  table: 'M4 7h11v13H4zM8 7V4h12v13h-5',
  map: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  story: 'M5 4h9a4 4 0 0 1 4 4v12H8a3 3 0 0 1-3-3zM9 9h5M9 13h5',
  yours: 'M4 5h16v14H4zM4 12h16M10 8.5h4M10 15.5h4',
} as const;

/** The four places of a bond. */
export function Places() {
  const { part, href, show, kith, bond } = usePlace();
  const { label } = words.places;
  const whose = kith === null ? `${label}, ${bond.record.myName}` : label;
  return (
    <nav class="places" aria-label={whose}>
      {(Object.keys(ICONS) as (keyof typeof ICONS)[]).map((name) => (
        <a
          key={name}
          href={href(name)}
          aria-current={isIn(part, name) ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            show(name);
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={ICONS[name]} />
          </svg>
          {words.places[name]}
        </a>
      ))}
    </nav>
  );
}

function isIn(part: PartName, place: keyof typeof ICONS): boolean {
  if (place === 'table') return ['table', 'more', 'evening', 'decks', 'account'].includes(part);
  if (place === 'story') return part === 'story' || part === 'print';
  return part === place;
}
