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

export function Foot({ reachable }: { reachable: boolean }) {
  return (
    <footer class="foot">
      <p role="status">{reachable ? '' : words.state.offline}</p>
      <nav aria-label={words.frame.settings}>
        <a href={hrefOf({ name: 'settings' })}>{words.frame.settings}</a>
        <a href="/info.html">{words.frame.information}</a>
      </nav>
    </footer>
  );
}
