import { languageNow } from '../look';
import { germanInfo } from '../words/de/info';
import { words } from '../words';
import { englishInfo } from '../words/en/info';

/** What Kith protects, what it does not, and where to find someone to talk to. */
export function Info() {
  const info = languageNow() === 'de' ? germanInfo : englishInfo;
  return (
    <main id="content">
      <div class="stack airy">
        <div class="stack tight">
          <a class="back" href="/">
            {`‹ ${words.name}`}
          </a>
          <h1>{info.title}</h1>
        </div>
        {info.parts.map((part) => (
          <section class="stack tight" key={part.title}>
            <h2>{part.title}</h2>
            <ul class="lines">
              {part.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </main>
  );
}
