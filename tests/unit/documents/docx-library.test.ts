import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeDocx } from '../../../electron/data/documents/docx-writer.ts';
import type {
  Addressees,
  Annex,
  Block,
  DocumentHeader,
  OfficialDocument,
  Run,
  Signature,
  TableCell,
} from '../../../electron/data/documents/model.ts';
import { comparable } from '../../support/docx-library/same-text.ts';
import { writeWithLibrary } from '../../support/docx-library/writer.ts';
import { day, hd05, hd36 } from '../../support/sample-documents.ts';

const text = fc.oneof(
  fc.constantFrom('', 'Nguyễn Thị Ánh', 'a & <b> "c" \'d\'', 'một\nhai', '\nba', 'bốn\n\nnăm', '$& $1'),
  fc.constantFrom('Đảng bộ Trường Trung học phổ thông Dân tộc nội trú tỉnh Thái Nguyên', 'Đảng bộ tỉnh Thái Nguyên'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const orNull = fc.option(text);
const flag = fc.boolean();

const runs: fc.Arbitrary<Run[]> = fc.array(fc.record({ text, bold: flag, italic: flag }, { requiredKeys: ['text'] }), {
  minLength: 1,
  maxLength: 3,
});
const cell: fc.Arbitrary<TableCell> = fc.record({ text, bold: flag }, { requiredKeys: ['text'] });
const row = fc.oneof(
  fc.tuple(cell, cell, cell),
  fc.tuple(text, cell).map(([wide, last]): TableCell[] => [{ text: wide, bold: true, columnSpan: 2 }, last]),
  text.map((whole): TableCell[] => [{ text: whole, columnSpan: 3 }]),
);
const table: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('table' as const),
  columns: fc.constant((['left', 'center', 'right'] as const).map((align, index) => ({ width: index + 1, align }))),
  head: fc.array(row, { maxLength: 2 }),
  rows: fc.array(row, { maxLength: 4 }),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  table,
  fc.record({
    kind: fc.constant('paragraph' as const),
    runs,
    align: fc.constantFrom('justify' as const, 'left' as const, 'center' as const, 'right' as const),
  }),
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3, 4), text }),
  fc.record({ kind: fc.constantFrom('clause' as const, 'point' as const), runs }),
  fc.record({ kind: fc.constant('item' as const), mark: fc.constantFrom('-' as const, '+' as const), runs }),
  fc.record({
    kind: fc.constant('division' as const),
    unit: fc.constantFrom('part', 'chapter', 'section'),
    name: text,
  }),
  fc.record({ kind: fc.constant('article' as const), heading: text, runs }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('resolution' as const), body: text, verb: text }),
  fc.record({ kind: fc.constant('dotted' as const), lines: fc.integer({ min: 1, max: 3 }), lead: text }),
);
const body = fc.array(block, { maxLength: 5 });

const header: fc.Arbitrary<DocumentHeader> = fc.record(
  {
    superior: orNull,
    issuer: fc.array(text, { minLength: 1, maxLength: 2 }),
    numberAndSymbol: fc.option(fc.record({ number: fc.option(fc.nat(99)), kindCode: text, bodyCode: text })),
    placeAndDate: fc.option(fc.record({ place: text, date: fc.constant(day('2024-02-05')) })),
    secrecy: fc.constantFrom('Mật', 'Tuyệt mật'),
    urgency: fc.constantFrom('Khẩn', 'Hỏa tốc hẹn giờ'),
    marks: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ['superior', 'issuer', 'numberAndSymbol', 'placeAndDate'] },
);
const authority = { authority: text, position: orNull, name: orNull };
const signatory = fc.record({ role: text, name: orNull });
const signature: fc.Arbitrary<Signature> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({ kind: fc.constant('authority' as const), recipients: fc.array(text, { maxLength: 3 }), ...authority }),
  fc.record(
    { kind: fc.constant('pair' as const), left: signatory, right: signatory, confirmation: fc.record(authority) },
    { requiredKeys: ['kind', 'left', 'right'] },
  ),
);
const addressees: fc.Arbitrary<Addressees> = fc.record({
  names: fc.array(text, { minLength: 1, maxLength: 3 }),
  submission: flag,
});
const annex: fc.Arbitrary<Annex> = fc.record({
  reference: fc.oneof(orNull, fc.record({ of: text })),
  ...{ title: text, body, landscape: flag },
});
const documents: fc.Arbitrary<OfficialDocument> = fc.record({
  header,
  title: fc.oneof(
    fc.record({ form: fc.constant('letter' as const), subject: text }),
    fc.record({ form: fc.constant('titled' as const), documentKind: text, subject: orNull, hyphens: flag }),
  ),
  addressees: fc.option(addressees),
  ...{ body, signature, annexes: fc.array(annex, { maxLength: 2 }), duplex: flag },
});

it('a document is letter by letter what the docx library writes', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.constantFrom(hd36, hd05), async (document, profile) => {
      const [ours, library] = [await writeDocx(document, profile), await writeWithLibrary(document, profile)];
      expect(await comparable(ours)).toBe(await comparable(library));
    }),
    { numRuns: 40 },
  );
});

it('a long table, which is packed piece by piece, as well', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 8, maxLength: 8 }), documents, async (rows, document) => {
      const many = Array.from({ length: 400 }, (_, index) => rows[index % rows.length] ?? []);
      const columns = (['left', 'center', 'right'] as const).map((align) => ({ width: 1, align }));
      const long = { ...document, body: [{ kind: 'table' as const, columns, head: [], rows: many }] };
      expect(await comparable(await writeDocx(long, hd36))).toBe(await comparable(await writeWithLibrary(long, hd36)));
    }),
    { numRuns: 2 },
  );
});

it('the same document gives the same bytes', async () => {
  const [document] = fc.sample(documents, { numRuns: 1, seed: 1 });
  if (document === undefined) throw new Error('no document');
  expect(await writeDocx(document, hd36)).toEqual(await writeDocx(structuredClone(document), hd36));
});
