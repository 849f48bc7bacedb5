import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { KeptWay } from '../../net/kept';
import type { Kith } from '../../net/kith';
import { proposeRecovery } from '../../net/ways';
import { Act, Field, Press } from '../parts';
import { words } from '../words';
import { deviceName } from './labels';

/** Six groups of four letters and one more make a line. */
const GROUPS = 7;
const GROUP_LENGTH = 4;

type Lines = readonly [whose: string, first: string, second: string];

/** A new sheet: shown, taken away by its owner, checked, and only then in force. */
export function SheetSteps(properties: {
  kith: Kith;
  /** It counts, under this id. */
  done: (id: string) => void;
  leave: () => void;
}) {
  const { kith, done, leave } = properties;
  const lines = useLines(kith);
  const [checking, setChecking] = useState(false);
  if (lines === null) return <p aria-busy="true" />;
  if (!checking) return <Sheet lines={lines} have={() => setChecking(true)} leave={leave} />;
  return (
    <CheckSheet
      lines={lines}
      show={() => setChecking(false)}
      isComing={() => kith.snapshot().keeping.ways.some(isComingSheet)}
      does={async () => {
        const [, first, second] = lines;
        done(await kith.keys.addWay({ with: 'recovery', lines: [first, second] }, deviceName()));
      }}
    />
  );
}

function isComingSheet({ kind, coming }: KeptWay): boolean {
  return kind === 'recovery' && coming;
}

function useLines(kith: Kith): Lines | null {
  const [lines, setLines] = useState<Lines | null>(null);
  useEffect(() => {
    void Promise.all([kith.keys.accountLine(), proposeRecovery()]).then(([whose, code]) =>
      setLines([whose, ...code]),
    );
  }, [kith]);
  return lines;
}

/** The sheet as it is printed: nothing else of the page is on the paper. */
function Sheet(properties: { lines: Lines; have: () => void; leave: () => void }) {
  const { lines, have, leave } = properties;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(lines.join('\n'));
    setCopied(true);
  };
  return (
    <div class="stack">
      <article class="card stack printed sheet">
        <h2>{words.sheet.title}</h2>
        <p class="no-print">{words.sheet.lead}</p>
        <p>
          {words.sheet.server} <strong>{location.origin}</strong>
        </p>
        <dl class="stack tight">
          {lines.map((line, index) => (
            <div key={line}>
              <dt class="quiet small">{`${index + 1}. ${words.sheet.lines[index] ?? ''}`}</dt>
              <dd class="code" data-line={index + 1}>
                {line.split(' ').map((group) => (
                  <Fragment key={group}>
                    <span>{group}</span>{' '}
                  </Fragment>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <p class="small">{words.sheet.how}</p>
        <p class="small">{words.sheet.lost}</p>
      </article>
      <div class="row no-print">
        <Press onClick={() => print()}>{words.sheet.print}</Press>
        <Act look="plain" does={copy}>
          {words.sheet.copy}
        </Act>
      </div>
      <p role="status" class={copied ? 'quiet small no-print' : 'visually-hidden'}>
        {copied ? words.sheet.copied : ''}
      </p>
      <div class="row no-print">
        <Press look="main" onClick={have}>
          {words.sheet.have}
        </Press>
        <Press look="plain" onClick={leave}>
          {words.keep.later}
        </Press>
      </div>
    </div>
  );
}

/** Two groups off the paper, one of each line of the code: then it is not only on this screen. */
function CheckSheet(properties: {
  lines: Lines;
  show: () => void;
  does: () => Promise<void>;
  /** Whether it may count, and may not. */
  isComing: () => boolean;
}) {
  const { lines } = properties;
  const [asked] = useState(() => [1, 2].map((line) => ({ line, group: anyGroup() })));
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const [isWrong, setWrong] = useState(false);
  const [isBetween, setBetween] = useState(false);
  const check = async () => {
    const isRight = asked.every(({ line, group }, index) => {
      const meant = lines[line]?.split(' ')[group] ?? '';
      return understood(typed[index] ?? '') === meant;
    });
    setWrong(!isRight);
    if (!isRight) return;
    try {
      await properties.does();
    } finally {
      setBetween(properties.isComing());
    }
  };
  return (
    <div class="stack">
      <h2>{words.sheet.check}</h2>
      <p>{words.sheet.checkLead}</p>
      {asked.map(({ line, group }, index) => (
        <Field
          key={line}
          label={words.sheet.group(group + 1, line + 1)}
          value={typed[index] ?? ''}
          maxLength={2 * GROUP_LENGTH}
          onInput={(value) => setTyped(typed.map((one, at) => (at === index ? value : one)))}
        />
      ))}
      <p role="status" class={isWrong ? 'notice' : 'visually-hidden'}>
        {isWrong ? words.sheet.wrong : ''}
      </p>
      <p role="status" class={isBetween ? 'notice' : 'visually-hidden'}>
        {isBetween ? words.sheet.between : ''}
      </p>
      <div class="row">
        <Act look="main" does={check}>
          {words.sheet.checkDo}
        </Act>
        <Press look="plain" onClick={properties.show}>
          {words.sheet.show}
        </Press>
      </div>
    </div>
  );
}

function anyGroup(): number {
  const [one = 0] = crypto.getRandomValues(new Uint8Array(1));
  return one % GROUPS;
}

/** I and L stand for 1, O for 0, as everywhere on a sheet. */
function understood(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
}
