import { useState } from 'preact/hooks';
import type { Kith, OpenBond } from '../net/kith';
import { Act, Screen, Trouble } from './parts';
import { words } from './words';

/** The inviter's side of meeting: the link, and then the question whether it is really them. */
export function Invite({ kith, bond }: { kith: Kith; bond: OpenBond }) {
  const { stage, theirName } = bond.record;
  if (stage.name === 'closed') return <Closed why={stage.why} />;
  if (stage.name === 'asked') return <Asked kith={kith} bond={bond} name={theirName ?? ''} />;
  return <TheLink link={kith.link(bond.local)} />;
}

function TheLink({ link }: { link: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Screen title={words.invite.title}>
      <div class="stack">
        <h1>{words.invite.title}</h1>
        <p>{words.invite.lead}</p>
        <div class="card stack">
          <p class="link" aria-label={words.invite.linkLabel} data-link>
            {link}
          </p>
          <Act
            look="main"
            does={async () => {
              await navigator.clipboard.writeText(link);
              setCopied(true);
            }}
          >
            {words.invite.copy}
          </Act>
          <Trouble sentence={copied ? words.invite.copied : null} />
        </div>
        <p class="quiet small">{words.invite.careful}</p>
      </div>
    </Screen>
  );
}

function Asked({ kith, bond, name }: { kith: Kith; bond: OpenBond; name: string }) {
  return (
    <Screen title={words.invite.someone(name)}>
      <div class="stack">
        <h1>{words.invite.someone(name)}</h1>
        <p>{words.invite.isIt(name)}</p>
        <div class="row">
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
      </div>
    </Screen>
  );
}
