import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadFormatProfiles, profileForDate } from '../../../electron/data/documents/profile.ts';
import { Utf8Pieces } from '../../../electron/data/documents/utf8-pieces.ts';
import type { CellValue, Sheet, SheetColumn } from '../../../electron/data/documents/workbook.ts';
import { writeXlsx } from '../../../electron/data/documents/xlsx-writer.ts';
import { parseIsoDate } from '../../../electron/data/vietnamese/dates.ts';
import { cellMeetings } from '../../support/sample-workbook.ts';

const date =
  parseIsoDate('2024-07-31') ??
  (() => {
    throw new RangeError('no day');
  })();
const profile = profileForDate(loadFormatProfiles(resolve('resources')), date);
const types = ['text', 'int', 'percent1', 'date', 'text'] as const;
const columns = types.map(
  (type, index): SheetColumn => ({ key: String(index), label: `Cột ${index}`, type, width: 14 }),
);

function workbookBytes(rows: Pick<Sheet, 'rows' | 'comingRows'>): Promise<Buffer> {
  const stream = new PassThrough();
  const sheet = { ...cellMeetings, ...rows, columns, frozenColumns: 1, signature: null };
  const bytes = buffer(stream);
  return writeXlsx({ title: 'Danh sách', author: 'Thử', date, sheets: [sheet] }, profile, stream).then(() => bytes);
}

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    '',
    '1990-05-19',
    '1990-05',
    '1990',
    '=1+1',
    ' <a & b> ',
    'một dòng rất dài '.repeat(9),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

it('rows taken as they come give the same file as rows at hand', async () => {
  const rows = fc.array(fc.tuple(value, value, value, value, value), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(rows, async (comingRows) => {
      const atHand = comingRows.map((values) => ({
        kind: 'data' as const,
        cells: Object.fromEntries(values.entries()),
      }));
      const [coming, held] = await Promise.all([
        workbookBytes({ rows: [], comingRows }),
        workbookBytes({ rows: atHand }),
      ]);
      expect(coming.equals(held)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('text as bytes, in pieces of which two are alive, is the text whole', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.nat(60_000).map((length) => 'ộ'.repeat(length)),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const pieces = new Utf8Pieces();
      const copies: Buffer[] = [];
      let alive: { piece: Buffer; copy: Buffer } | null = null;
      for (const [index, one] of [...texts, 'cuối'].entries()) {
        const piece = index === texts.length ? pieces.end(one) : pieces.add(one);
        if (!piece) continue;
        // The one before may not have been touched until this one was given out.
        if (alive) expect(alive.piece.equals(alive.copy)).toBe(true);
        alive = { piece, copy: Buffer.from(piece) };
        copies.push(alive.copy);
      }
      expect(Buffer.concat(copies).equals(Buffer.from([...texts, 'cuối'].join('').toWellFormed()))).toBe(true);
    }),
  );
});
