import { useEffect, useState } from 'preact/hooks';
import type { Kith } from '../net/kith';
import { MOST_HOURS } from '../net/waking';
import { canBeWoken, here } from './offline/waking';
import { Act, Choices, Fold } from './parts';
import { hrefOf } from './routes';
import { words } from './words';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** At which hours this device shows one word, which tells nothing. */
export function Notifications({ kith }: { kith: Kith }) {
  const [set, setSet] = useState<readonly number[]>([]);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    void kith.waking.hours().then((hours) => {
      setSet(hours);
      setChosen(hours);
    });
  }, [kith]);
  if (!kith.snapshot().keeping.kept) {
    return (
      <>
        <p>{words.settings.wakeKeep}</p>
        <div class="menu">
          <a href={hrefOf({ name: 'keep' })}>{words.keep.do}</a>
        </div>
      </>
    );
  }
  if (!canBeWoken()) return <p>{words.wakeTrouble.unsupported}</p>;
  const options = Object.fromEntries(
    HOURS.map((hour) => [`at ${String(hour)}`, words.settings.hour(hour)]),
  );
  return (
    <Fold title={words.settings.wakeHours}>
      <Choices
        legend={words.settings.hours}
        options={options}
        chosen={chosen.map((hour) => `at ${String(hour)}`)}
        several
        onChange={(names) => {
          setSaid('');
          setChosen(names.map((name) => Number(name.slice('at '.length))));
        }}
      />
      <div class="row">
        <Act
          disabled={chosen.length === 0 || chosen.length > MOST_HOURS}
          does={async () => {
            await kith.waking.at(chosen, here);
            setSet(chosen);
            setSaid(words.settings.wakeSet);
          }}
        >
          {words.settings.wake}
        </Act>
        {set.length === 0 ? null : (
          <Act
            look="plain"
            does={async () => {
              await kith.waking.never(here);
              setSet([]);
              setChosen([]);
              setSaid(words.settings.wakeEnded);
            }}
          >
            {words.settings.wakeNever}
          </Act>
        )}
      </div>
      <p role="status" class="quiet">
        {said}
      </p>
    </Fold>
  );
}
