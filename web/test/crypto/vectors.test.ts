import { describe, expect, test } from 'vitest';
import { Rejected } from '../../src/crypto';
import { makeCase } from './making';
import { openCase } from './opening';
import { ownCases } from './vectors';

const CASES = ownCases();

describe('every vector file, made by Java or by TypeScript', () => {
  test.each(CASES)('$case: $expect', async (file) => {
    if (file.expect === 'rejected') {
      expect(file.failure).toBeTruthy();
      await expect(openCase(file)).rejects.toStrictEqual(new Rejected());
    } else {
      expect(await openCase(file)).toEqual(file.opened);
    }
  });

  test.each(CASES.filter((file) => file.random))(
    '$case: is made again from the same inputs',
    async (file) => {
      const { box, body, key, sealed } = file;
      expect(JSON.parse(JSON.stringify(await makeCase(file)))).toEqual(
        JSON.parse(JSON.stringify({ box, body, key, sealed })),
      );
    },
  );

  test('both_languages_have_made_every_kind_of_box', () => {
    const kinds = 'accept answer confirm envelope event gate-event offer state statement';
    for (const maker of ['java', 'typescript']) {
      const made = CASES.filter((file) => file.madeBy === maker && file.expect === 'opens');
      expect([...new Set(made.map((file) => file.kind))]).toEqual(
        expect.arrayContaining(kinds.split(' ')),
      );
    }
  });
});
