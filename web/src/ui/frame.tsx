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
 * `inSettings`: they need no way to themselves; help stands in the same place on every page.
 */
export function Foot({ reachable = true, shutOut = false, inSettings = false }) {
  const silent = reachable ? '' : words.state.offline;
  return (
    <footer class="foot">
      <p role="status">{shutOut ? words.devices.removed : silent}</p>
      <nav aria-label={inSettings ? words.frame.information : words.frame.settings}>
        {inSettings ? null : <a href={hrefOf({ name: 'settings' })}>{words.frame.settings}</a>}
        <a href="/info.html">{words.frame.information}</a>
      </nav>
    </footer>
  );
}
