/** Arriving, inviting, joining. */
export const first = {
  arrive: {
    title: 'Grow closer, a little at a time.',
    lines: [
      'Two people each answer the same card. Both answers stay sealed until both are in.',
      'Then they open together, and each of you can say how it was to hear the other.',
      'You go deeper only when both of you want to. You can pass, change your mind, or stop.',
    ],
    notTitle: 'What Kith cannot do',
    not: [
      'It is not therapy, and no help in an emergency.',
      'It cannot make anyone forget what they have read, nor stop a photograph of the screen.',
      'Whoever runs this server cannot read your words, but does give you this page. If you do not trust them, do not use it here.',
    ],
    start: 'Start a bond',
    haveLink: 'I was sent a link',
    adults: 'For adults. No e-mail, no phone number, no account.',
    picture: 'A map as it might look after some months.',
  },
  start: {
    title: 'Start a bond',
    lead: 'A bond is between you and one other person. Nothing is sent to anyone yet.',
    yourName: 'What do they call you?',
    yourNameHint: 'Only the two of you see this.',
    kind: 'What is this bond to you?',
    kindHint: 'Your own word, for you alone. They do not see it, and you can change it.',
    kinds: { friend: 'Friend', partner: 'Partner', family: 'Family', other: 'Something else' },
    make: 'Make the private link',
    back: 'Back',
  },
  invite: {
    title: 'A link for one person',
    lead: 'Send it in a way you trust. It works once, for seven days.',
    linkLabel: 'Your private link',
    copy: 'Copy the link',
    share: 'Share it',
    copied: 'Copied',
    yourWords: 'A few words of your own to go with it',
    yourWordsHint:
      'Asking is the first small step. These words travel in your message, not through Kith.',
    yourWordsExample:
      'I found something I would like to try with you. No hurry, and no\u00a0is\u00a0fine.',
    copyBoth: 'Copy words and link',
    onlyHere:
      'This link works on this computer only, in another browser. For somebody elsewhere, open Kith at an address that they can reach too.',
    backTitle: 'Take the link back',
    backLead: 'It then opens nothing for anyone. You can make a new one at any time.',
    backDo: 'Take it back',
    remove: 'Remove it from here',
    careful:
      'Whoever opens it first could join in their place. You will see the name they give, and nothing starts until you say it is them.',
    meanwhile: 'Meanwhile, there is a place for you here:',
    someone: (name: string) => `${name} opened your link`,
    isIt: (name: string) =>
      `Is “${name}” the person you sent it to? Afterwards you can make sure, with “Make sure it is them” at the top.`,
    yes: 'Yes, that is them',
    no: 'No, stop this',
    stopped: 'This invitation is closed. Nothing was shared.',
    expired: 'The link has run out after seven days. You can start again with a new one.',
  },
  join: {
    looking: 'Opening the invitation …',
    title: (name: string) => `${name} would like to start a bond with you`,
    titleBefore: (name: string) => `A link from ${name}`,
    lead: 'You would each answer small cards, sealed until both have answered, then opened together.',
    sees: [
      'They see the name you give, and what you both open. Nothing else: not when you are here, not what you skip.',
      'The server passes on sealed boxes. It cannot read them.',
      'You can close this page. That is fine, and nobody is told.',
    ],
    before: (name: string) =>
      `Your bond with ${name} has ended; this link would begin a new one. They are not told that you have opened it: leave it, and to them it looks unused.`,
    operator: (name: string) => `This server is run by ${name}.`,
    operatorUnknown: 'This server does not say who runs it.',
    operatorWarning:
      'If the person inviting you runs it, assume they can read everything you do here.',
    yourName: 'What do they call you?',
    join: 'Join',
    notNow: 'Not now',
    paste: 'Paste the link here',
    another: 'Paste a link',
    open: 'Open it',
    almostTitle: 'You have joined',
    almost: (name: string) =>
      `It begins when ${name} has said that it is you. You can look at the cards already.`,
  },
  check: {
    title: 'Make sure it is really them',
    lead: 'Read these numbers to each other, aloud, in person or on the phone. If both of you see the same, nobody stands between you. If they differ, write nothing here: end this bond, and begin anew with a link sent another way.',
    same: 'We compared them',
    later: 'Later',
    done: (day: string) => `You compared your numbers on ${day}.`,
    open: 'Make sure it is them',
    further: 'Compare more, also later',
    story: (upTo: number) =>
      `Four words for the story up to its entry ${upTo}. If the other person sees the same four at the same entry, the server has shown both of you the same story. If the words differ there, it has not: stop, and talk outside Kith.`,
    keys: 'The numbers of both your keys. If you see the same ones, nobody has put other keys in their place.',
    renewed: 'There are new keys on the other side since.',
    renewedLead:
      'The other person has made new keys since you compared, and the ones before vouch for them. You can compare again.',
  },
  footer: {
    kept: 'Your keys are kept in this browser only until you make a recovery sheet. Until then, clearing its data loses this bond.',
  },
};
