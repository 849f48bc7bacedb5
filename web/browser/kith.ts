import { test as base } from '@playwright/test';
import { Person } from './person';
import { Server } from './server';

/** What a test of two people needs. */
export interface Kith {
  /** Starts a relay that is gone after the test, however the test ends. */
  serve: (...options: string[]) => Promise<Server>;
  /** Somebody opens the app for the first time. */
  arrive: (name: string, server: Server) => Promise<Person>;
}

export const test = base.extend<Kith>({
  // eslint-disable-next-line no-empty-pattern
  serve: async ({}, use) => {
    const started: Server[] = [];
    await use(async (...options) => {
      const server = await Server.start(...options);
      started.push(server);
      return server;
    });
    for (const server of started) await server.dispose();
  },
  arrive: async ({ browser }, use) => {
    const people: Person[] = [];
    await use(async (name, server) => {
      const person = await Person.arrive(browser, name, server.origin);
      people.push(person);
      return person;
    });
    for (const person of people) {
      // An answer that was on its way when the test ended is nobody’s fault.
      await person.context.unrouteAll({ behavior: 'ignoreErrors' });
      await person.context.close();
    }
  },
});

export { expect } from '@playwright/test';
