import { render } from 'preact';
import { languageNow, showLook } from './look';
import { leave, watchForLeaving } from './safety/leaving';
import { Info } from './safety/info';
import './styles.css';
import { speak, words } from './words';

showLook();
watchForLeaving();

const place = document.getElementById('info');
if (place !== null) void speak(languageNow()).then(() => render(<Page />, place));

/** The help page: its address and its title say nothing. */
function Page() {
  return (
    <>
      <header class="top">
        <div>
          <a class="mark" href="/">
            {words.name}
          </a>
          <button type="button" class="leave" onClick={leave}>
            {words.frame.leave}
          </button>
        </div>
      </header>
      <Info />
    </>
  );
}
