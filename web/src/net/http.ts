import { Problem, Unreachable, problemName } from '../wire/problems';

/** No request of Kith's takes long; after this the relay counts as out of reach. */
const PATIENCE_MS = 20_000;

/** How every request to a relay is sent: nothing kept, nothing told about where it came from. */
export const COMMON: RequestInit = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
};

/** What is asked: the verb, who asks (a capability or a session), and what is said. */
export interface Asked {
  readonly method: string;
  readonly bearer?: string | undefined;
  readonly body?: object | undefined;
}

/** Asks a relay. Says `Problem` when it refuses, `Unreachable` when it is silent. */
export async function ask<T>(address: string, { method, bearer, body }: Asked): Promise<T> {
  const headers: Record<string, string> = {};
  if (bearer !== undefined) headers['Authorization'] = `Bearer ${bearer}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const init: RequestInit = {
    ...COMMON,
    method,
    headers,
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, init);
    text = await response.text();
  } catch (cause) {
    throw new Unreachable(address, { cause });
  }
  const document = parsed(text);
  if (response.ok) return document as T;
  if (response.status >= 500) throw new Unreachable(address);
  throw new Problem(problemName(document), response.status);
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
