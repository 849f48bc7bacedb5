/** Keeping what is one's own: the sheet, the ways in, the devices. */
export const keep = {
  keep: {
    title: 'Keep this yours',
    lead: 'Everything you have here is in this browser only. If its data is cleared, or the device is lost, nobody can bring it back, not even whoever runs this server.',
    leadMore:
      'A recovery sheet on paper can. It takes about two minutes, and it is your side alone: nobody is told.',
    do: 'Keep it safe',
    later: 'Not now',
    before: 'Before the next card comes one thing for you alone: a recovery sheet. There is time.',
    laterHint: 'You find it under Settings at any time.',
    done: 'Kept. What is yours can be opened again from another device, with your sheet.',
    finish: 'Done',
  },
  sheet: {
    title: 'Your recovery sheet',
    lead: 'Print it or write it down, and put it where you keep things that matter. Whoever has these three lines can open everything that is yours here.',
    server: 'For the server at',
    lines: ['Whose it is', 'Code, first line', 'Code, second line'],
    how: 'Open that address in any browser, choose “I have used Kith before”, and write in the three lines. Large or small letters make no difference.',
    lost: 'If this sheet and every other way in are lost, what is yours is gone for good. The other person keeps what they have.',
    print: 'Print this sheet',
    copy: 'Copy the three lines',
    copied: 'Copied. Put them into a safe place, then clear them from the clipboard.',
    have: 'I have it now',
    check: 'One short check',
    checkLead: 'Look at your sheet and write two of its groups of four.',
    group: (group: number, line: number) => `Line ${line}, group ${group}`,
    wrong: 'Your sheet says something else there. Look at it once more.',
    show: 'Show the sheet again',
    checkDo: 'That is what it says',
    between:
      'It is not certain yet that this sheet counts. Keep it, and the one before it as well. Kith goes on by itself once the server can be reached; under Devices and ways in you can see when the new one alone counts.',
  },
  open: {
    title: 'How does this device open?',
    lead: 'Choose what suits you. It can be changed later.',
    stay: 'It stays open. It is mine, and has a lock of its own.',
    words: 'Six words, made for you',
    passkey: 'A passkey: finger, face or the device’s own lock',
    leave: 'This is not my device. Remove everything from it when I am done.',
    stayDo: 'Leave it open',
    leaveDo: 'Remove everything now',
    leaveLead: 'Your sheet brings you in again from another device.',
    wordsLead:
      'Write these six words down, then write them here once. They are long enough that nobody can guess them. In another browser you need the first line of your sheet beside them.',
    wordsHere: 'The six words',
    wordsDo: 'Use these words',
    wordsWrong: 'These are not the six words above. Look once more, letter by letter.',
    passkeyLead:
      'Your device asks you twice: once to make the passkey, once to try it. A passkey depends on its maker and on the address of this server, so your sheet stays the way in that lasts.',
    passkeyDo: 'Make a passkey',
    lockLead:
      'Your way in works from now on. Shall this device stay open, or ask for it each time?',
    lock: 'Lock it now',
    open: 'Leave it open here',
  },
  passkeyTrouble: {
    'no-passkeys': 'This browser has no passkeys. Use six words; they work everywhere.',
    'no-secret':
      'This passkey cannot lock anything here: its maker does not offer what that needs. Nothing was changed; you can remove it in the settings of your device. Use six words, or another passkey.',
    'not-the-same':
      'This passkey answered in two different ways, so it could lock you out. Nothing was changed; you can remove it in the settings of your device. Use six words.',
    'not-chosen': 'Nothing was chosen. You can try again, or use something else.',
    'of-another': 'This passkey belongs to something else. Choose another one.',
  },
  wakeTrouble: {
    'not-kept': 'Keep what is yours safe first: the server wakes only devices that it knows.',
    unsupported:
      'This browser cannot be woken. On an iPhone or iPad, put Kith on the home screen first; private windows never can.',
    denied:
      'Your browser does not let this page show anything. You can change that in the browser’s settings for this page, and try again.',
    'no-service':
      'Your browser could not reach its own service for this. Nothing was changed; try again later.',
    'unknown-service':
      'Your browser uses a service for this that this server does not know. Nothing was changed; another browser may work.',
  },
  wayTrouble: {
    'passkey-alone':
      'A passkey alone could vanish with its maker. Make your sheet first, then the passkey.',
    'not-come':
      'Something else changed at the same moment, so this does not count. Nothing is lost; please try again.',
    wrong: 'That does not open it. Look once more, letter by letter.',
    sheet: 'There is a slip in one of these lines. Look at each once more.',
    'too-many':
      'Words were wrong too often today, from somewhere. Your sheet or a passkey works; words do again tomorrow.',
  },
  unlock: {
    title: 'This is locked',
    lead: 'What is yours is here, and sealed.',
    words: 'Your six words',
    do: 'Open',
    passkey: 'Open with a passkey',
    sheet: 'Open with the sheet',
    lost: 'None of these at hand?',
    lostLead:
      'Another device of yours that is open can let this one in again. With no sheet, no words, no passkey and no open device, nobody can open it, not even whoever runs this server. Then all that is left is to begin anew.',
    anew: 'Remove what is sealed here, and begin anew',
  },
  returning: {
    open: 'I have used Kith before',
    title: 'Welcome back',
    lead: 'What is yours lies sealed on this server. One of these opens it.',
    replaces: 'What is in this browser now will be replaced by it.',
    own: 'Is this your own device?',
    owns: { yes: 'Yes, it may keep what is mine', no: 'No, leave nothing here when I close it' },
    sheet: 'With my sheet',
    words: 'With my six words',
    wordsHint: 'The first line of your sheet says whose it is; the words open it.',
    passkey: 'With a passkey',
    passkeyHint: 'Only at the address where it was made. At another address, use your sheet.',
    device: 'With a device that is open',
    deviceHint:
      'There, choose Settings, “Devices and ways in”, and “Add a device”. Then look at its code with this one.',
    link: 'The link that it shows',
    linkDo: 'Go on',
    do: 'Open',
    used: 'You came in with your sheet. It still works, for whoever else may have seen it. If you are not sure where it was, make a new one now; the old one then opens nothing.',
  },
  devices: {
    title: 'Devices and ways in',
    list: 'Your ways in',
    kinds: {
      passkey: 'Passkey',
      words: 'Six words',
      recovery: 'Recovery sheet',
      device: 'Device',
    },
    here: 'this device',
    hereBy: 'opened this device',
    since: (day: string) => `since ${day}`,
    coming:
      'Not certain yet that it counts. Until this line is gone, keep the one before it as well.',
    even: 'What is yours is on the server too, sealed. Only what is listed here opens it.',
    uneven: 'Some of what is yours has not reached the server yet. It goes by itself.',
    removed:
      'Another of your devices has shut this one out. What was read here before can still be read here; nothing new comes.',
    add: 'Add a device',
    addLead:
      'On this device, a code appears. Open it with the other one, compare twelve digits, and it is in.',
    sheet: 'Make a new sheet',
    sheetLead: 'A new sheet or new words take the place of the old, which then open nothing.',
    words: 'Make six words',
    wordsAgain: 'Make six new words',
    passkey: 'Make a passkey',
    lock: 'Lock this device now',
    name: 'What is this device called?',
    phone: 'Phone',
    computer: 'Computer',
    lost: 'Lost, or no longer mine',
    lostLead:
      'New keys are made, and this way in opens nothing any more. What somebody has already read with it stays read. Your other ways in go on as they are.',
    lostToo:
      'A passkey that was made on it, and the six words, are ways in of their own: shut them out too where it knows them.',
    lostDo: 'Shut it out',
    lostDone: 'It is shut out.',
    reset: 'Somebody may have been in here',
    resetLead:
      'Only this device and a new sheet stay; every other device, any passkey and the six words are shut out at once. The other people are not told. What was read before stays read.',
    resetDo: 'Begin the safety reset',
    resetSheet: 'First the new sheet. When you have checked it, everything else is shut out.',
    resetDone: 'Done. Only this device and your new sheet open what is yours.',
  },
  link: {
    title: 'Add a device',
    lead: 'Hold the camera of your other device to this code, or open the link there. It works once, today.',
    code: 'Code for your own other device',
    warn: 'Nobody else ever needs this code. If somebody asked you for it, stop here.',
    looking: 'As soon as it has been opened there, twelve digits appear here.',
    compare: (device: string) => `“${device}” would like to be let in`,
    compareLead: 'Does it show these same twelve digits?',
    same: 'Yes, the same. Let it in',
    other: 'No, stop this',
    done: 'It is in.',
    stopped: 'Stopped. Nothing was given away.',
    hereTitle: 'Join with your other device',
    hereLead:
      'Your device that is open lets this one in. If there are bonds in this browser now, they are replaced.',
    hereDo: 'Join',
    hereDigits: 'Both devices show these digits',
    hereWait: 'If they are the same, say so on the other device. Then you are in.',
    gone: 'This code no longer counts. Make a new one on the device that is open.',
  },
};
