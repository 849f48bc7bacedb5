import { hrefOf } from './routes';
import { leave } from './safety/leaving';
import { words } from './words';

/** What stands above every screen: the way home, and the way out, always in the same place. */
export function Top() {
  return (
    <header class="top">
      <div>
        <a class="mark" href={hrefOf({ name: 'home' })}>
          {words.name}
        </a>
        <button type="button" class="leave" title={words.frame.leaveHint} onClick={leave}>
          {words.frame.leave}
        </button>
      </div>
    </header>
  );
}

/**
 * What has gone wrong with the server; on the page of devices its owner reads the same above.
 * `bare`: no way to the settings, from themselves or while all is sealed; help is always there.
 */
export function Foot({ reachable = true, shutOut = false, bare = false }) {
  const silent = reachable ? '' : words.state.offline;
  return (
    <footer class="foot">
      <p role="status">{shutOut ? words.devices.removed : silent}</p>
      <nav aria-label={bare ? words.frame.information : words.frame.settings}>
        {bare ? null : <a href={hrefOf({ name: 'settings' })}>{words.frame.settings}</a>}
        <a href="/info.html">{words.frame.information}</a>
      </nav>
    </footer>
  );
}
