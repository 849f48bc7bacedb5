import { useEffect, useState } from 'preact/hooks';
import type { Kith, OpenBond, Snapshot } from '../net/kith';
import { Arrive } from './arrive';
import type { Deeds } from './deeds';
import { Foot, Top } from './frame';
import { forgetThisDevice } from './forget';
import { Home } from './home';
import { go, leaveFor, routeBefore, routeNow, useRoute } from './routes';
import { later } from './later';
import { languageNow } from './look';
import { Back } from './parts';
import { words } from './words';

const Alone = later(() => prompted(import('./alone').then((part) => part.Alone)));
const Bond = later(() => prompted(import('./bond/bond').then((part) => part.Bond)));
const Evening = later(() => prompted(import('./evening').then((part) => part.Evening)));
const HandedDeck = later(() => prompted(import('./decks/handed').then((part) => part.HandedDeck)));
const Invite = later(() => import('./bond/invite').then((part) => part.Invite));
const Join = later(() => import('./join').then((part) => part.Join));
const Paste = later(() => import('./start').then((part) => part.Paste));
const Keep = later(() => import('./keep/keep').then((part) => part.Keep));
const Devices = later(() => import('./keep/devices').then((part) => part.Devices));
const LinkTo = later(() => import('./keep/linkto').then((part) => part.LinkTo));
const Returning = later(() => import('./keep/returning').then((part) => part.Returning));
const Start = later(() => import('./start').then((part) => part.Start));
const Settings = later(() => import('./settings').then((part) => part.Settings));

/** A screen on which prompts stand, once they are here in the language that is spoken. */
async function prompted<Screen>(screen: Promise<Screen>): Promise<Screen> {
  const { readIn } = await import('./bond/deck');
  await readIn(languageNow());
  return screen;
}

/**
 * Fetches the screen of a bond while its device is still being unlocked, where somebody comes to
 * one: each step that waits for another would be a way to and fro. What fails is tried when shown.
 */
export function ahead(): void {
  if (routeNow().name === 'bond') void Bond.ahead().catch(() => undefined);
}

/** The whole app: a quiet frame around one screen. */
export function App({
  kith,
  replace,
}: {
  kith: Kith;
  replace: (kith: Kith, withSheet?: boolean) => void;
}) {
  const seen = useSnapshot(kith);
  const { removed } = seen.keeping;
  const route = useRoute();
  const [, setSpoken] = useState(0);
  useEffect(() => {
    // What was wished of the relay may be gone, or hold for another time of the year.
    void import('./offline/waking').then(({ wakeAgain }) => wakeAgain(kith.waking));
  }, [kith]);
  return (
    <>
      <Top />
      <Current
        kith={kith}
        seen={seen}
        respeak={() => setSpoken((before) => before + 1)}
        replace={replace}
      />
      <Foot
        reachable={seen.reachable || removed}
        shutOut={removed && route.name !== 'devices'}
        bare={route.name === 'settings'}
      />
    </>
  );
}

function Current(properties: {
  kith: Kith;
  seen: Snapshot;
  respeak: () => void;
  replace: (kith: Kith, withSheet?: boolean) => void;
}) {
  const { kith, seen, respeak, replace } = properties;
  const deeds: Deeds = kith;
  const route = useRoute();
  const homewards = (
    <Back to={{ name: 'home' }}>{seen.bonds.length === 0 ? words.name : words.frame.home}</Back>
  );
  switch (route.name) {
    case 'join':
      return <Join kith={kith} link={route.link} />;
    case 'start':
      return <Start kith={kith} back={homewards} />;
    case 'paste':
      return <Paste back={homewards} />;
    case 'settings':
      return <Settings kith={kith} back={homewards} changed={respeak} forget={forgetThisDevice} />;
    case 'keep':
      return <Keep kith={kith} leave={back} />;
    case 'devices':
      return <Devices kith={kith} seen={seen} />;
    case 'device':
      return <LinkTo key={route.link} kith={kith} link={route.link} arrived={replace} />;
    case 'returning':
      return (
        <Returning
          kith={kith}
          back={homewards}
          replaces={seen.bonds.length > 0}
          arrived={replace}
        />
      );
    case 'yours':
      return <Alone deeds={deeds} back={homewards} personal={seen.personal} />;
    case 'decks':
      return <HandedDeck kith={kith} bonds={seen.bonds} />;
    case 'evening':
      return <Evening leave={() => go({ name: 'home' })} back={homewards} />;
    case 'bond': {
      const bond = seen.bonds.find((each) => each.local === route.local);
      if (bond === undefined) break;
      if (isMeeting(bond.record)) return <Invite kith={kith} back={homewards} bond={bond} />;
      const place = { kith, deeds, seen, bond, part: route.part };
      return <Bond key={bond.local} {...place} />;
    }
    case 'home':
      break;
  }
  return seen.bonds.length === 0 ? <Arrive /> : <Home bonds={seen.bonds} />;
}

/** Where one came from within Kith; home for whoever came by the address itself. */
function back(): void {
  const before = routeBefore();
  const isThere = before?.name === 'bond' || before?.name === 'settings';
  leaveFor(isThere ? before : { name: 'home' });
}

/** The link is on its way, or nobody came of it: there is nothing of a bond yet but that. */
function isMeeting({ alarm, stage }: OpenBond['record']): boolean {
  return alarm === null && ['inviting', 'asked', 'closed'].includes(stage.name);
}

function useSnapshot(kith: Kith): Snapshot {
  const [snapshot, setSnapshot] = useState(() => kith.snapshot());
  useEffect(() => kith.subscribe(() => setSnapshot(kith.snapshot())), [kith]);
  return snapshot;
}
