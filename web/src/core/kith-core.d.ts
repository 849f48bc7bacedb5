/** The module that the Java half of `web` compiles (`kith.web.CoreModule`). Text in, text out. */
declare module '*/target/core/kith-core.js' {
  /** An open bond inside the core; nothing in it is for JavaScript. */
  export interface OpenBond {
    readonly openBond: unique symbol;
  }

  export function openBond(seat: number, seedHex: string, deckJson: string): OpenBond;
  /** The same, of what was read from that text. */
  export function openBondOf(seat: number, seedHex: string, deck: object): OpenBond;
  export function problem(bond: OpenBond): string;
  /** Nothing, or an error that says why what an author wrote is not to be read. */
  export function authored(text: string): string;
  export function take(bond: OpenBond, entryText: string): string;
  /** The same, of what was read from that text: nothing is written and read again. */
  export function takeRead(bond: OpenBond, entry: object): string;
  export function view(bond: OpenBond, mineText: string, nowMilliseconds: number): string;
  export function decide(
    bond: OpenBond,
    commandText: string,
    mineText: string,
    nowMilliseconds: number,
  ): string;
  /** The one way to write a deck from a file, or an error. */
  export function canonicalDeck(deckText: string): string;
  /** The fragment of a link that carries a deck, without #, or an error. */
  export function deckFragment(deckText: string): string;
  /** The deck in such a fragment, or an error. */
  export function deckOfFragment(fragment: string): string;
  /** What private wishes come to in one bond on one day. */
  export function wishes(wishesText: string, seedHex: string, day: number): string;
}
