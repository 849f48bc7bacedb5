import type { Words } from '../../words';

/** Was nur eine Seite sieht: leise Fragen, die Schublade, Notizen. */
export const inner: Pick<Words, 'inner' | 'guard' | 'yours'> = {
  inner: {
    label: 'Nur für dich',
    skip: 'Überspringen',
    keep: 'Behalten',
    noted: 'Notiert, nur auf deinem Gerät.',
    landed: {
      title: 'Wie ist es angekommen?',
      lead: (name) =>
        `Es geht um das, was du zu „${name}“ erzählt hast. Weder der andere Mensch noch der Server sieht das je.`,
      rows: {
        understood: 'Ich fühlte mich verstanden',
        accepted: 'Ich fühlte mich angenommen',
        cared: 'Ich habe gespürt, dass ich wichtig bin',
        brushed: 'Ich fühlte mich abgetan',
      },
      low: 'gar nicht',
      high: 'sehr',
    },
    comfort: {
      title: 'Wie geht es dir heute damit?',
      lead: 'Bevor Kith fragt, ob du tiefer gehen magst. Niemand sonst sieht das.',
      comfort: 'Ich fühle mich wohl damit, wo wir beide stehen',
      free: 'Ich fühle mich frei, Nein zu sagen',
    },
    deeper: {
      title: (topic) => `${topic}: einen Ring tiefer?`,
      lead: 'Nur wenn der andere Mensch es auch möchte. „Noch nicht“ ist schon gewählt; nichts zu tun, ist auch eine Antwort.',
      more: 'Es öffnet sich für euch beide zugleich, frühestens morgen, und nur wenn beide Ja gesagt haben. Ein „Noch nicht“ wird nie gezeigt. Bis dahin lässt sich ein Ja hier zurücknehmen; nach 30 Tagen verblasst es. Es wird erneuert, wenn Kith offen ist, und braucht das wenigstens alle drei Tage.',
      yes: 'Ja, wenn beide mögen',
      notYet: 'Noch nicht',
      hold: 'Halten, um die Wahl zu sehen',
      said: 'Notiert. Damit niemand etwas ablesen kann, sieht es hier immer gleich aus.',
      open: 'Eine leise Frage zum Tiefergehen',
    },
    mended: {
      title: 'Ist es für dich wieder gut?',
      lead: 'Wenn ihr beide es sagt, ist es das, frühestens morgen. Bis dahin geht nichts tiefer, und niemand sieht, was du gewählt hast.',
      yes: 'Für mich ist es wieder gut',
    },
    resume: {
      title: 'Möchtest du weitermachen?',
      lead: 'Es geht weiter, wenn ihr beide es wollt, frühestens morgen. Niemand sieht, was du gewählt hast.',
      yes: 'Ja, wenn beide mögen',
    },
    safety: {
      title: 'Könntest du ohne Angst Nein sagen?',
      lead: 'Das wird ab und zu alle gefragt. Niemand außer dir kann deine Antwort je lesen.',
      yes: 'Ja',
      no: 'Nein',
    },
    help: {
      title: 'Du hast ein Recht darauf, sicher zu sein',
      lead: 'Kith bietet hier nur noch leichte Karten an. Niemand erfährt davon. Auf der Seite unten steht, wo man jemanden zum Reden findet.',
      open: 'Informationen',
    },
  },
  guard: {
    title: 'Einen Moment, bevor das hinausgeht',
    kept: 'Es liegt in deiner Schublade, unter „Nur für dich“.',
    'ring-closed': 'Das geht tiefer, als ihr beide bisher geöffnet habt.',
    'too-soon': 'So nahe Worte warten fünf Minuten, damit du sie noch einmal wirken lassen kannst.',
    'too-much':
      'Du hast hier ein gutes Stück mehr erzählt als gehört. Es könnte guttun, den anderen Menschen erst näherkommen zu lassen.',
    'too-fast': 'Das war viel Nähe für einen Tag.',
    'asked-before': 'Diese Frage ist vor Kurzem vorübergegangen.',
    ways: {
      'keep-safe': 'In meine Schublade legen',
      'first-step': 'Als ersten Schritt anbieten',
      soften: 'Sanfter sagen',
      wait: 'Ein wenig warten',
      'let-them-come': 'Erst näherkommen lassen',
      'choose-another': 'Etwas anderes wählen',
    },
  },
  yours: {
    title: 'Nur für dich',
    lead: 'Niemand außer dir kann das je lesen. Es ist versiegelt und folgt nur deinen eigenen Geräten.',
    drawer: 'Die sichere Schublade',
    drawerLead:
      'Für das, was noch nicht gesagt werden soll, oder nie. Es zu schreiben, kann genug sein.',
    drawerEmpty: 'Noch liegt hier nichts, und es muss auch nichts.',
    write: 'Etwas schreiben',
    words: 'Was du aufbewahren möchtest',
    wordsHint: 'Du kannst es später anbieten oder verbrennen.',
    put: 'In die Schublade legen',
    putAnew: 'Diese Worte behalten',
    kept: (day) => `Aufbewahrt seit ${day}`,
    offer: 'Als ersten Schritt anbieten',
    offerThere: 'In einer Verbindung lässt es sich als erster Schritt anbieten.',
    offerLater: 'Gerade lässt es sich nicht als erster Schritt anbieten.',
    elsewhere: 'Was du in einer Verbindung geschrieben hast, liegt dort, unter „Nur für dich“.',
    offerLead:
      'Nur diese Zeile wird gezeigt. Was du geschrieben hast, bleibt versiegelt, bis der andere Mensch zuhören mag.',
    offered: 'Es liegt jetzt auf dem Tisch. Was du geschrieben hast, liegt dort als Entwurf.',
    edit: 'Die Worte ändern',
    burn: 'Verbrennen',
    burnSure: 'Verbrannte Worte sind für immer fort.',
    burnYes: 'Jetzt verbrennen',
    notes: 'Deine Notizen',
    notesLead: 'Eine Seite für dich: was dich bewegt hat, was du behalten möchtest.',
    prompts: 'Karten zum Nachdenken',
    promptsLead: 'Zum Lesen und um sie für dich zu beantworten.',
    another: 'Eine andere Karte',
    keepThought: 'Einen Gedanken dazu behalten',
    held: 'Was zu früh kam',
    heldLead:
      'Hier wurde etwas geschickt, das tiefer geht, als ihr beide geöffnet habt. Es bleibt geschlossen, bis sich dieser Ring öffnet oder du es wegwirfst.',
    throwAway: 'Wegwerfen',
  },
};
