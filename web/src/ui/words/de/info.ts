import type { englishInfo } from '../en/info';

/** Die Seite mit Informationen: nie mehr, als docs/threat-model.md erlaubt. */
export const germanInfo: typeof englishInfo = {
  title: 'Informationen',
  parts: [
    {
      title: 'Wenn du jetzt jemanden brauchst',
      lines: [
        'In einem Notfall ruf die Notrufnummer des Landes an, in dem du bist: 112 in der Europäischen Union und in der Schweiz, 999 im Vereinigten Königreich, 911 in den USA und in Kanada.',
        'Wenn du vor einem nahen Menschen Angst hast: in Deutschland 116 016; in Österreich 0800 222 555. Dort hört zu jeder Stunde jemand zu, und es kostet nichts.',
        'Wenn alles zu viel ist: in Deutschland 0800 111 0 111; in Österreich 142; in der Schweiz 143.',
        'Wenn jemand dieses Gerät ansehen könnte, such dir Hilfe an einem anderen: in einer Bücherei, bei Menschen, denen du vertraust.',
      ],
    },
    {
      title: 'Wenn dich jemand drängt',
      lines: [
        'Niemand muss antworten, tiefer gehen oder einen Grund nennen. Wer etwas auslässt, sieht aus wie jemand mit einer vollen Woche.',
        'Ein Ja zum Tiefergehen kannst du allein zurücknehmen, jederzeit, bevor es wirkt, und ohne Spur.',
        'Du kannst eine Verbindung allein ruhen lassen oder beenden. Du kannst wählen, dass sie erst ruht und Wochen später als beendet gilt.',
        'Wenn du das Geschriebene vielleicht als Beleg brauchst, speichere oder drucke es, bevor du eine Verbindung beendest.',
        '„Seite verlassen“ oder dreimal Esc leert jede offene Seite von Kith. Danach zeigt Kith eine Seite, die nichts sagt, bis jemand sie öffnet. Ein Schloss gegen Menschen, die dieses Gerät kennen, ist das nicht.',
      ],
    },
    {
      title: 'Was Kith schützt',
      lines: [
        'Deine Worte werden in deinem Browser versiegelt. Der Server bewahrt versiegelte Kästchen auf, reicht sie weiter und kann sie nicht lesen.',
        'Weder der andere Mensch noch das, was der Server ihm schickt, zeigt, ob du geantwortet hast.',
        'Zwei Antworten öffnen sich gemeinsam oder gar nicht.',
      ],
    },
    {
      title: 'Wovor es nicht schützt',
      lines: [
        'Wer dir diese Seite gibt, könnte dir eine veränderte geben, die mitliest. Wenn der Mensch, mit dem du verbunden bist, diesen Server betreibt, geh davon aus, dass er alles lesen kann, was du hier tust.',
        'Der andere Mensch kann sich an das Geöffnete erinnern, es fotografieren oder weitererzählen.',
        'Wer dein entsperrtes Gerät hat, sieht, was du siehst.',
        'Der andere Mensch kann vermuten. Wenn ihr beide wisst, dass du Zeit hast, und eine Karte verfällt, oder wenn er Ja zu mehr Tiefe gesagt hat und nichts sich öffnet, mag er annehmen, dass es an dir lag. Kith sagt es ihm nie. Es streut aber auch nichts Zufälliges ein, um es zu verbergen.',
        'Der Server und alle im Netz sehen, dass dieser Browser Kith benutzt, und wann.',
        'Kith ist keine Therapie und keine Hilfe in einem Notfall.',
      ],
    },
  ],
};
