import type { Words } from '../../words';

type Bond = Pick<
  Words,
  | 'places'
  | 'table'
  | 'firstStep'
  | 'ask'
  | 'own'
  | 'respond'
  | 'cell'
  | 'story'
  | 'topics'
  | 'rings'
>;

/** Der Tisch einer Verbindung: Karten, Geöffnetes, die Karte der Themen, die Geschichte. */
export const bond: Bond = {
  places: {
    label: 'In dieser Verbindung',
    table: 'Tisch',
    map: 'Überblick',
    story: 'Geschichte',
    yours: 'Nur für dich',
    more: 'Mehr',
    back: 'Zurück zum Tisch',
  },
  table: {
    title: (name) => `Du und ${name}`,
    drawTitle: 'Eine Karte ziehen',
    drawAnother: 'Noch eine Karte ziehen',
    drawLead: 'Nimm eine, die du selbst gern beantworten würdest.',
    draw: 'Auf den Tisch legen',
    byMap: 'Nach Thema aussuchen',
    lighter: 'Nach solchen Gesprächen tut etwas Leichtes gut.',
    onItsWay: 'Auf dem Weg zum Server. Auf diesem Gerät ist es sicher.',
    yourAnswer: 'Deine Antwort',
    placeholder: 'Lass dir Zeit. Ein Entwurf bleibt auf diesem Gerät.',
    seal: 'Versiegeln',
    sealed: 'Versiegelt',
    sealedLead:
      'Es öffnet sich, wenn beide Antworten da sind. Bis dahin kannst nur du deine sehen, ändern oder zurücknehmen.',
    bound:
      'Ihr habt beide versiegelt, und keine Antwort lässt sich mehr ändern. Nun bringt jedes Gerät seinen Schlüssel. Bis deines das getan hat, kannst nur du deine Worte lesen.',
    change: 'Ändern',
    changing: 'Was du versiegelt hast, gilt und kann sich öffnen, bis du neu versiegelst.',
    leaveAsItWas: 'So lassen, wie es war',
    whatIWrote: 'Was du geschrieben hast',
    unsent:
      'Eine Karte, an der du geschrieben hast, liegt nicht mehr auf dem Tisch. Deine Worte sind noch hier.',
    copyWords: 'Worte kopieren',
    letGo: 'Loslassen',
    takeBack: 'Zurücknehmen',
    takenBack: 'Zurückgenommen. Niemand weiß, dass es da war.',
    takingBack:
      'Noch nicht zurückgenommen: Der Server ist nicht erreichbar. Dieses Gerät nimmt es zurück, sobald es kann; bis dahin könnte es sich noch öffnen.',
    later:
      'Eine frühere Fassung deiner Antwort hat sich geöffnet. Das hast du danach geschrieben; nur du siehst es:',
    swap: 'Diese Karte tauschen',
    swapHint: 'Ihr könnt beide jederzeit eine Karte tauschen. Niemand fragt nach einem Grund.',
    ratherNot: 'Du hast dir gemerkt, dass du diese lieber nicht möchtest. Tauschen ist in Ordnung.',
    kept: 'Der Entwurf ist auf diesem Gerät aufbewahrt.',
    remember: 'Einmal geöffnet, kann es erinnert, fotografiert oder weitererzählt werden.',
    openedTitle: 'Das habt ihr gemeinsam geöffnet',
    you: 'Du',
    notOpened: 'Diese Antwort ließ sich nicht öffnen. Nichts davon wird gezeigt.',
    withdrawn: 'Zurückgenommen.',
    left: (left) => `Noch ${left} Zeichen`,
    story: 'Die Geschichte bisher',
    storyEmpty: 'Was ihr gemeinsam öffnet, wird hier aufbewahrt.',
    map: 'Der Überblick',
    mapLead:
      'Acht Themen, vier Ringe von außen nach innen. Tippe auf einen, um zu sehen, was dort ist.',
    mapTable: 'Dasselbe in Worten',
    topic: 'Thema',
    ring: (ring) => `Ring ${ring}`,
    asSoon: 'Das geht schon jetzt; es geht hinaus, sobald der Server erreichbar ist.',
  },
  firstStep: {
    title: 'Ein erster Schritt',
    mineLead:
      'Du hast angeboten, zuerst zu erzählen. Schreib in Ruhe und versiegle es. Es öffnet sich nur, wenn der andere Mensch zuhören mag.',
    theirsLead: (name) =>
      `${name} möchte dir etwas erzählen. Es öffnet sich, wenn du zuhören magst, heute oder ein andermal. Du musst nichts Eigenes erwidern.`,
    yours: 'Was du erzählen möchtest',
    ready: 'Ich bin bereit zuzuhören',
    readySaid: 'Du bist bereit zuzuhören. Es öffnet sich, sobald es da ist.',
    notReady: 'Doch noch nicht',
    heardTitle: 'Ein erster Schritt, geöffnet',
    pass: 'Zurücklegen',
    passHint: 'Nach einer Weile verschwindet es auch von selbst. Niemand erfährt, warum.',
    inReturn: 'Selbst etwas anbieten',
  },
  ask: {
    title: 'Eine Frage',
    mineLead:
      'Das hast du gefragt. Wenn eine Antwort kommt, öffnet sie sich; die Frage darf auch unbeantwortet bleiben.',
    theirsLead: (name) =>
      `${name} fragt dich. Antworte in Ruhe oder lass es vorübergehen: ohne Grund. Eine Antwort öffnet sich, sobald sie abgeschickt ist.`,
    heardTitle: 'Eine Frage, beantwortet',
    pass: 'Vorübergehen lassen',
    takeBack: 'Die Frage zurücknehmen',
    send: 'Abschicken',
  },
  own: {
    open: 'Etwas Eigenes',
    written: {
      mine: 'Diese Karte hast du geschrieben',
      theirs: (name) => `Diese Karte hat ${name} geschrieben`,
    },
    kinds: {
      write: 'Karte für beide schreiben',
      ask: 'Frage stellen',
      offer: 'Ersten Schritt anbieten',
    },
    leads: {
      write: 'Ihr beantwortet sie beide, versiegelt, bis beide Antworten da sind.',
      ask: 'Nur der andere Mensch antwortet, oder lässt sie vorübergehen. Immer nur eine Frage auf einmal.',
      offer:
        'Sag in einer Zeile, worum es geht. Was du erzählst, ist versiegelt und öffnet sich erst, wenn der andere Mensch zuhören mag.',
    },
    labels: {
      write: 'Die Worte auf der Karte',
      ask: 'Deine Frage',
      offer: 'Worum es geht, in einer Zeile',
    },
    which: 'Was möchtest du tun?',
    topic: 'Thema',
    ring: 'Wie tief?',
    lay: 'Auf den Tisch legen',
    cancel: 'Lieber nicht',
    hint: 'Eine Frage über euch beide; sie darf wortlos übergangen werden.',
    missing: 'Schreib zuerst die Worte.',
  },
  respond: {
    title: (name) => `Lass ${name} wissen, wie es war, das zu hören`,
    help: 'Lies zuerst nur. Dann, wenn du magst: Sag etwas zurück, das du gehört hast, oder stell eine sanfte Frage. Rat braucht es nicht.',
    begin: 'Ich habe es gelesen',
    first: 'Lies zuerst nur. Es gibt nichts zu lösen.',
    ways: {
      heard: 'Ich höre dich',
      thanks: 'Danke, dass du mir vertraust',
      sense: 'Das leuchtet mir ein',
      know: 'Davon kenne ich etwas',
      glad: 'Ich bin froh, dass du es mir erzählt hast',
      'no-reply-needed': 'Gehört, keine Antwort nötig',
    },
    helps: 'Hilfe beim Zuhören',
    helpLines: [
      'Sag zurück: „Was ich gehört habe, ist …“, „Bei mir bleibt vor allem …“',
      'Frag sanft: „Magst du mir mehr davon erzählen, oder ist es für jetzt genug?“',
      'Besser für später: Rat, die eigene Geschichte, ein Warum.',
      'Wenn es schwer ist: Du musst das nicht mittragen. Es zu hören, ist genug.',
    ],
    more: 'Mit eigenen Worten, wenn du magst',
    keep: 'Was du hier schreibst, kann der andere Mensch aufbewahren.',
    send: 'Senden',
    yours: 'Du hast gesagt',
    theirs: (name) => `${name} hat gesagt`,
    takenBack: 'Eine Antwort darauf wurde zurückgenommen.',
  },
  cell: {
    openHere: 'Hier eine Karte ziehen',
    another: 'Eine andere',
    none: 'Hier gibt es gerade keine weitere Karte.',
    closed:
      'Dieser Ring ist vorerst geschlossen. Wenn einige Karten gut angekommen sind, fragt Kith euch beide einzeln; er öffnet sich nur, wenn ihr beide es wollt.',
    topicClosed:
      'Dieses Thema ist vorerst geschlossen. Wenn anderswo einige Karten gut angekommen sind, fragt Kith euch beide einzeln; es öffnet sich nur, wenn ihr beide es wollt.',
    shared: 'Hier gemeinsam geöffnet',
    nothing: 'Hier ist noch nichts geöffnet worden.',
    stepBack: 'Hier geschlossen halten',
    stepBackLead: (topic) =>
      `${topic}: Ab diesem Ring nach innen ist es sofort geschlossen, für euch beide. Es kann wieder aufgehen, wenn beide es wollen. Niemand fragt nach einem Grund.`,
    stepBackTopic: 'Das ganze Thema ruhen lassen',
    onTable: 'Es liegt schon eine Karte auf dem Tisch. Eine nach der anderen.',
    states: { closed: 'zu', open: 'offen', shared: 'gemeinsam geöffnet' },
    look: (topic, ring, state) => `${topic}, ${ring}: ${state}`,
  },
  story: {
    search: 'In der Geschichte suchen',
    none: 'Nichts hier enthält diese Worte.',
    favourites: 'Nur was mir wichtig ist',
    keepClose: 'Das ist mir wichtig',
    keptClose: 'Mir wichtig',
    when: (day) => `Geöffnet am ${day}`,
    earlier: 'Frühere zeigen',
    print: 'Die Geschichte drucken',
    ofBoth: (one, other) => `${one} und ${other}`,
  },
  topics: {
    everyday: 'Alltag',
    work: 'Arbeit und Geld',
    family: 'Familie und Herkunft',
    friends: 'Freundschaft, Umfeld',
    love: 'Liebe',
    body: 'Körper, Gesundheit',
    feelings: 'Gefühle',
    beliefs: 'Was mir wichtig ist',
  },
  rings: ['', 'Oberfläche', 'Öffnung', 'Nähe', 'Kern'],
};
