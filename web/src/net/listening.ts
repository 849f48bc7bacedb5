import type { BondRecord } from './record';
import { listen, type Listener } from './live';
import type { Relay } from './relay';

/** One stream for all bonds; opened anew when there are others to listen to. */
export class Listening {
  readonly #relay: Relay;
  readonly #listener: Listener;
  /** Bonds that the relay does not know, so that they do not keep the others from being heard. */
  readonly #unknown = new Set<string>();
  #stop: () => void = () => undefined;
  #names = '';

  constructor(relay: Relay, listener: Listener) {
    this.#relay = relay;
    this.#listener = listener;
  }

  /** Whether the relay knows this bond; gives whether that is news. */
  mayHear(local: string, known: boolean): boolean {
    const before = this.#unknown.has(local);
    if (known) this.#unknown.delete(local);
    else this.#unknown.add(local);
    return before === known;
  }

  /** Listens to these bonds from now on. */
  follow(bonds: readonly (readonly [local: string, record: BondRecord])[]): void {
    const open = bonds.filter(([local, record]) => isHeard(record) && !this.#unknown.has(local));
    // A stream ends with the capability that it was opened with.
    const names = open.map(([local, { capability }]) => local + capability).join();
    if (names === this.#names) return;
    this.stop();
    this.#names = names;
    if (open.length === 0) return;
    const seats = open.map(([, { bond, capability }]) => ({ bond, capability }));
    this.#stop = listen(this.#relay, seats, this.#listener);
  }

  stop(): void {
    this.#stop();
    this.#stop = () => undefined;
    this.#names = '';
  }
}

/** A seat that the relay does not know yet would close the whole stream. */
function isHeard({ stage, alarm }: BondRecord): boolean {
  if (stage.name === 'closed' || alarm !== null) return false;
  return stage.name !== 'joining' || stage.sent;
}
