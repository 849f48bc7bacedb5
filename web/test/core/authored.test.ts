import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { authored } from '../../src/core/border';
import * as core from '../../target/core/kith-core.js';

/** The same files as `kith.core.border.AuthorTextTest`: the same answers as on the JVM. */
const folder = new URL('../../../vectors/authored/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

interface Vector {
  given: string;
  refused?: string;
}

describe("authors' texts", () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  test.each(files)('%s', (name) => {
    const { given, refused } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Vector;
    if (refused === undefined) {
      expect(core.authored(given)).toBe('');
      expect(authored(given)).toEqual(JSON.parse(given));
      return;
    }
    const error = { reason: 'malformed', detail: refused };
    expect(JSON.parse(core.authored(given))).toEqual({ error });
    expect(() => authored(given)).toThrow(new SyntaxError(refused));
  });
});
