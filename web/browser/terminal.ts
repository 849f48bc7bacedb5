import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { java } from './java';
import type { Server } from './server';

/** How long something may take to be shown, on a slow machine. */
const PATIENCE_MS = 120_000;

/** How often a person looks again, by Enter alone. */
const LOOK_MS = 500;

/** So much of what was shown is told when something was not. */
const LAST_CHARS = 3000;

/** A person at a terminal: `kith talk` in a process of its own, with a folder of its own. */
export class Terminal {
  readonly #folder = mkdtempSync(join(tmpdir(), 'kith-terminal-'));
  readonly #child: ChildProcessWithoutNullStreams;
  /** What was shown since something was typed. */
  #shown = '';
  /** What was shown and typed from the beginning, for whoever looks why a test failed. */
  #all = '';

  private constructor(server: Server) {
    const talk = ['talk', '--server', server.origin, '--folder', this.#folder];
    this.#child = java('kith.app.Main', ...talk);
    const hear = (chunk: Buffer) => {
      this.#shown += chunk.toString('utf8');
      this.#all += chunk.toString('utf8');
    };
    this.#child.stdout.on('data', hear);
    this.#child.stderr.on('data', hear);
  }

  static async start(server: Server): Promise<Terminal> {
    const terminal = new Terminal(server);
    await terminal.shows('[start] a bond');
    return terminal;
  }

  /** Types these lines, each with Enter. */
  types(...lines: string[]): void {
    this.#shown = '';
    for (const line of lines) {
      this.#all += `<${line}>\n`;
      this.#child.stdin.write(`${line}\n`);
    }
  }

  /** Waits until this is shown; gives all that was shown since something was typed. */
  async shows(text: string | RegExp): Promise<string> {
    return this.#waits(text, () => undefined);
  }

  /** Looks again and again until this is shown. */
  async sees(text: string | RegExp): Promise<string> {
    return this.#waits(text, () => this.types(''));
  }

  /** Asks for the same again and again until this is shown. */
  async asks(line: string, text: string | RegExp): Promise<string> {
    this.types('', line);
    return this.#waits(text, () => this.types('', line));
  }

  async #waits(text: string | RegExp, again: () => void): Promise<string> {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      const { length } = this.#shown;
      if (typeof text === 'string' ? this.#shown.includes(text) : text.test(this.#shown)) {
        return this.#shown;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (this.#shown.length === length) again();
    }
    throw new Error(`never shown: ${String(text)}\n${this.#all.slice(-LAST_CHARS)}`);
  }

  async dispose(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await gone;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
