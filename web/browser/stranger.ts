import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

/** A page of somebody else, at another site than the relay of a test (which is at localhost). */
export class Stranger {
  readonly origin: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  static async start(): Promise<Stranger> {
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>somebody else</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Stranger(server);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** What a page of another origin found out about Kith at that address. */
export interface Found {
  /** By each way of asking for a file or an answer: what came of it. */
  readonly asked: Record<string, string>;
  /** Of frames and windows: how many frames they hold, and whether they can be looked into. */
  readonly framed: Record<string, string>;
  readonly opened: Record<string, string>;
  /** Whatever the browser tells of the sizes and states of what was asked for. */
  readonly sizes: readonly number[];
  /** What is kept in this browser, as this origin sees it. */
  readonly kept: readonly number[];
}

/** Tries from that page whatever a page may try. `files`: paths that are there, and that are not. */
export function tries(page: Page, kith: string, files: readonly string[]): Promise<Found> {
  return page.evaluate(
    async ({ kith, files }): Promise<Found> => {
      const byFetch = (path: string, options: RequestInit) =>
        fetch(kith + path, options).then(
          (answer) => `${answer.type} ${String(answer.status)}`,
          () => 'refused',
        );
      const byElement = (name: 'img' | 'script', path: string) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(name);
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('refused');
          element.src = kith + path;
          document.body.append(element);
        });
      const byFrame = (path: string) =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe');
          frame.onload = () => {
            let inside = 'closed';
            try {
              inside = frame.contentWindow?.document.title ?? 'closed';
            } catch {
              // Of another origin: nothing in it can be read.
            }
            resolve(`${String(frame.contentWindow?.length)} ${inside}`);
          };
          frame.src = kith + path;
          document.body.append(frame);
        });
      const byWindow = async (path: string) => {
        const opened = window.open(kith + path);
        while (opened !== null && !opened.closed) await new Promise((go) => setTimeout(go, 20));
        opened?.postMessage('is anybody there?', '*');
        return `${String(opened?.closed)} ${String(opened?.length)}`;
      };
      const asked: Record<string, string> = {};
      const framed: Record<string, string> = {};
      const opened: Record<string, string> = {};
      for (const path of files) {
        asked[`read ${path}`] = await byFetch(path, { credentials: 'include' });
        asked[`send ${path}`] = await byFetch(path, { method: 'POST', body: '{}' });
        asked[`unread ${path}`] = await byFetch(path, { mode: 'no-cors' });
        asked[`image ${path}`] = await byElement('img', path);
        asked[`script ${path}`] = await byElement('script', path);
        framed[path] = await byFrame(path);
        if (!path.startsWith('/v1')) opened[path] = await byWindow(path);
      }
      const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return {
        asked,
        framed,
        opened,
        sizes: resources
          .filter(({ name }) => name.startsWith(kith))
          .flatMap((each) => [each.transferSize, each.encodedBodySize, each.responseStatus])
          .filter((told) => told !== 0),
        kept: [
          localStorage.length,
          (await indexedDB.databases()).length,
          (await caches.keys()).length,
          (await navigator.serviceWorker.getRegistrations()).length,
        ],
      };
    },
    { kith, files },
  );
}

/** Milliseconds that each way took, by its name. */
export type Times = Readonly<Record<string, number>>;

/** How long each way of asking for a page or a file of Kith took until it was refused, once. */
export function times(page: Page, kith: string): Promise<Times> {
  return page.evaluate(async (kith) => {
    const ending = (element: HTMLImageElement | HTMLScriptElement) =>
      new Promise<void>((resolve) => {
        element.onload = element.onerror = () => resolve();
        element.src = `${kith}/icon.svg`;
        document.body.append(element);
      }).finally(() => element.remove());
    const framed = () => {
      const frame = document.createElement('iframe');
      return new Promise<void>((resolve) => {
        frame.onload = () => resolve();
        frame.src = `${kith}/info.html`;
        document.body.append(frame);
      }).finally(() => frame.remove());
    };
    const asking = (path: string, options: RequestInit) =>
      fetch(kith + path, options).then(
        () => undefined,
        () => undefined,
      );
    const ways: Record<string, () => Promise<void>> = {
      read: () => asking('/icon.svg', { credentials: 'include' }),
      unread: () => asking('/', { mode: 'no-cors' }),
      image: () => ending(document.createElement('img')),
      script: () => ending(document.createElement('script')),
      frame: framed,
    };
    const took: Record<string, number> = {};
    for (const [name, way] of Object.entries(ways)) {
      const began = performance.now();
      await way();
      took[name] = performance.now() - began;
    }
    return took;
  }, kith);
}
