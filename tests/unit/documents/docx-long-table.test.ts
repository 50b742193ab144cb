import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longFrom } from '../../../electron/data/documents/docx-long-table.ts';
import { writeDocx } from '../../../electron/data/documents/docx-writer.ts';
import type { Table, TableCell } from '../../../electron/data/documents/model.ts';
import { unzipParts } from '../../support/docx-reader.ts';
import { districtReport, hd36 } from '../../support/sample-documents.ts';

const text = fc.oneof(
  fc.constantFrom('', 'Nguyễn Thị Ánh', 'a & <b> "c" \'d\'', 'một\nhai', '\nba', 'bốn\n\nnăm'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const cell: fc.Arbitrary<TableCell> = fc.record({ text }, { requiredKeys: ['text'] });
const row = fc.oneof(
  fc.tuple(cell, cell, cell),
  fc.tuple(text, cell).map(([wide, last]): TableCell[] => [{ text: wide, bold: true, columnSpan: 2 }, last]),
);

/** Its columns are fixed by the first row, so that more rows make no column wider. */
function tableOf(rows: TableCell[][]): Table {
  const wide = [{ text: 'W'.repeat(14) }, { text: 'W'.repeat(14) }, { text: 'W'.repeat(14) }];
  const columns = (['left', 'center', 'right'] as const).map((align) => ({ width: 1, align }));
  return { kind: 'table', columns, head: [wide], rows: [wide, ...rows] };
}

async function rowsOf(tables: Table[]): Promise<string[]> {
  const annex = { reference: null, title: 'Danh sách', body: tables, landscape: false };
  const parts = await unzipParts(await writeDocx({ ...districtReport, body: [], annexes: [annex, annex] }, hd36));
  return (parts.get('word/document.xml') ?? '').match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
}

it('rows of long tables are letter by letter what the library writes of short ones', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 8, maxLength: 8 }), async (rows) => {
      const [short] = [await rowsOf([tableOf(rows)])];
      const many = Array.from({ length: longFrom }, (_, index) => rows[index % rows.length] ?? []);
      const long = await rowsOf([tableOf(many), tableOf(many)]);
      const known = new Set(short);
      expect(long.find((one) => !known.has(one))).toBeUndefined();
      expect(long.length - short.length).toBeGreaterThan(3 * longFrom);
    }),
    { numRuns: 8 },
  );
});
