import type { Words } from '../../words';

/** Bewahren, was einem gehört: das Blatt, die Zugänge, die Geräte. */
export const keep: Pick<
  Words,
  | 'keep'
  | 'sheet'
  | 'open'
  | 'passkeyTrouble'
  | 'wakeTrouble'
  | 'wayTrouble'
  | 'unlock'
  | 'returning'
  | 'devices'
  | 'link'
> = {
  keep: {
    title: 'Damit es dein bleibt',
    lead: 'Alles, was du hier hast, liegt nur in diesem Browser. Werden seine Daten gelöscht oder geht das Gerät verloren, kann es niemand zurückholen, auch die Menschen nicht, die diesen Server betreiben.',
    leadMore:
      'Ein Wiederherstellungsblatt auf Papier kann es. Das dauert etwa zwei Minuten und betrifft nur dich: Niemand erfährt davon.',
    do: 'Sicher bewahren',
    later: 'Jetzt nicht',
    before:
      'Vor der nächsten Karte kommt noch etwas, nur für dich: ein Wiederherstellungsblatt. Das hat Zeit.',
    laterHint: 'Du findest es jederzeit in den Einstellungen.',
    done: 'Geschafft. Was dir gehört, lässt sich mit deinem Blatt auch von einem anderen Gerät öffnen.',
    finish: 'Fertig',
  },
  sheet: {
    title: 'Dein Wiederherstellungsblatt',
    lead: 'Drucke es oder schreib es ab, und leg es dorthin, wo du Wichtiges aufhebst. Wer diese drei Zeilen hat, kann alles öffnen, was dir hier gehört.',
    server: 'Für den Server unter',
    lines: ['Wem es gehört', 'Code, erste Zeile', 'Code, zweite Zeile'],
    how: 'Öffne diese Adresse in einem beliebigen Browser, wähle „Ich habe Kith schon benutzt“ und schreib die drei Zeilen hinein. Groß- und Kleinschreibung ist egal.',
    lost: 'Sind dieses Blatt und jeder andere Zugang verloren, ist alles, was dir gehört, für immer fort. Die andere Person behält, was sie hat.',
    print: 'Dieses Blatt drucken',
    copy: 'Die drei Zeilen kopieren',
    copied: 'Kopiert. Leg sie an einen sicheren Ort, und leere danach die Zwischenablage.',
    have: 'Ich habe es jetzt',
    check: 'Eine kurze Probe',
    checkLead: 'Sieh auf dein Blatt und schreib zwei der Vierergruppen ab.',
    group: (group: number, line: number) => `Zeile ${line}, Gruppe ${group}`,
    wrong: 'Dort steht auf deinem Blatt etwas anderes. Sieh noch einmal hin.',
    show: 'Das Blatt noch einmal zeigen',
    checkDo: 'So steht es da',
    between:
      'Es ist noch nicht sicher, dass dieses Blatt gilt. Heb es auf, und das vorige auch. Kith macht von selbst weiter, sobald der Server zu erreichen ist, und unter Geräte und Zugänge steht, wann nur noch das neue gilt.',
  },
  open: {
    title: 'Wie öffnet sich dieses Gerät?',
    lead: 'Wähle, was zu dir passt. Es lässt sich später ändern.',
    stay: 'Es bleibt offen. Es gehört mir und hat eine eigene Sperre.',
    words: 'Sechs Wörter für dich',
    passkey: 'Ein Passkey: Finger, Gesicht oder die Sperre des Geräts',
    leave: 'Das ist nicht mein Gerät. Entferne alles von ihm, wenn ich fertig bin.',
    stayDo: 'Offen lassen',
    leaveDo: 'Jetzt alles entfernen',
    leaveLead: 'Dein Blatt bringt dich von einem anderen Gerät wieder hinein.',
    wordsLead:
      'Schreib diese sechs Wörter ab und dann einmal hier hinein. Sie sind lang genug, dass niemand sie erraten kann. In einem anderen Browser brauchst du dazu die erste Zeile deines Blattes.',
    wordsHere: 'Die sechs Wörter',
    wordsDo: 'Diese Wörter nehmen',
    wordsWrong:
      'Das sind nicht die sechs Wörter von oben. Oft ist es nur ein kleiner Tippfehler; sieh noch einmal hin.',
    passkeyLead:
      'Dein Gerät fragt dich zweimal: einmal, um den Passkey zu machen, einmal, um ihn zu probieren. Ein Passkey hängt von seinem Hersteller und von der Adresse dieses Servers ab; der Zugang, der bleibt, ist dein Blatt.',
    passkeyDo: 'Einen Passkey machen',
    lockLead:
      'Dein Zugang gilt von jetzt an. Soll dieses Gerät offen bleiben oder jedes Mal danach fragen?',
    lock: 'Jetzt sperren',
    open: 'Hier offen lassen',
  },
  passkeyTrouble: {
    'no-passkeys': 'Dieser Browser kennt keine Passkeys. Nimm sechs Wörter; sie gehen überall.',
    'no-secret':
      'Dieser Passkey kann hier nichts verschließen: Sein Hersteller bietet nicht, was es dazu braucht. Es wurde nichts geändert; du kannst ihn in den Einstellungen deines Geräts entfernen. Nimm sechs Wörter oder einen anderen Passkey.',
    'not-the-same':
      'Dieser Passkey hat auf zwei Arten geantwortet und könnte dich aussperren. Es wurde nichts geändert; du kannst ihn in den Einstellungen deines Geräts entfernen. Nimm sechs Wörter.',
    'not-chosen':
      'Es wurde nichts gewählt. Du kannst es noch einmal versuchen oder anderes nehmen.',
    'of-another': 'Dieser Passkey gehört zu etwas anderem. Wähle einen anderen.',
  },
  wakeTrouble: {
    'not-kept': 'Bewahre zuerst sicher, was dir gehört: Der Server weckt nur Geräte, die er kennt.',
    unsupported:
      'Dieser Browser kann nicht geweckt werden. Auf iPhone und iPad hilft es, Kith zuerst auf den Startbildschirm zu legen; private Fenster können es nie.',
    denied:
      'Dein Browser lässt diese Seite nichts zeigen. Das kannst du in den Einstellungen des Browsers für diese Seite ändern und es noch einmal versuchen.',
    'no-service':
      'Dein Browser hat seinen eigenen Dienst dafür nicht erreicht. Es wurde nichts geändert; versuche es später noch einmal.',
    'unknown-service':
      'Dein Browser nutzt dafür einen Dienst, den dieser Server nicht kennt. Es wurde nichts geändert; vielleicht geht es mit einem anderen Browser.',
  },
  wayTrouble: {
    'passkey-alone':
      'Ein Passkey allein könnte mit seinem Hersteller verschwinden. Mach zuerst dein Blatt, dann den Passkey.',
    'not-come':
      'Im selben Moment hat sich etwas anderes geändert, deshalb gilt das nicht. Nichts ist verloren; versuch es noch einmal.',
    wrong: 'Das öffnet es nicht. Sieh noch einmal hin; oft ist es nur ein kleiner Tippfehler.',
    sheet: 'In einer dieser Zeilen ist ein Fehler. Sieh jede noch einmal an.',
    'too-many':
      'Heute kamen von irgendwoher zu oft falsche Wörter. Dein Blatt oder ein Passkey geht trotzdem; Wörter gehen morgen wieder.',
  },
  unlock: {
    title: 'Das ist gesperrt',
    lead: 'Was dir gehört, ist hier und versiegelt.',
    words: 'Deine sechs Wörter',
    do: 'Öffnen',
    passkey: 'Mit einem Passkey öffnen',
    sheet: 'Mit dem Blatt öffnen',
    lost: 'Nichts davon zur Hand?',
    lostLead:
      'Ein anderes Gerät von dir, das offen ist, kann dieses wieder einlassen. Ohne Blatt, ohne Wörter, ohne Passkey und ohne offenes Gerät kann es niemand öffnen, auch die Menschen nicht, die diesen Server betreiben. Dann bleibt nur, neu zu beginnen.',
    anew: 'Entfernen, was hier versiegelt ist, und neu beginnen',
  },
  returning: {
    open: 'Ich habe Kith schon benutzt',
    title: 'Willkommen zurück',
    lead: 'Was dir gehört, liegt versiegelt auf diesem Server. Womit möchtest du es öffnen?',
    replaces: 'Was jetzt in diesem Browser ist, wird dadurch ersetzt.',
    own: 'Ist das dein eigenes Gerät?',
    owns: {
      yes: 'Ja, hier darf alles bleiben',
      no: 'Nein, hier soll nichts bleiben, wenn ich schließe',
    },
    sheet: 'Mit meinem Blatt',
    words: 'Mit meinen sechs Wörtern',
    wordsHint: 'Die erste Zeile deines Blatts sagt, wem es gehört; die Wörter öffnen es.',
    passkey: 'Mit einem Passkey',
    passkeyHint:
      'Nur unter der Adresse, unter der er gemacht wurde. Unter einer anderen nimm dein Blatt.',
    device: 'Mit einem Gerät, das offen ist',
    deviceHint:
      'Wähle dort Einstellungen, „Geräte und Zugänge“ und „Ein Gerät hinzufügen“. Sieh dann mit diesem hier auf den Code.',
    link: 'Der Link, den es zeigt',
    linkDo: 'Weiter',
    do: 'Öffnen',
    used: 'Du bist mit deinem Blatt hereingekommen. Es gilt weiter, auch für andere, die es gesehen haben. Bist du nicht sicher, wo es war, mach jetzt ein neues; das alte öffnet dann nichts mehr.',
  },
  devices: {
    title: 'Geräte und Zugänge',
    list: 'Deine Zugänge',
    kinds: {
      passkey: 'Passkey',
      words: 'Sechs Wörter',
      recovery: 'Wiederherstellungsblatt',
      device: 'Gerät',
    },
    here: 'dieses Gerät',
    hereBy: 'hat dieses Gerät geöffnet',
    since: (day: string) => `seit dem ${day}`,
    coming:
      'Noch nicht sicher, dass es gilt. Solange diese Zeile da steht, heb auch das vorige auf.',
    even: 'Was dir gehört, liegt versiegelt auch auf dem Server. Nur was hier steht, öffnet es.',
    uneven: 'Ein Teil wird noch versiegelt auf den Server kopiert. Das geschieht von selbst.',
    removed:
      'Ein anderes deiner Geräte hat dieses ausgesperrt. Was hier schon gelesen war, lässt sich hier weiter lesen; Neues kommt nicht.',
    add: 'Ein Gerät hinzufügen',
    addLead:
      'Auf diesem Gerät erscheint ein Code. Öffne ihn mit dem anderen, vergleiche zwölf Ziffern, und es ist dabei.',
    sheet: 'Ein neues Blatt machen',
    sheetLead:
      'Ein neues Blatt oder neue Wörter treten an die Stelle der alten, die dann nichts mehr öffnen.',
    words: 'Sechs Wörter machen',
    wordsAgain: 'Sechs neue Wörter machen',
    passkey: 'Einen Passkey machen',
    lock: 'Dieses Gerät jetzt sperren',
    name: 'Wie heißt dieses Gerät?',
    phone: 'Telefon',
    computer: 'Computer',
    lost: 'Verloren oder nicht mehr meins',
    lostLead:
      'Es werden neue Schlüssel gemacht, und dieser Zugang öffnet nichts mehr. Was jemand damit schon gelesen hat, bleibt gelesen. Deine anderen Zugänge gelten weiter.',
    lostToo:
      'Ein Passkey, der darauf gemacht wurde, und die sechs Wörter sind eigene Zugänge: Sperr auch sie aus, wenn das Gerät sie kennt.',
    lostDo: 'Aussperren',
    lostDone: 'Es ist ausgesperrt.',
    reset: 'Vielleicht war jemand hier drin',
    resetLead:
      'Nur dieses Gerät und ein neues Blatt bleiben; jedes andere Gerät, jeder Passkey und alle Wörter sind sofort ausgesperrt. Die anderen erfahren nichts davon. Was schon gelesen war, bleibt gelesen.',
    resetDo: 'Alles neu absichern',
    resetSheet: 'Zuerst das neue Blatt. Hast du es geprüft, wird alles andere ausgesperrt.',
    resetDone: 'Fertig. Nur dieses Gerät und dein neues Blatt öffnen, was dir gehört.',
  },
  link: {
    title: 'Ein Gerät hinzufügen',
    lead: 'Richte die Kamera deines anderen Geräts auf diesen Code, oder öffne dort den Link. Er gilt einmal, heute.',
    code: 'Code für dein eigenes anderes Gerät',
    warn: 'Niemand sonst braucht diesen Code. Hat jemand danach gefragt, hör hier auf.',
    looking: 'Sobald er dort geöffnet ist, erscheinen hier zwölf Ziffern.',
    compare: (device: string) => `„${device}“ möchte eingelassen werden`,
    compareLead: 'Zeigt es dieselben zwölf Ziffern?',
    same: 'Ja, dieselben. Einlassen',
    other: 'Nein, abbrechen',
    done: 'Es ist dabei.',
    stopped: 'Abgebrochen. Es wurde nichts weitergegeben.',
    hereTitle: 'Über dein anderes Gerät hereinkommen',
    hereLead:
      'Dein Gerät, das offen ist, lässt dieses ein. Sind jetzt Verbindungen in diesem Browser, werden sie ersetzt.',
    hereDo: 'Hereinkommen',
    hereDigits: 'Beide Geräte zeigen diese Ziffern',
    hereWait: 'Sind sie gleich, sag es auf dem anderen Gerät. Dann ist alles hier.',
    gone: 'Dieser Code gilt nicht mehr. Mach einen neuen auf dem Gerät, das offen ist.',
  },
};
