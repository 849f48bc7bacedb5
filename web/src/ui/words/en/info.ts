/** The page of information: never more than docs/threat-model.md allows. */
export const englishInfo = {
  title: 'Information',
  parts: [
    {
      title: 'If you need someone now',
      lines: [
        'In an emergency call the emergency number of the country you are in: 112 in the European Union, 999 in the United Kingdom, 911 in the United States and Canada.',
        'If you are afraid of someone close: in Germany 116 016; in the United Kingdom 0808 2000 247; in the United States 1-800-799-7233. They listen at any hour, and it costs nothing.',
        'If everything is too much: in Germany 0800 111 0 111; in the United Kingdom and Ireland 116 123; in the United States 988.',
        'If somebody may look at this device, use another one to seek help: a library’s, a friend’s.',
      ],
    },
    {
      title: 'If someone presses you',
      lines: [
        'Nobody needs to answer, to go deeper or to give a reason. A pass looks like a busy week.',
        'A yes to going deeper can be undone by yourself, at any time before it takes effect, and leaves no trace.',
        'You can let a bond rest or end it alone. You can choose that it reads as resting first and as ended weeks later.',
        'If you may need what was written as a record, export or print it before you end a bond.',
        '“Leave this page”, or Esc pressed three times, blanks every open page of Kith. Kith then shows a page that says nothing until someone opens it. It is not a lock against someone who knows this device.',
      ],
    },
    {
      title: 'What Kith protects',
      lines: [
        'Your words are sealed in your browser. The server keeps and passes on sealed boxes and cannot read them.',
        'Neither the other person nor what the server sends them shows whether you have answered.',
        'Two answers open together, or not at all.',
      ],
    },
    {
      title: 'What it does not protect against',
      lines: [
        'Whoever serves you this page could serve you an altered one that reads what you write. If the person you are bonded with runs this server, assume they can read everything you do here.',
        'The other person can remember, photograph or tell what you opened.',
        'Someone with your unlocked device sees what you see.',
        'The other person can guess. If you both know that you have time and a card goes by, or if they said yes to going deeper and nothing opens, they may suppose that it was you. Kith never tells them, and it does nothing at random to hide it.',
        'The server, and anyone on the network, sees that this browser uses Kith, and when.',
        'Kith is not therapy and no help in an emergency.',
      ],
    },
  ],
};
