import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SheetColumn } from '../../../electron/data/documents/workbook.ts';
import { columnsHolding } from '../../../electron/data/documents/xlsx-layout.ts';

const column = (width: number): SheetColumn => ({ key: 'k', label: 'k', type: 'int', width });
const twips = (columns: readonly SheetColumn[]) => columns.reduce((sum, { width }) => sum + width * 105 + 75, 0);

it('the rule under the party title holds its text and is not a column longer than it must be', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 3, max: 30 }), { minLength: 2, maxLength: 25 }),
      fc.integer({ min: 200, max: 5000 }),
      (widths, needed) => {
        const columns = widths.map(column);
        const room = { from: 1, to: columns.length };
        const held = columnsHolding(needed, columns, room);
        const spanned = columns.slice(held.from - 1, held.to);
        if (twips(columns) < needed) expect(held).toEqual(room);
        else {
          expect(twips(spanned)).toBeGreaterThanOrEqual(needed);
          expect(Math.min(twips(spanned.slice(1)), twips(spanned.slice(0, -1)))).toBeLessThan(needed);
        }
      },
    ),
  );
});
