import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { java } from './java';

/** How long a relay may take to answer after it was started, on a slow machine. */
const PATIENCE_MS = 60_000;

/** A free port may be taken by another program before the relay has it; then another one. */
const MOST_ATTEMPTS = 3;

/** The relay under a clock that tests move, run from its source. */
const DATED = 'relay/src/test/java/kith/relay/DatedRelay.java';

/** A real relay in a process of its own, with a data folder of its own. */
export class Server {
  readonly data = mkdtempSync(join(tmpdir(), 'kith-browser-'));
  readonly origin: string;
  readonly #port: number;
  readonly #more: readonly string[];
  readonly #isDated: boolean;
  #process: ChildProcess | null = null;
  #said = '';

  private constructor(port: number, more: readonly string[], isDated: boolean) {
    this.#port = port;
    this.#more = more;
    this.#isDated = isDated;
    this.origin = `http://localhost:${String(port)}`;
  }

  static start(...more: string[]): Promise<Server> {
    return Server.#start(more, false);
  }

  /** One that goes by a clock which `pass` moves on. */
  static dated(): Promise<Server> {
    return Server.#start([], true);
  }

  static async #start(more: readonly string[], isDated: boolean): Promise<Server> {
    for (let attempt = 1; ; attempt++) {
      const server = new Server(await freePort(), more, isDated);
      try {
        await server.up();
        return server;
      } catch (cause) {
        await server.dispose();
        if (attempt === MOST_ATTEMPTS) throw cause;
      }
    }
  }

  /** Starts it, and comes back when it answers. */
  async up(): Promise<void> {
    const options = ['--port', String(this.#port), '--data', this.data, ...this.#more];
    const child = this.#isDated
      ? java(DATED, String(this.#port), this.data)
      : java('kith.app.Main', 'serve', ...options);
    const hear = (chunk: Buffer) => (this.#said += chunk.toString('utf8'));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    this.#process = child;
    await this.#answering(child);
  }

  /** Everything that the relay has printed. */
  get said(): string {
    return this.#said;
  }

  /** Lets days pass; what has become due by then is done when this returns. */
  async pass(days: number): Promise<void> {
    const child = this.#process;
    if (child?.stdin == null || child.stdout === null) throw new Error('no dated relay runs');
    const { stdin, stdout } = child;
    let stopped: () => void = () => undefined;
    const passed = new Promise<void>((resolve, reject) => {
      stopped = () => reject(new Error(`the relay stopped: ${this.#said}`));
      child.once('exit', stopped);
      const hear = (chunk: Buffer) => {
        if (!chunk.toString('utf8').includes('passed')) return;
        stdout.off('data', hear);
        resolve();
      };
      stdout.on('data', hear);
    });
    stdin.write(`${String(days)}\n`);
    await passed.finally(() => child.removeListener('exit', stopped));
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Every file of the data folder. */
  files(): Map<string, Buffer> {
    const found = new Map<string, Buffer>();
    const walk = (folder: string): void => {
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) walk(path);
        else found.set(path, readFileSync(path));
      }
    };
    walk(this.data);
    return found;
  }

  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  async #answering(child: ChildProcess): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until && child.exitCode === null) {
      const answer = await fetch(`${this.origin}/health`).catch(() => null);
      if (answer?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the relay did not start: ${this.#said}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
