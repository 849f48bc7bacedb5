import type { Words } from '../../words';

type First = Pick<Words, 'arrive' | 'start' | 'invite' | 'join' | 'check' | 'footer'>;

/** Ankommen, einladen, beitreten. */
export const first: First = {
  arrive: {
    title: 'Einander näherkommen, immer ein kleines Stück.',
    lines: [
      'Zwei Menschen beantworten dieselbe Karte. Beide Antworten bleiben versiegelt, bis beide da sind.',
      'Dann öffnen sie sich gemeinsam, und beide können sagen, wie es war, einander zu hören.',
      'Tiefer geht es nur, wenn ihr beide es wollt. Du kannst etwas auslassen, es dir anders überlegen oder aufhören.',
    ],
    notTitle: 'Was Kith nicht kann',
    not: [
      'Es ist keine Therapie und keine Hilfe in einem Notfall.',
      'Es kann niemanden vergessen lassen, was gelesen wurde, und kein Foto vom Bildschirm verhindern.',
      'Wer diesen Server betreibt, kann deine Worte nicht lesen, gibt dir aber diese Seite. Wenn du diesem Menschen nicht vertraust, nutze Kith nicht hier.',
    ],
    start: 'Eine Verbindung beginnen',
    haveLink: 'Ich habe einen Link bekommen',
    adults: 'Für Erwachsene. Keine E-Mail, keine Telefonnummer, kein Konto.',
    picture: 'So könnte ein Überblick nach einigen Monaten aussehen.',
  },
  start: {
    title: 'Eine Verbindung beginnen',
    lead: 'Eine Verbindung ist zwischen dir und einem anderen Menschen. Noch wird niemandem etwas geschickt.',
    yourName: 'Wie nennt man dich?',
    yourNameHint: 'Nur ihr beide seht das.',
    kind: 'Was ist diese Verbindung für dich?',
    kindHint:
      'Dein eigenes Wort, nur für dich. Der andere Mensch sieht es nicht, und du kannst es ändern.',
    kinds: {
      friend: 'Freundschaft',
      partner: 'Partnerschaft',
      family: 'Familie',
      other: 'Etwas anderes',
    },
    make: 'Den privaten Link erstellen',
    back: 'Zurück',
  },
  invite: {
    title: 'Ein Link für einen Menschen',
    lead: 'Schick ihn auf einem Weg, dem du vertraust. Er gilt einmal, sieben Tage lang.',
    linkLabel: 'Dein privater Link',
    copy: 'Link kopieren',
    share: 'Teilen',
    copied: 'Kopiert',
    yourWords: 'Ein paar eigene Worte dazu',
    yourWordsHint:
      'Zu fragen ist der erste kleine Schritt. Diese Worte gehen mit deiner Nachricht, nicht durch Kith.',
    yourWordsExample:
      'Ich habe etwas gefunden, das ich gern mit dir ausprobieren würde. Ganz in Ruhe, und ein Nein ist in Ordnung.',
    copyBoth: 'Worte und Link kopieren',
    onlyHere:
      'Dieser Link geht nur auf diesem Computer, in einem anderen Browser. Für jemanden anderswo öffne Kith unter einer Adresse, die auch dort erreichbar ist.',
    backTitle: 'Den Link zurücknehmen',
    backLead: 'Er öffnet dann niemandem mehr etwas. Einen neuen kannst du jederzeit erstellen.',
    backDo: 'Zurücknehmen',
    remove: 'Von hier entfernen',
    careful:
      'Wer ihn zuerst öffnet, könnte anstelle der Person beitreten, die du meinst. Du siehst den angegebenen Namen, und nichts beginnt, bevor du zustimmst.',
    meanwhile: 'Bis dahin gibt es hier schon einen Ort:',
    someone: (name) => `${name} hat deinen Link geöffnet`,
    isIt: (name) =>
      `Ist „${name}“ der Mensch, dem du ihn geschickt hast? Danach könnt ihr euch vergewissern, oben auf der Seite.`,
    yes: 'Ja, so ist es',
    no: 'Nein, abbrechen',
    stopped: 'Diese Einladung ist geschlossen. Es wurde nichts geteilt.',
    expired: 'Der Link ist nach sieben Tagen abgelaufen. Du kannst mit einem neuen beginnen.',
  },
  join: {
    looking: 'Die Einladung wird geöffnet …',
    title: (name) => `${name} möchte eine Verbindung mit dir beginnen`,
    titleBefore: (name) => `Ein Link von ${name}`,
    lead: 'Ihr beantwortet beide kleine Karten. Versiegelt bleibt das, bis beide Antworten da sind; dann öffnen sie sich gemeinsam.',
    sees: [
      'Zu sehen sind der Name, den du angibst, und was ihr beide öffnet. Sonst nichts: nicht wann du hier bist, nicht was du auslässt.',
      'Der Server reicht versiegelte Kästchen weiter. Er kann sie nicht lesen.',
      'Du kannst diese Seite schließen. Das ist in Ordnung, und niemand erfährt davon.',
    ],
    before: (name) =>
      `Deine Verbindung mit ${name} ist zu Ende; mit diesem Link würde eine neue beginnen. Dass du ihn geöffnet hast, erfährt niemand: Lass ihn liegen, und er sieht unbenutzt aus.`,
    operator: (name) => `Betrieben wird dieser Server von ${name}.`,
    operatorUnknown: 'Dieser Server sagt nicht, wer ihn betreibt.',
    operatorWarning:
      'Betreibt ihn der Mensch, der dich einlädt, dann geh davon aus, dass er alles lesen kann, was du hier tust.',
    yourName: 'Wie nennt man dich?',
    join: 'Beitreten',
    notNow: 'Jetzt nicht',
    paste: 'Füge den Link hier ein',
    another: 'Einen Link einfügen',
    open: 'Öffnen',
    almostTitle: 'Du bist beigetreten',
    almost: (name) =>
      `Es beginnt, wenn ${name} bestätigt hat, dass du es bist. Die Karten kannst du schon ansehen.`,
  },
  check: {
    title: 'Vergewissert euch',
    lead: 'Lest einander diese Zahlen laut vor, von Angesicht zu Angesicht oder am Telefon. Wenn ihr dieselben seht, steht niemand zwischen euch. Sind sie verschieden, schreibt hier nichts: Beende diese Verbindung und beginne neu, mit einem Link auf einem anderen Weg.',
    same: 'Wir haben sie verglichen',
    later: 'Später',
    done: (day) => `Ihr habt eure Zahlen am ${day} verglichen.`,
    open: 'Vergewissert euch',
    further: 'Mehr vergleichen, auch später',
    story: (upTo) =>
      `Vier Wörter für die Geschichte bis zu ihrem Eintrag ${upTo}. Wenn der andere Mensch beim selben Eintrag dieselben vier sieht, hat der Server euch beiden dieselbe Geschichte gezeigt. Sind sie dort verschieden, dann nicht: Haltet an und sprecht außerhalb von Kith miteinander.`,
    keys: 'Die Zahlen eurer beiden Schlüssel. Wenn ihr dieselben seht, hat niemand andere an ihre Stelle gesetzt.',
    renewed: 'Auf der anderen Seite gibt es seither neue Schlüssel.',
    renewedLead:
      'Der andere Mensch hat neue Schlüssel gemacht, seit ihr verglichen habt, und die alten bürgen für sie. Ihr könnt noch einmal vergleichen.',
  },
  footer: {
    kept: 'Deine Schlüssel liegen nur in diesem Browser, bis du ein Wiederherstellungsblatt machst. Wer vorher seine Daten löscht, verliert diese Verbindung.',
  },
};
