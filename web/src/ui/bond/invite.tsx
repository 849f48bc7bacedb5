import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Kith, OpenBond } from '../../net/kith';
import type { Ending } from '../../net/record';
import { Act, Area, Fold, Screen, Trouble } from '../parts';
import { hrefOf, leaveAfter } from '../routes';
import { words } from '../words';
import { useKept } from './kept';

const WORDS_LENGTH = 600;
/** Under this name the words that go with a link are kept, until the bond begins. */
const WORDS = 'invitation';

/** The inviter's side of meeting: the link, and then the question whether it is really them. */
export function Invite(properties: Inviting) {
  const { stage } = properties.bond.record;
  if (stage.name === 'closed') return <Closed {...properties} why={stage.why} />;
  return stage.name === 'asked' ? <AskedToJoin {...properties} /> : <TheLink {...properties} />;
}

interface Inviting {
  readonly kith: Kith;
  /** The way to the bonds. */
  readonly back: VNode;
  readonly bond: OpenBond;
}

function TheLink({ kith, back, bond }: Inviting) {
  const link = kith.link(bond.local);
  const [copied, setCopied] = useState(false);
  const { text: own, write } = useKept(bond.record.drafts[WORDS] ?? '', (newest) =>
    kith.draft(bond.local, WORDS, newest),
  );
  const text = own.trim() === '' ? link : `${own.trim()}\n\n${link}`;
  const share = 'share' in navigator ? () => navigator.share({ text }) : null;
  return (
    <Screen title={words.invite.title}>
      <div class="stack">
        <div class="stack tight">
          {back}
          <h1>{words.invite.title}</h1>
        </div>
        <p class="lead">{words.invite.lead}</p>
        <Area
          label={words.invite.yourWords}
          hint={words.invite.yourWordsHint}
          placeholder={words.invite.yourWordsExample}
          short
          value={own}
          maxLength={WORDS_LENGTH}
          onInput={(value) => {
            write(value);
            setCopied(false);
          }}
        />
        <div class="card stack">
          <p class="link code" aria-label={words.invite.linkLabel} role="group" data-link>
            {link}
          </p>
          <div class="row">
            <Act
              look="main"
              does={async () => {
                await navigator.clipboard.writeText(text);
                setCopied(true);
              }}
            >
              {own.trim() === '' ? words.invite.copy : words.invite.copyBoth}
            </Act>
            {share === null ? null : <Act does={share}>{words.invite.share}</Act>}
          </div>
          <Trouble sentence={copied ? words.invite.copied : null} />
        </div>
        {isOnlyHere(link) && !isFramed() ? (
          <p class="notice small">{words.invite.onlyHere}</p>
        ) : null}
        <p class="quiet small">{words.invite.careful}</p>
        <p>
          {words.invite.meanwhile} <a href={hrefOf({ name: 'yours' })}>{words.yours.title}</a>
        </p>
        <Fold title={words.invite.backTitle}>
          <p>{words.invite.backLead}</p>
          <Act does={() => kith.refuse(bond.local)}>{words.invite.backDo}</Act>
        </Fold>
      </div>
    </Screen>
  );
}

/** Side by side with the other device, as in the demonstration. */
function isFramed(): boolean {
  return window.parent !== window;
}

/** Whether the address of a link means each computer itself. */
function isOnlyHere(link: string): boolean {
  return /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(link).hostname);
}

function AskedToJoin({ kith, bond }: Inviting) {
  const name = bond.record.theirName ?? '';
  return (
    <Screen title={words.invite.title}>
      <div class="stack">
        <h1>{words.invite.someone(name)}</h1>
        <p>{words.invite.isIt(name)}</p>
        <div class="buttons">
          <Act look="main" does={() => kith.confirm(bond.local)}>
            {words.invite.yes}
          </Act>
          <Act does={() => kith.refuse(bond.local)}>{words.invite.no}</Act>
        </div>
      </div>
    </Screen>
  );
}

/** Nobody came of it, and it can go from the list. */
function Closed({ kith, back, bond, why }: Inviting & { why: Ending }) {
  const sentence = {
    expired: words.invite.expired,
    used: words.trouble.usedLink,
    'wrong-answer': words.trouble.wrongAnswer,
    stopped: words.invite.stopped,
  }[why];
  return (
    <Screen title={words.name}>
      <div class="stack">
        <div class="stack tight">
          {back}
          <h1>{words.home.unnamed}</h1>
        </div>
        <p>{sentence}</p>
        <Act does={() => leaveAfter(kith.removeBond(bond.local).then(() => ({ name: 'home' })))}>
          {words.invite.remove}
        </Act>
      </div>
    </Screen>
  );
}
