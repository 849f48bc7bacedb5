import { afterAll, afterEach } from 'vitest';
import { Server } from '../../browser/server';
import { Relay } from '../../src/net/relay';

/** What a test has opened, and is closed after it. */
interface Open {
  close(): void;
}

/** A server for the tests of one file, a line to it, and a place for what each test opens. */
export async function serving(): Promise<{ server: Server; relay: Relay; open: Open[] }> {
  const server = await Server.start();
  const open: Open[] = [];
  afterEach(() => {
    for (const one of open.splice(0)) one.close();
  });
  afterAll(() => server.dispose());
  return { server, relay: new Relay(server.origin), open };
}
