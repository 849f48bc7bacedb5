/**
 * The only script addresses that this page ever hands to the browser: its own worker for being
 * offline, and parts that the build names by their content (Trusted Types, policy `kith`).
 */
const OWN = /^\/(?:worker\.js|assets\/[\w.-]+\.js)$/;

interface Policy {
  createScriptURL: (path: string) => unknown;
}

interface Factory {
  createPolicy: (name: string, rules: { createScriptURL: (path: string) => string }) => Policy;
}

let policy: Policy | null = null;

/** The address as the browser wants it; anything but our own is refused. */
export function scriptAddress(path: string): string {
  if (!OWN.test(path)) throw new TypeError('not a script of this page');
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  if (factory === undefined) return path;
  policy ??= factory.createPolicy('kith', { createScriptURL: (one) => one });
  return policy.createScriptURL(path) as string;
}
