/** The module that the Java half of `web` compiles (`kith.web.CoreModule`). Text in, text out. */
declare module '*/target/core/kith-core.js' {
  /** An open bond inside the core; nothing in it is for JavaScript. */
  export interface OpenBond {
    readonly openBond: unique symbol;
  }

  export function openBond(seat: number, seedHex: string, deckJson: string): OpenBond;
  export function problem(bond: OpenBond): string;
  export function take(bond: OpenBond, entryText: string): string;
  export function view(bond: OpenBond, mineText: string, nowMilliseconds: number): string;
  export function decide(
    bond: OpenBond,
    commandText: string,
    mineText: string,
    nowMilliseconds: number,
  ): string;
}
