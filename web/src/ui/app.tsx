import { useEffect, useState } from 'preact/hooks';
import type { Kith, Snapshot } from '../net/kith';
import { Arrive } from './arrive';
import { Bond } from './table';
import { Home } from './home';
import { Join } from './join';
import { Paste, Start } from './start';
import { useRoute } from './routes';
import { words } from './words';

/** The whole app: a quiet frame around one screen. */
export function App({ kith }: { kith: Kith }) {
  const snapshot = useSnapshot(kith);
  return (
    <>
      <header class="top">
        <a class="mark" href="/#/home">
          {words.name}
        </a>
      </header>
      <Current kith={kith} snapshot={snapshot} />
      <footer class="foot">
        <p role="status">{snapshot.reachable ? '' : words.state.offline}</p>
      </footer>
    </>
  );
}

function Current({ kith, snapshot }: { kith: Kith; snapshot: Snapshot }) {
  const route = useRoute();
  switch (route.name) {
    case 'join':
      return <Join kith={kith} link={route.link} />;
    case 'start':
      return <Start kith={kith} />;
    case 'paste':
      return <Paste />;
    case 'bond': {
      const bond = snapshot.bonds.find((each) => each.local === route.local);
      if (bond !== undefined) return <Bond key={bond.local} kith={kith} bond={bond} />;
      break;
    }
    case 'home':
      break;
  }
  return snapshot.bonds.length === 0 ? <Arrive /> : <Home bonds={snapshot.bonds} />;
}

function useSnapshot(kith: Kith): Snapshot {
  const [snapshot, setSnapshot] = useState(() => kith.snapshot());
  useEffect(() => kith.subscribe(() => setSnapshot(kith.snapshot())), [kith]);
  return snapshot;
}
