/** What went wrong, why something is not possible, and what to do about it. */
export const trouble = {
  state: {
    offline: 'Out of reach of the server just now. What you write is kept here and sent later.',
    online: 'Connected again.',
    alarm:
      'Something does not add up: the server showed something as yours that you did not send, or had taken back. Kith has stopped here. Talk to each other outside Kith before going on.',
    gap: 'The server’s record of this bond does not fit together. Kith has stopped here and sends nothing more in it.',
    rolledBack:
      'The server shows less of this bond than it has shown before, or something else in its place. It may have gone back to an old copy, or someone has changed it. Kith has stopped here. Ask whoever runs the server, and talk to each other outside Kith.',
    forked:
      'The server has shown the two of you different stories of this bond. That is no mistake of either of you. Kith has stopped here. Talk to each other outside Kith before going on.',
    keys: 'Someone has put new keys in the place of those that the two of you began with, and whoever held the old ones does not vouch for them. That is how it looks when somebody else wants to be the other person. Kith has stopped here and sends nothing more in this bond. Talk to each other outside Kith.',
    stopped: 'What you wrote is still on this device. You can save it here.',
    outdated:
      'The other person uses a newer Kith than this device. You can still rest, step back, take back and end; load the page again for the rest.',
    opened: 'Both answers opened together.',
  },
  trouble: {
    emptyLink: 'Open the link once more from the message in which it came.',
    alreadyJoined: 'You have already joined with this link. You find the bond on your first page.',
    brokenLink: 'This link is not complete. Ask for it again, and copy the whole of it.',
    otherServer: 'This link belongs to another server. Open it in the address bar instead.',
    usedLink: 'This link has already been used. If it was not you, ask for a new one and say so.',
    expiredLink: 'This link has run out. Ask for a new one.',
    unknownLink:
      'This server does not know this link. It may have run out, or a piece of it is missing.',
    ownLink: 'This is your own link. It is meant for the other person.',
    wrongAnswer:
      'The invitation was answered by someone who does not hold its key. Nothing was shared. Start again with a new link.',
    nameMissing: 'Please write a name.',
    linkMissing: 'Paste the whole link first.',
    unreachable: 'The server cannot be reached just now. Nothing is lost; try again in a moment.',
    unknown:
      'Something went wrong here that should not have. What you wrote is still here; load the page again and try once more.',
    refused: 'The server did not accept this. Nothing is lost; load the page again.',
    storage:
      'This browser does not let Kith keep anything (private windows of some browsers do that). Use a normal window.',
    insecure:
      'Kith needs a secure address, one that begins with https. Ask whoever runs this server.',
    unsupported:
      'This browser lacks something Kith needs. A current Firefox, Chrome, Edge or Safari will do.',
    again: 'Try again',
  },
  refusals: {
    'card-on-table': 'One card at a time: answer or swap the one on the table first.',
    'offer-on-table': 'There is an offer or a question on the table already. One at a time.',
    'words-missing': 'Nothing is written yet.',
    'words-too-long':
      'That is longer than one card holds. You can shorten it or tell the rest another time.',
    'on-its-way': 'What you did before is still on its way. One moment.',
    'not-on-table': 'This card is no longer on the table. Your words are kept here.',
    'response-empty': 'Choose one of the ways above, or write a few words.',
    'topic-closed': 'This topic rests. It opens only when both of you want it.',
    'ring-closed': 'This goes deeper than the two of you have opened so far.',
    'too-soon': 'It is a little early for this. Tomorrow, or in some minutes, it may be right.',
    'too-fast': 'That was a lot of closeness for one day. Tomorrow there is room again.',
    'too-much':
      'You have told a good deal more here than you have heard. Let the other come closer first.',
    'asked-before': 'This question was passed over not long ago. Another time, perhaps.',
    'already-responded': 'You have responded to this already.',
    'taken-back': 'This was taken back.',
    resting: 'This bond is resting.',
    ended: 'This bond has ended. Nothing more can be sent here.',
    'repair-open': 'First there is something to mend.',
    'not-deeper': 'It is not open that deep.',
    'comfort-not-asked': 'Kith asks you first how it is with you today.',
    'not-comfortable': 'Noted. Kith does not go deeper on a day like this.',
    strained: 'Lighter for a while: that does good after hard talks.',
    other: 'That is not possible just now.',
  } as Record<string, string> & { other: string },
};
