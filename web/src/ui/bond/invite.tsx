import { useState } from 'preact/hooks';
import type { Kith, OpenBond } from '../../net/kith';
import { Act, Area, Screen, Trouble } from '../parts';
import { hrefOf } from '../routes';
import { words } from '../words';

const WORDS_LENGTH = 600;

/** The inviter's side of meeting: the link, and then the question whether it is really them. */
export function Invite({ kith, bond }: { kith: Kith; bond: OpenBond }) {
  const { stage, theirName } = bond.record;
  if (stage.name === 'closed') return <Closed why={stage.why} />;
  if (stage.name === 'asked') return <AskedToJoin kith={kith} bond={bond} name={theirName ?? ''} />;
  return <TheLink link={kith.link(bond.local)} />;
}

function TheLink({ link }: { link: string }) {
  const [copied, setCopied] = useState(false);
  const [own, setOwn] = useState('');
  const text = own.trim() === '' ? link : `${own.trim()}\n\n${link}`;
  const share = 'share' in navigator ? () => navigator.share({ text }) : null;
  return (
    <Screen title={words.invite.title}>
      <div class="stack">
        <h1>{words.invite.title}</h1>
        <p class="lead">{words.invite.lead}</p>
        <Area
          label={words.invite.yourWords}
          hint={words.invite.yourWordsHint}
          placeholder={words.invite.yourWordsExample}
          short
          value={own}
          maxLength={WORDS_LENGTH}
          onInput={setOwn}
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

function AskedToJoin({ kith, bond, name }: { kith: Kith; bond: OpenBond; name: string }) {
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

export function Closed({ why }: { why: 'expired' | 'used' | 'wrong-answer' | 'stopped' }) {
  const sentence = {
    expired: words.invite.expired,
    used: words.trouble.usedLink,
    'wrong-answer': words.trouble.wrongAnswer,
    stopped: words.invite.stopped,
  }[why];
  return (
    <Screen title={words.name}>
      <div class="stack">
        <h1>{words.home.unnamed}</h1>
        <p>{sentence}</p>
        <a href={hrefOf({ name: 'home' })}>{words.frame.home}</a>
      </div>
    </Screen>
  );
}
