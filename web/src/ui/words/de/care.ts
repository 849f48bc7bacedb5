import type { Words } from '../../words';

type Care = Pick<
  Words,
  'more' | 'rest' | 'back' | 'misstep' | 'repair' | 'takeBack' | 'end' | 'export' | 'account'
>;

/** Sich um die Verbindung kümmern: ruhen, Fehltritte, wiedergutmachen, zurücknehmen, beenden. */
export const care: Care = {
  more: {
    title: 'Diese Verbindung pflegen',
    together: 'Gemeinsam',
    yourSide: 'Für dich',
    slower: 'Langsamer, oder aufhören',
    kind: 'Was diese Verbindung für dich ist',
    numbers: 'Vergewissert euch',
  },
  rest: {
    title: 'Die Verbindung ruhen lassen',
    lead: 'Solange sie ruht, kann nichts gezogen oder geschickt werden. Sie kann weitergehen, wenn ihr beide es wollt, frühestens morgen, oder nach der Zeit, die du setzt.',
    how: 'Wie lange?',
    spans: { open: 'Bis beide weitermachen wollen', week: 'Eine Woche', month: 'Einen Monat' },
    do: 'Jetzt ruhen lassen',
    resting: 'Diese Verbindung ruht. Von niemandem wird etwas erwartet.',
    draftKept: 'Was du gerade geschrieben hast, bleibt erhalten.',
    until: (day) => `Sie ruht bis ${day}, oder bis ihr beide weitermachen wollt.`,
  },
  back: {
    title: 'In einem Thema zurückgehen',
    lead: 'Wähle, wie tief es von jetzt an sein darf. Es gilt sofort, für euch beide. Niemand fragt nach einem Grund.',
    to: ['Geschlossen', 'Nur Oberfläche', 'Bis zur Öffnung', 'Bis zur Nähe'],
    closes: 'Hier ist nur die Oberfläche offen. Sie schließt sich.',
    do: 'Zurückgehen',
  },
  misstep: {
    open: 'Das war zu viel',
    title: 'Etwas hat sich nicht gut angefühlt',
    which: 'Was war es?',
    kinds: {
      'too-much': 'Es war zu viel',
      'too-fast': 'Es ging zu schnell',
      judged: 'Ich fühlte mich beurteilt',
    },
    how: 'Für dich behalten oder sagen?',
    private: 'Für mich behalten',
    privateLead:
      'Wenn du es für dich notierst, öffnet sich in diesem Thema nichts Tieferes, bis du die Notiz zurücknimmst. Niemand erfährt davon.',
    tell: 'Es sagen',
    tellLead:
      'Wo mehr als die Oberfläche offen ist, geht das Thema sofort einen Ring zurück. Der andere Mensch wird gebeten, zuerst zuzuhören.',
    words: 'Wie es für dich war, wenn du magst',
    wordsHint: 'Was du hier schreibst, kann der andere Mensch aufbewahren.',
    doPrivate: 'Für mich notieren',
    doTell: 'Abschicken',
    noted:
      'Notiert. In diesem Thema öffnet sich nichts Tieferes, und nur deine eigenen Geräte wissen davon.',
    unnote: 'Notiz zurücknehmen',
  },
  repair: {
    title: 'Etwas wiedergutmachen',
    mine: (what) => `Du hast gesagt: ${what}`,
    theirs: (name, what) => `${name} hat gesagt: ${what}`,
    steps: [
      'Wer verletzt ist, wird gehört',
      'Zurückgesagt',
      'Dazu gestanden, wenn es etwas gibt',
      'Wieder gut, wenn beide es sagen',
    ],
    hearFirst:
      'Hör zuerst einfach zu, wie es war. Etwas kann wehtun, ohne dass es jemand böse gemeint hat. Erklären kommt später, wenn überhaupt.',
    theirNext:
      'Jetzt ist der andere Mensch zum Zuhören da. Für dich gibt es nichts zu tun; du kannst jederzeit zurückgehen oder alles ruhen lassen.',
    mayOwn: 'Dir wurde zugehört. Für dich gibt es nichts zu tun, und nichts eilt.',
    bothNext: 'Es eilt nicht.',
    sayBack: 'Sag in deinen Worten, was du gehört hast',
    sayBackHint: 'Zum Beispiel: „Was dir wehgetan hat, war, wenn ich es recht verstehe,\u00a0…“',
    saidBack: {
      mine: 'So hast du es gehört',
      theirs: (name) => `So hat ${name} es gehört`,
    },
    send: 'Senden',
    ownTitle: 'Wenn es etwas gibt, wozu du stehen möchtest',
    ownLead: 'Nur wenn du es so meinst. Ohne um Verzeihung zu bitten.',
    own: 'Wozu ich stehe',
    differently: 'Was ich anders machen werde',
    regret: 'Was mir leidtut',
    owned: {
      mine: 'Wozu du stehst',
      theirs: (name) => `Wozu ${name} steht`,
    },
    keep: 'Was du hier schreibst, kann der andere Mensch aufbewahren.',
    takeBack: 'Meine Worte zurücknehmen',
    aside: 'Beiseitelegen',
    isAside: 'Du hast etwas zum Wiedergutmachen beiseitegelegt. Niemand erfährt davon.',
    show: 'Zeigen',
  },
  takeBack: {
    open: 'Etwas zurücknehmen',
    title: 'Deine Worte zurücknehmen',
    lead: 'Sie verschwinden jetzt von diesem Gerät, und vom Server und vom anderen Gerät, sobald beide erreichbar sind. Gelesenes kann erinnert werden und wurde vielleicht fotografiert.',
    addressed:
      'Was du dem anderen Menschen geschrieben hast, etwa eine Erwiderung, hat er vielleicht aufbewahrt. Die Worte einer Karte bleiben versiegelt auf dem Server.',
    parts: {
      answer: 'Meine Antwort zurücknehmen',
      response: 'Meine Erwiderung zurücknehmen',
      prompt: 'Die Worte der Karte zurücknehmen',
      repair: 'Zurücknehmen, was ich beim Wiedergutmachen schrieb',
    },
    done: 'Zurückgenommen.',
  },
  end: {
    title: 'Diese Verbindung beenden',
    lead: 'Du kannst sie allein beenden, sofort und ohne Grund. Danach kann hier nichts mehr geschickt werden.',
    words: 'Deine Worte',
    leave: 'Meine Worte dort lassen',
    take: 'Alle meine Worte zurücknehmen',
    when: 'Wann erfährt der andere Mensch davon?',
    now: 'Jetzt',
    later:
      'Später: Für den anderen Menschen ruht sie zuerst und gilt in zwei bis sechs Wochen als beendet',
    laterSet: (day) =>
      `Sie ruht und gilt ab ${day} als beendet. Du kannst sie auch jetzt beenden. Niemand sonst sieht das.`,
    note: 'Eine letzte Zeile, wenn du magst',
    noteHint: 'Der andere Mensch kann sie aufbewahren.',
    document:
      'Wenn du das hier Geschriebene als Beleg brauchst, speichere oder drucke es, bevor du beendest.',
    forGood: 'Ein Ende lässt sich nicht rückgängig machen.',
    do: 'Beenden',
    ended: 'Diese Verbindung ist beendet. Hier kann nichts mehr geschickt werden.',
    lastLine: 'Eine letzte Zeile',
    takeNoteBack: 'Meine letzte Zeile zurücknehmen',
    stays: 'Was du geschrieben hast, bleibt deins: Du kannst es hier lesen und mitnehmen.',
    remove: 'Verbindung hier entfernen',
    removeLead: (name) =>
      `Die Geschichte verschwindet von diesem Gerät, mit deinen Worten darin und deinen Notizen dazu. ${name} behält, was dort liegt. Von hier aus kannst du dann nichts mehr zurücknehmen, und Kith erkennt ${name} am Link nicht wieder.`,
    removeOthers:
      'Deine anderen Geräte behalten sie, und dein Blatt bringt sie auf ein neu eingerichtetes Gerät zurück.',
    removeYes: 'Hier entfernen',
    removeWaits:
      'Was du beendet oder zurückgenommen hast, ist noch nicht beim Server. Sobald es dort ist, lässt sich diese Verbindung von diesem Gerät entfernen.',
  },
  export: {
    title: 'Deine eigenen Worte als Datei',
    lead: 'Alles, was du in dieser Verbindung geschrieben hast, als offene Datei (JSON). Nicht, was der andere Mensch schrieb.',
    do: 'Datei speichern',
    saved: (file) => `Gespeichert als ${file}, dort, wo dein Browser Dateien ablegt.`,
    story: 'Die Geschichte drucken',
    account: 'Ein Bericht für eine Beratung',
    storyLead: 'Was ihr beide geöffnet habt, auf Papier, mit den Worten von beiden.',
    accountLead: 'Geöffnete Themen, Austausch und Pausen, zum Drucken. Nie ein Wort daraus.',
  },
  account: {
    title: 'Bericht über diese Verbindung',
    made: (day) =>
      `Auf diesem Gerät erstellt am ${day}, von einem der beiden Menschen. Er enthält kein Wort von euch.`,
    topics: 'Themen und wie tief sie offen sind',
    exchanges: 'Gemeinsam geöffnet',
    pauses: 'Pausen',
    withPauses: 'Pausen aufnehmen (nur wenn es euch beiden recht ist)',
    noPauses: 'Zurzeit besteht keine Pause.',
    resting: 'Die Verbindung ruht.',
    repairs: (open) =>
      open ? 'Etwas wird gerade wiedergutgemacht.' : 'Zurzeit ist nichts wiedergutzumachen.',
    closed: 'geschlossen',
    print: 'Drucken',
    none: 'noch nichts',
    times: (times, first, last) => {
      if (times === 1) return `einmal, am ${first}`;
      return first === last
        ? `${String(times)}-mal, am ${first}`
        : `${String(times)}-mal, vom ${first} bis zum ${last}`;
    },
  },
};
