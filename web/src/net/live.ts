import type { Seat } from '../wire/messages';
import type { Relay } from './relay';

/** The first pause before trying again, and the longest. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

const LONGEST_SILENCE_MS = 50_000;

/** A page that is being left loses its stream first, and is gone before it could say so. */
const BEFORE_LOST_MS = 100;

/** A line of the stream is short; anything longer is not the relay's. */
const LONGEST_LINE = 4096;

export interface Listener {
  /** The bond has something new. */
  changed: (bond: string) => void;
  /** The stream is open: everything may have changed meanwhile. */
  connected: () => void;
  /** The relay is out of reach. */
  lost: () => void;
}

/** Listens until told to stop; comes back by itself, ever more slowly, when the relay is away. */
export function listen(relay: Relay, seats: Seat[], listener: Listener): () => void {
  const stop = new AbortController();
  void keepListening(relay, seats, listener, stop.signal);
  return () => stop.abort();
}

async function keepListening(
  relay: Relay,
  seats: Seat[],
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const line = untilOffline(signal);
    try {
      const stream = await relay.live(seats, line.signal);
      pause = FIRST_PAUSE_MS;
      listener.connected();
      await readLines(stream, listener);
    } catch {
      // Lost for whatever reason: said below, and tried again.
    }
    line.done();
    await until(BEFORE_LOST_MS, signal);
    if (isOver(signal)) return;
    listener.lost();
    await until(pause * (0.5 + Math.random()), signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Over as well once the device says that it has no network, which a line that is open may outlast. */
function untilOffline(signal: AbortSignal): { signal: AbortSignal; done: () => void } {
  const either = new AbortController();
  const over = () => either.abort();
  signal.addEventListener('abort', over);
  // The tests of the net run without a window.
  const place = typeof window === 'undefined' ? null : window;
  place?.addEventListener('offline', over);
  const done = () => {
    signal.removeEventListener('abort', over);
    place?.removeEventListener('offline', over);
  };
  return { signal: either.signal, done };
}

/** Read through a function, since it changes while we wait. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function readLines(stream: ReadableStream<Uint8Array>, listener: Listener): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await heardInTime(reader);
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) return;
    lines.forEach((line) => heard(line, listener));
  }
}

/** The relay says something every 20 seconds; after a long silence the line is dead. */
async function heardInTime(reader: ReadableStreamDefaultReader<Uint8Array>) {
  const giveUp = setTimeout(() => void reader.cancel(), LONGEST_SILENCE_MS);
  try {
    return await reader.read();
  } finally {
    clearTimeout(giveUp);
  }
}

function heard(line: string, listener: Listener): void {
  if (!line.startsWith('data:')) return;
  try {
    const { bond } = JSON.parse(line.slice('data:'.length)) as { bond?: unknown };
    if (typeof bond === 'string') listener.changed(bond);
  } catch {
    // Not a line of ours; the next read tells what matters.
  }
}

/** What says that the network is back, where there is a page. */
const network = typeof window === 'undefined' ? null : window;

/** Waits, but not when the page is told that the network is back, or that it is over. */
function until(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      network?.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    network?.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
