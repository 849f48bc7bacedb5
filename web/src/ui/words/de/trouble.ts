import type { Words } from '../../words';

/** Was schiefging, warum etwas nicht geht und was man tun kann. */
export const trouble: Pick<Words, 'state' | 'trouble' | 'refusals'> = {
  state: {
    offline:
      'Der Server ist gerade nicht erreichbar. Was du schreibst, wird hier aufbewahrt und später geschickt.',
    online: 'Wieder verbunden.',
    alarm:
      'Hier stimmt etwas nicht: Der Server hat etwas als deines gezeigt, das du nicht geschickt oder schon zurückgenommen hast. Kith hat hier angehalten. Sprecht außerhalb von Kith miteinander, bevor ihr weitermacht.',
    gap: 'Was der Server von dieser Verbindung zeigt, passt nicht zusammen. Kith hat hier angehalten und schickt darin nichts mehr.',
    rolledBack:
      'Der Server zeigt von dieser Verbindung weniger als vorher, oder anderes an dessen Stelle. Vielleicht ist er zu einem alten Stand zurückgekehrt, oder jemand hat etwas verändert. Kith hat hier angehalten. Fragt die Menschen, die den Server betreiben, und sprecht außerhalb von Kith miteinander.',
    forked:
      'Der Server hat euch beiden verschiedene Geschichten dieser Verbindung gezeigt. Keine Seite hat etwas falsch gemacht. Kith hat hier angehalten. Sprecht außerhalb von Kith miteinander, bevor ihr weitermacht.',
    keys: 'Jemand hat neue Schlüssel an die Stelle derer gesetzt, mit denen ihr angefangen habt, und wer die alten hatte, bürgt nicht dafür. So sieht es aus, wenn jemand anderes sich für den anderen Menschen ausgeben will. Kith hat hier angehalten und schickt in dieser Verbindung nichts mehr. Sprecht außerhalb von Kith miteinander.',
    stopped: 'Was du geschrieben hast, ist noch auf diesem Gerät. Du kannst es hier speichern.',
    outdated:
      'Der andere Mensch benutzt ein neueres Kith als dieses Gerät. Ruhen, zurückgehen, zurücknehmen und beenden kannst du weiterhin; für alles andere lade die Seite neu.',
    opened: 'Beide Antworten haben sich gemeinsam geöffnet.',
  },
  trouble: {
    emptyLink: 'Öffne den Link noch einmal aus der Nachricht, in der er kam.',
    alreadyJoined:
      'Mit diesem Link bist du schon beigetreten. Du findest die Verbindung auf deiner ersten Seite.',
    brokenLink: 'Dieser Link ist nicht vollständig. Bitte noch einmal um ihn und kopiere ihn ganz.',
    otherServer:
      'Dieser Link gehört zu einem anderen Server. Öffne ihn stattdessen in der Adresszeile.',
    usedLink:
      'Dieser Link wurde schon benutzt. Wenn du es nicht warst, bitte um einen neuen und sag es dazu.',
    expiredLink: 'Dieser Link ist abgelaufen. Bitte um einen neuen.',
    unknownLink:
      'Dieser Server kennt den Link nicht. Vielleicht ist er abgelaufen, oder ein Stück fehlt.',
    ownLink: 'Das ist dein eigener Link. Er ist für den anderen Menschen gedacht.',
    wrongAnswer:
      'Die Einladung wurde von jemandem beantwortet, der ihren Schlüssel nicht hat. Es wurde nichts geteilt. Beginne neu mit einem neuen Link.',
    nameMissing: 'Bitte schreib einen Namen.',
    linkMissing: 'Füge zuerst den ganzen Link ein.',
    unreachable:
      'Der Server ist gerade nicht erreichbar. Nichts ist verloren; versuch es gleich noch einmal.',
    unknown:
      'Hier ist etwas schiefgegangen, das nicht hätte schiefgehen dürfen. Was du geschrieben hast, ist noch da; lade die Seite neu und versuch es noch einmal.',
    refused: 'Der Server hat das nicht angenommen. Nichts ist verloren; lade die Seite neu.',
    storage:
      'Dieser Browser lässt Kith nichts aufbewahren (private Fenster mancher Browser tun das). Nimm ein normales Fenster.',
    insecure:
      'Kith braucht eine sichere Adresse, eine, die mit https beginnt. Frag die Menschen, die diesen Server betreiben.',
    unsupported:
      'Diesem Browser fehlt etwas, das Kith braucht. Ein aktueller Firefox, Chrome, Edge oder Safari reicht.',
    again: 'Noch einmal versuchen',
  },
  refusals: {
    'card-on-table': 'Eine Karte nach der anderen: Beantworte oder tausche erst die auf dem Tisch.',
    'offer-on-table':
      'Es liegt schon ein Angebot oder eine Frage auf dem Tisch. Eines nach dem anderen.',
    'words-missing': 'Es ist noch nichts geschrieben.',
    'words-too-long':
      'Das ist länger, als eine Karte fasst. Du kannst es kürzen oder den Rest ein andermal erzählen.',
    'on-its-way': 'Was du davor getan hast, ist noch unterwegs. Einen Moment.',
    'not-on-table': 'Diese Karte liegt nicht mehr auf dem Tisch. Deine Worte sind hier aufbewahrt.',
    'response-empty': 'Wähle eine der Möglichkeiten oben oder schreib ein paar Worte.',
    'topic-closed': 'Dieses Thema ruht. Es öffnet sich nur, wenn ihr beide es wollt.',
    'ring-closed': 'Das geht tiefer, als ihr beide bisher geöffnet habt.',
    'too-soon':
      'Dafür ist es noch ein wenig früh. Morgen oder in einigen Minuten kann es richtig sein.',
    'too-fast': 'Das war viel Nähe für einen Tag. Morgen ist wieder Raum.',
    'too-much':
      'Du hast hier ein gutes Stück mehr erzählt als gehört. Lass den anderen Menschen erst näherkommen.',
    'asked-before': 'Diese Frage ist vor Kurzem vorübergegangen. Ein andermal vielleicht.',
    'already-responded': 'Darauf hast du schon geantwortet.',
    'taken-back': 'Das wurde zurückgenommen.',
    resting: 'Diese Verbindung ruht.',
    ended: 'Diese Verbindung ist beendet. Hier kann nichts mehr geschickt werden.',
    'repair-open': 'Erst gibt es etwas wiedergutzumachen.',
    'not-deeper': 'So tief ist es nicht offen.',
    'comfort-not-asked': 'Kith fragt dich erst, wie es dir heute damit geht.',
    'not-comfortable': 'Notiert. An so einem Tag geht Kith nicht tiefer.',
    strained: 'Eine Weile leichter: Das tut nach schweren Gesprächen gut.',
    other: 'Das geht gerade nicht.',
  },
};
