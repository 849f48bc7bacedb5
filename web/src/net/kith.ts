import { newId, toBase64Url } from '../crypto';
import type { SoundDeck } from '../core/decks';
import type { ExchangeId, Response } from '../core/types';
import { withAnswer, withoutAnswer, withoutDraft } from './answers';
import { Bonds } from './bonds';
import { timeOf } from './clock';
import { compared, type Compared } from './comparing';
import { Database } from './database';
import { Decks } from './decks';
import { addDeck, removeDeck } from './decking';
import { Drafting } from './drafting';
import { Refused } from './exchange';
import { Following, whoActs } from './following';
import * as meeting from './meeting';
import { MemoryStore } from './memory';
import { dayOf, MAY_CHANGE_A_YES, withNoted, withoutKeptSafe } from './own';
import type { KeptSafe, Noted, Personal } from './own';
import { atOnce, followPage, touched } from './page';
import { PersonalState } from './personal';
import { Recalling } from './recalling';
import { Relay } from './relay';
import { removeHere } from './removing';
import { Shown, type OpenBond } from './shown';
import type { Syncing } from './sync';
import { Keeping } from './keeping';
import { Keys } from './keys';
import { Shared } from './shared';
import { Vault } from './vault';
import type { BondRecord } from './record';
import type { Wished } from './voting';
import { VaultRelay } from './vaultrelay';
import { Waking } from './waking';
import type { Key } from './ways';
import { askToStay, named } from './snapshot';
import type { AllKept, Deed, Over, Snapshot, Waiting } from './snapshot';

export type { OpenBond } from './shown';
export type { Deed, Snapshot } from './snapshot';

/** Several changes in a row go to the vault together. */
const BRING_AFTER_MS = 400;

/** Everything a screen can do: one method a deed. Nothing here asks anybody anything. */
export class Kith {
  /** The ways in, the devices, the keys. */
  readonly keys: Keys;
  readonly waking: Waking;
  readonly #vault: Vault;
  readonly #bonds: Bonds;
  readonly #personal: PersonalState;
  readonly #kept: AllKept;
  readonly #relay: Relay;
  readonly #recalling: Recalling;
  readonly #shown: Shown;
  readonly #syncing: Syncing;
  readonly #following: Following;
  readonly #keeping: Keeping;
  readonly #listeners = new Set<() => void>();
  readonly #drafting: Drafting;
  #snapshot: Snapshot;
  #closed = false;
  #bringing: ReturnType<typeof setTimeout> | null = null;

  private constructor({ vault, relay, wanted }: Over, kept: AllKept, keeping: Keeping) {
    const { bonds, personal, decks } = kept;
    this.#vault = vault;
    this.#bonds = bonds;
    this.#personal = personal;
    this.#kept = kept;
    this.#relay = relay;
    this.#keeping = keeping;
    this.keys = new Keys({ vault, relay, keeping }, () => this.look());
    this.waking = new Waking(vault, new VaultRelay(relay), (id, wish) => keeping.wake(id, wish));
    this.#drafting = new Drafting(bonds);
    this.#shown = new Shown(kept);
    this.#recalling = new Recalling(vault, kept, this.#shown, wanted);
    const wished = (local: string, record: BondRecord): Wished => {
      const { own, topics } = this.#shown.view(local, record);
      return { yes: own.yes, topics };
    };
    this.#syncing = { relay, ...whoActs(vault, keeping), bonds, cores: new Map(), wished };
    this.#following = new Following(this.#syncing, {
      changed: () => this.#changed(),
      shutOut: () => this.#bringSoon(BRING_AFTER_MS),
      model: () => this.#shown.ready(),
      isHere: () => this.#shown.isReady,
    });
    this.#snapshot = this.#seen([], true);
    for (const each of [bonds, personal, decks]) each.onChange(() => this.#changedHere());
  }

  /** Unlocks this device, shows what is kept, and starts to listen. */
  static async open(): Promise<Kith> {
    return Kith.begin(await Vault.open(await Database.open()));
  }

  /** The same on a locked device, with unlock words or the recovery code as they were typed. */
  static async unlock(key: Key): Promise<Kith> {
    return Kith.begin(await Vault.unlock(await Database.open(), key));
  }

  /** On a device that is not one's own: when the page is closed, nothing of it is left here. */
  static async forNow(): Promise<Kith> {
    return Kith.begin(await Vault.open(new MemoryStore()));
  }

  /** Over a vault that has just been opened, in this page. */
  static async begin(vault: Vault, relay: Relay = new Relay()): Promise<Kith> {
    const kith = await Kith.over(vault, relay, touched);
    kith.keys.onceRenewedElsewhere(() => location.reload());
    const away = () => kith.#recalling.keepNow();
    followPage({ look: () => kith.look(), away, left: () => kith.#following.pause() });
    return kith;
  }

  /** The same over any vault and any relay. `wanted`: when bonds are folded that look the same. */
  static async over(vault: Vault, relay: Relay, wanted = atOnce): Promise<Kith> {
    // What cannot be fetched now is fetched again when it is wanted, and said then.
    Recalling.soon(vault).catch(() => undefined);
    const [personal, bonds, decks] = await Promise.all([
      PersonalState.load(vault),
      Bonds.load(vault),
      Decks.load(vault),
    ]);
    const kept = { personal, bonds, decks };
    const waiting: Waiting = { changed: () => undefined, renewing: () => Promise.resolve() };
    const keeping = await Keeping.load(vault, new VaultRelay(relay), {
      shared: new Shared(kept),
      changed: () => waiting.changed(),
      renewing: () => waiting.renewing(),
    });
    const kith = new Kith({ vault, relay, wanted }, kept, keeping);
    waiting.changed = () => kith.#changed();
    waiting.renewing = async () => (await kith.#shown.ready()).renewalsBegun(kith.#syncing);
    await kith.#recalling.recall();
    kith.#changed();
    kith.#bringSoon(0);
    return kith;
  }

  /** Stops listening and forgets what it holds in memory; nothing that is kept is lost. */
  close(): void {
    this.#closed = true;
    if (this.#bringing !== null) clearTimeout(this.#bringing);
    this.#recalling.close();
    this.#following.stop();
    this.#bonds.close();
    this.#personal.close();
    this.#kept.decks.close();
    this.keys.close();
    this.#listeners.clear();
  }

  /** Looks for what is new, and sends what waits. */
  look(): void {
    this.#following.listen();
    this.#following.all();
    this.#bringSoon(0);
  }

  /** Locks this device and stops; false, and nothing happens, when there is no other way in. */
  async lock(): Promise<boolean> {
    const locked = await this.keys.lock();
    if (locked) this.close();
    return locked;
  }

  snapshot(): Snapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // --- beginning a bond --------------------------------------------------------------------------

  async start(name: string, kind: string): Promise<string> {
    askToStay();
    return this.#bonds.add(await meeting.start(this.#relay, this.#vault.me, name, kind));
  }

  link(local: string): string {
    const record = this.#bonds.get(local);
    return record === undefined ? '' : meeting.linkOf(record.stage, this.#relay.origin);
  }

  lookAt(link: string): Promise<meeting.OpenedOffer> {
    const known = this.#bonds.all().map(([, record]) => record);
    return meeting.lookAt(this.#relay, this.#vault.me, link, known);
  }

  async join(found: meeting.OpenedOffer, name: string): Promise<string> {
    askToStay();
    await this.#shown.ready();
    const local = await this.#bonds.addOnce(await meeting.join(this.#vault.me, found, name));
    await this.#following.one(local);
    return local;
  }

  async confirm(local: string): Promise<void> {
    await this.#bonds.change(local, (record) => meeting.confirm(this.#vault.me, record));
    await this.#following.one(local);
  }

  async refuse(local: string): Promise<void> {
    await this.#bonds.change(local, (record) => meeting.refuse(this.#relay, record));
  }

  async compared(local: string): Promise<void> {
    const comparedOn = new Date().toLocaleDateString(undefined, { dateStyle: 'long' });
    await this.#bonds.change(local, (record) => ({ ...record, comparedOn, newSince: false }));
  }

  /** What the two can read to each other later on, to find out whether anybody is in between. */
  comparing(record: BondRecord): Promise<Compared | null> {
    return compared(record, this.#vault.me.statement);
  }

  /** What this bond is to me; the other never sees it. */
  async kindOf(local: string, kind: string): Promise<void> {
    await this.#bonds.change(local, (record) => ({ ...record, kind }));
  }

  // --- what both will see ------------------------------------------------------------------------

  /**
   * Does what the core allows: draw, write, offer, ask, swap, respond, withdraw, step back, rest,
   * tell, say back, own, end the evening, end. It is kept on this device before this returns, is
   * shown at once, and goes out as soon as the relay can be reached. Says `Refused` when a rule
   * stands against it. `draft`: the draft that it makes superfluous.
   *
   * @returns the exchange that it is about, if it is about one
   */
  async act(local: string, deed: Deed, draft?: string): Promise<ExchangeId | null> {
    const command = named(deed);
    const { withDeed } = await this.#shown.ready();
    await this.#bonds.change(local, async (record) => {
      const accepted = this.#shown.decided(local, record, command);
      const kept = draft === undefined ? record : withoutDraft(record, draft);
      return withDeed(kept, accepted, (said) => this.#shown.closing(local, record, said));
    });
    await this.#following.one(local);
    return 'exchange' in command ? command.exchange : null;
  }

  async respond(local: string, exchange: string, response: Response): Promise<void> {
    await this.act(local, { type: 'respond', exchange, ...response });
  }

  // --- what waits until both are in --------------------------------------------------------------

  /** Seals an answer, or seals it anew; it opens when the other's is in too. */
  async seal(local: string, exchange: string, text: string): Promise<void> {
    const words = text.trim();
    await this.#shown.ready();
    await this.#bonds.change(local, (record) => {
      const since = record.draftedAt[exchange];
      const written = since === undefined ? {} : { since };
      this.#shown.decided(local, record, {
        type: 'seal',
        exchange,
        length: words.length,
        ...written,
      });
      return withAnswer(record, this.#shown.drawn(local, record, exchange), words);
    });
    await this.#following.one(local);
  }

  /** "I'm ready to listen", to a first step or as the one who asked: there is nothing to write. */
  async listen(local: string, exchange: string): Promise<void> {
    await this.seal(local, exchange, '');
  }

  /** Takes a sealed answer back; nobody can tell that it was there. Its words are a draft again. */
  async takeBack(local: string, exchange: string): Promise<void> {
    await this.#shown.ready();
    await this.#bonds.change(local, (record) =>
      withoutAnswer(record, this.#shown.drawn(local, record, exchange)),
    );
    await this.#following.one(local);
  }

  /**
   * Both are bound, to an earlier version of mine than the one I wrote last: lets that one open.
   * (What is bound as I wrote it last opens by itself; the other way is to swap the card.)
   */
  async release(local: string, exchange: string): Promise<void> {
    const { withReleased } = await this.#shown.ready();
    await this.#bonds.change(local, (record) => {
      const key = record.sealed[exchange]?.reveals[record.bound[exchange]?.revision ?? 0];
      if (key === undefined) throw new Refused('not-on-table');
      return withReleased({ ...this.#syncing, local, key }, record, exchange);
    });
    await this.#following.one(local);
  }

  // --- what only I know --------------------------------------------------------------------------

  /**
   * Notes something about a bond on this device: how it landed, comfort, safety, a yes or its
   * taking back, a mark, a wish. A yes that may not be given is `Refused`, with the reason.
   */
  async noted(local: string, noted: Noted): Promise<void> {
    await this.#shown.ready();
    await this.#bonds.change(local, (record) => {
      if (noted.note === 'vote' && noted.yes) {
        this.#shown.decided(local, record, { type: 'vote', ...noted.matter });
      }
      const when = { day: dayOf(timeOf(record)), after: record.head };
      const own = withNoted(record.own, noted, when);
      return { ...record, own, noted: record.noted + (MAY_CHANGE_A_YES.has(noted.note) ? 1 : 0) };
    });
    if (MAY_CHANGE_A_YES.has(noted.note)) this.#following.quietly(local);
  }

  /** Puts something into the keep-safe drawer, or changes it there. */
  async keepSafe(kept: Omit<KeptSafe, 'id'> & { readonly id?: string }): Promise<string> {
    const id = kept.id ?? toBase64Url(newId());
    await this.#personal.change((personal) => {
      const { drawer } = withoutKeptSafe(personal, id);
      return { ...personal, drawer: [...drawer, { ...kept, id }] };
    });
    return id;
  }

  /** Burns what was kept safe. */
  async burn(id: string): Promise<void> {
    await this.#personal.change((personal) => withoutKeptSafe(personal, id));
  }

  /** Favourites, prompts not ever, settings: whatever a person keeps for themselves. */
  async personally(change: (personal: Personal) => Personal): Promise<void> {
    await this.#personal.change(change);
  }

  /** Adds a deck, which was shown whole, to what I draw from in this bond. */
  async addDeck(local: string, deck: SoundDeck): Promise<void> {
    await addDeck(this.#kept, deck, (pin) => this.noted(local, { note: 'deck', pin, on: true }));
  }

  /** Draws from it no longer; what was drawn stays. */
  async removeDeck(local: string, pin: string): Promise<void> {
    await removeDeck(this.#kept, pin, () => this.noted(local, { note: 'deck', pin, on: false }));
  }

  /** Removes a bond that is over from this device; what others hold of it stays. */
  removeBond(local: string): Promise<void> {
    return removeHere(this.#vault, this.#kept, local);
  }

  /** Keeps a draft; while one is being kept, the newest text is all that counts. */
  draft(local: string, name: string, newest: () => string): Promise<void> {
    return this.#drafting.keep(local, name, newest);
  }

  #seen(bonds: readonly OpenBond[], reachable: boolean): Snapshot {
    const { value: personal } = this.#personal;
    const { lasts } = this.#vault;
    const { state: keeping } = this.#keeping;
    return { bonds, reachable, personal, decks: this.#kept.decks.all, lasts, keeping };
  }

  #changedHere(): void {
    this.#keeping.changedHere();
    this.#changed();
    this.#bringSoon(BRING_AFTER_MS);
  }

  /** What has changed here goes to the vault; out of reach, it goes the next time. */
  #bringSoon(after: number): void {
    if (this.#closed || this.#bringing !== null) return;
    this.#bringing = setTimeout(() => {
      this.#bringing = null;
      this.#bring().catch(() => this.#changed());
    }, after);
  }

  /** Under new keys of another device every bond has something to do, which that one may not have. */
  async #bring(): Promise<void> {
    const { generation } = this.#vault.me.statement;
    await this.#keeping.bring();
    if (this.#vault.me.statement.generation > generation) this.#following.all();
  }

  #changed(): void {
    if (this.#closed) return;
    const { reachable } = this.#following;
    const bonds = this.#bonds
      .all()
      .map(([local, record]) => this.#shown.open(local, record, reachable));
    this.#snapshot = this.#seen(bonds, reachable);
    this.#listeners.forEach((listener) => listener());
    this.#following.listen();
    this.#recalling.follow(bonds, () => this.#changed());
  }
}
