/** What a deck is pinned by: the SHA-256 of its canonical bytes, as base64url. */
export async function deckPin(canonical: string): Promise<string> {
  const bytes = new TextEncoder().encode(canonical);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const base64 = btoa(String.fromCharCode(...hash));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
