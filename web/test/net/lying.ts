import { Relay } from '../../src/net/relay';
import type { Page, Seat } from '../../src/wire/messages';

/** A relay that shows what it likes. */
export class LyingRelay extends Relay {
  lie: (page: Page, after: number) => Page = (page) => page;

  override async read(seat: Seat, after: number): Promise<Page> {
    return this.lie(await super.read(seat, after), after);
  }
}
