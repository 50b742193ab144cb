import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { AssignmentBook } from '../../../electron/data/assignments/assignment-book.ts';
import { QuotaBook, type QuotaRule } from '../../../electron/data/assignments/quota-rule.ts';
import { day } from '../../support/report-material.ts';

const on = day('2024-06-15');
const officials = ['A', 'B', 'C', 'D'];
const places = ['cell', 'commune', 'province', 'elsewhere'];
const rules = (['list', 'area_in_charge', 'any'] as const).map(
  (scope): QuotaRule => ({
    ...{ id: scope, regulation: 'QĐ', titleGroup: scope, minVisits: 1, cycle: 'year', countedKinds: [], scope },
    ...{ perCell: false, proration: 'by_month', valid_from: null, valid_to: null },
  }),
);
const span = fc.constantFrom(
  { valid_from: null, valid_to: null },
  { valid_from: '2024-01-01', valid_to: '2024-12-31' },
  { valid_from: '2020-01-01', valid_to: '2024-06-14' },
);
const assignments = fc.array(
  fc.record({ officialId: fc.constantFrom(...officials), targetId: fc.constantFrom(...places), dated: span }),
);
const groups = fc.array(fc.constantFrom('list', 'area_in_charge', 'any', null), { minLength: 4, maxLength: 4 });

it('finds by the place those whom asking one official after the other finds (R29)', () => {
  fc.assert(
    fc.property(assignments, groups, fc.subarray(places.slice(0, 3)), (made, titles, chain) => {
      const held = titles.map((titleGroup, at) => ({
        ...{ officialId: officials[at] ?? '', titleGroup, valid_from: null, valid_to: null },
      }));
      const book = new AssignmentBook(
        [],
        made.map(({ dated, ...one }, at) => ({ id: `${at}`, entryId: 'E', role: 'attend', ...one, ...dated })),
        new QuotaBook(rules, held),
      );
      const oneByOne = officials.filter((official) => book.covering(official, chain, on) !== null);
      expect([...book.coveredBy(chain, on)].toSorted()).toEqual(oneByOne);
    }),
  );
});
