import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The repository's own vectors, seen from web/. */
const OWN = resolve('..', 'vectors');

/** Fields of a vector file; what is missing reads as undefined. */
export type Fields = Readonly<Record<string, unknown>>;

export interface VectorCase {
  readonly case: string;
  readonly kind: string;
  readonly madeBy: string;
  readonly expect: 'opens' | 'rejected';
  readonly failure?: string;
  readonly given: Fields;
  readonly random?: readonly string[];
  readonly opened?: Readonly<Record<string, string>>;
  readonly sealed?: Fields;
  readonly box?: string;
  readonly body?: string;
  readonly key?: string;
}

export function readOwn(name: string): unknown {
  return JSON.parse(readFileSync(resolve(OWN, name), 'utf8'));
}

export function ownCases(): readonly VectorCase[] {
  return readdirSync(resolve(OWN, 'crypto'))
    .filter((name) => name.endsWith('.json') && !name.startsWith('known-answers'))
    .map((name) => readOwn(`crypto/${name}`) as VectorCase);
}

export function writeOwn(file: VectorCase): void {
  const path = resolve(OWN, 'crypto', `${file.case}.json`);
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
}

/** Vectors of others: read when present, named in a printed line when not. */
export function readShared(name: string): unknown {
  const folder = process.env['KITH_SHARED_VECTORS'] ?? resolve('..', '..', 'shared', 'vectors');
  const path = resolve(folder, name);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  console.log(`not read, since it is not here: vectors/${name}`);
  return undefined;
}

export function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw new Error(`no text ${name}`);
}

export function number(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value === 'number') return value;
  throw new Error(`no number ${name}`);
}

export function inner(fields: Fields, name: string): Fields {
  return fields[name] as Fields;
}

export function bytes(fields: Fields, name: string): Uint8Array<ArrayBuffer> {
  return fromHex(text(fields, name));
}

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

export function toHex(array: Uint8Array): string {
  return Buffer.from(array).toString('hex');
}
